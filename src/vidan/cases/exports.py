"""The list of cases as XLSX: no identity, cells escaped, journalled."""

from collections.abc import Callable

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from vidan.cases.figures import MEASURES
from vidan.cases.kinds import Conduct, Kind, Source, State
from vidan.cases.models import CaseFile
from vidan.cases.selectors import Filters
from vidan.cases.statistics import Statistics
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.journal.record import record
from vidan.foundation.sheets.write import Cell, as_xlsx

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

MOST = 5_000
"""Rows that are written while the officer waits; a longer list is a job of the worker."""

STEP = 1_000
"""Rows between two words of progress."""


def rows_for(actor: Actor, filters: Filters) -> QuerySet[CaseFile]:
    """The cases of a list, newest first."""
    rows = CaseFile.objects.visible_to(actor).filter(filters.condition(actor)).select_related("subject_unit", "front")
    return rows.order_by("-pk")


def tell_journal(actor: Actor, rows: int, *, subject: str = "list") -> None:
    """The journal says who took how many rows; inside the transaction of the taking."""
    unit_id = min(actor.units_with("cases.export"), default=None)
    record("case.export", subject=subject, actor=actor.code, unit_id=unit_id, facts={"rows": rows})


def statistics_workbook(told: Statistics) -> tuple[bytes, str, int]:
    """The tables of the statistics on one sheet, its file name, and how many lines it has."""
    lines: list[tuple[Cell, ...]] = [(_("Tất cả"), "", *told.whole.counts.numbers())]
    lines += [(table.title, str(line.label), *line.counts.numbers()) for table in told.tables for line in table.lines]
    lines += [
        (
            _("Trễ vì đâu"),
            f"{body.name}, {body.role}",
            None,
            body.due,
            None,
            body.on_time,
            body.answered_late,
            body.days_late,
            body.owing,
            body.longest,
        )
        for body in told.bodies
    ]
    headings = (
        _("Bảng"),
        _("Dòng"),
        *(str(label) for label in MEASURES.values()),
        _("Trễ"),
        _("Số ngày làm việc trễ, cộng lại"),
        _("Đang quá hạn, chưa trả lời"),
        _("Quá hạn lâu nhất, ngày làm việc"),
    )
    since, until = told.scope.since, told.scope.until
    note = _("Thống kê xử lý từ %(since)s đến hết %(until)s.") % {
        "since": f"{since:%d/%m/%Y}",
        "until": f"{until:%d/%m/%Y}",
    }
    content = as_xlsx(_("Thống kê"), headings, lines, note=note)
    return content, f"thong-ke-{since:%Y-%m-%d}-{until:%Y-%m-%d}.xlsx", len(lines)


def workbook(rows: QuerySet[CaseFile], tell: Callable[[int], None] | None = None) -> tuple[bytes, str]:
    """The workbook and its file name; `tell` hears now and then how many rows are done."""
    lines = []
    for number, case in enumerate(rows.iterator(STEP), start=1):
        lines.append(_line(case))
        if tell and number % STEP == 0:
            tell(number)
    headings = (
        _("Mã hồ sơ"),
        _("Loại"),
        _("Trạng thái"),
        _("Ngày nhận"),
        _("Hạn báo người gửi"),
        _("Hạn gần nhất"),
        _("Nơi liên quan"),
        _("Điều đã xảy ra"),
        _("Tóm tắt"),
        _("Nguồn"),
        _("Cách nêu tên"),
        _("Mức hài lòng"),
    )
    today = clock.today()
    note = _("Danh sách hồ sơ, lấy ngày %(day)s; không có danh tính người gửi.") % {"day": f"{today:%d/%m/%Y}"}
    return as_xlsx(_("Hồ sơ"), headings, lines, note=note), f"ho-so-{today:%Y-%m-%d}.xlsx"


def _line(case: CaseFile) -> tuple[Cell, ...]:
    return (
        case.code,
        str(Kind(case.kind).label),
        str(State(case.state).label),
        clock.local(case.received_at).date(),
        case.promised_on,
        case.due_on,
        case.subject_unit.name if case.subject_unit else "",
        "; ".join(str(Conduct(one).label) for one in case.conduct),
        case.gist,
        str(Source(case.source).label),
        str(TellerMode(case.teller_mode).label),
        case.rating,
    )
