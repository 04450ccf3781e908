"""The board of a plan, the duty reports and the comparison of units and years as XLSX; each taking stands in the journal."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.db import transaction
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.calendar import clock
from vidan.foundation.files.kinds import CONTENT_TYPES, FileKind
from vidan.foundation.files.serve import as_attachment
from vidan.foundation.journal.record import record
from vidan.foundation.sheets.write import Cell, as_workbook, as_xlsx
from vidan.oversight.compared_units import Compared, compared
from vidan.oversight.duty_kinds import DutyStage, ReportState
from vidan.oversight.duty_selectors import runs, visible_plan
from vidan.oversight.models import DutyReport
from vidan.oversight.plan_board import BoardRow, board
from vidan.oversight.report_filters import asked, chosen
from vidan.oversight.report_words import standing_words

MOST_ROWS = 20_000
"""Of a sheet; a district and its wards owe some hundreds a year."""


@require_safe
def plan(request: HttpRequest, code: str) -> HttpResponseBase:
    """The board of a plan: who is late stands in it for the Front alone that runs the plan."""
    actor = acting(request)
    found = visible_plan(actor, code)
    ours = runs(actor, found.front_id)
    rows = board(found, list(found.duties.filter(stage=DutyStage.CONFIRMED)), actor if ours else None)
    _tell("plan.export", code, actor, len(rows))
    headings = [
        *(_("Mục"), _("Nhiệm vụ"), _("Kế hoạch yêu cầu"), _("Bao lâu một lần")),
        *(
            _("Chịu trách nhiệm"),
            _("Phối hợp"),
            _("Trạng thái"),
            _("Kết quả"),
            _("Con số"),
            _("Trên tổng số, hoặc cần đạt"),
        ),
        *(_("Báo cáo đã nộp"), _("Báo cáo đã đến hạn hoặc đã nộp"), *([_("Trễ báo cáo")] if ours else [])),
    ]
    cells = ([*_of_duty(row), *([", ".join(row.late)] if ours else [])] for row in rows)
    return _sent(as_xlsx(found.title, headings, cells), f"{code}.xlsx")


def _of_duty(row: BoardRow) -> list[Cell]:
    duty, shown = row.duty, row.evidence
    return [
        *(duty.clause, duty.title, duty.words, duty.rhythm_words),
        *(", ".join(row.responsible), ", ".join(row.taking_part), str(row.words)),
        str(shown.label) if shown else duty.done_note,
        *((shown.count, shown.total) if shown else (None, None)),
        *((row.sent, row.asked) if row.asked else (None, None)),
    ]


@require_safe
def reports(request: HttpRequest) -> HttpResponseBase:
    """The reports that the actor may read, filtered by the address, in full; what a unit has not sent is not told."""
    actor = acting(request)
    rows = chosen(DutyReport.objects.visible_to(actor), asked(request)).select_related("unit", "duty__plan")
    found = list(rows.order_by("-due_on", "-pk")[:MOST_ROWS])
    _tell("duty_report.export", "duty-reports", actor, len(found))
    headings = [
        *(_("Năm"), _("Kỳ"), _("Đơn vị"), _("Mục"), _("Nhiệm vụ"), _("Hạn"), _("Trạng thái"), _("Đúng hạn")),
        *(_("Nộp lần đầu"), _("Ngày nhận"), _("Kết quả bằng số")),
    ]
    return _sent(as_xlsx(_("Báo cáo nhiệm vụ"), headings, _of_reports(found)), "bao-cao-nhiem-vu.xlsx")


def _of_reports(rows: Sequence[DutyReport]) -> Iterator[list[Cell]]:
    today: date = clock.today()
    for one in rows:
        is_sent = one.state in (ReportState.SENT, ReportState.ACCEPTED)
        yield [
            *(one.year, one.period_words, one.unit.short_name, one.duty.clause, one.duty.title, one.waits_until),
            *(str(one.get_state_display()), standing_words(one, today)[0]),
            *(one.first_sent_on, one.accepted_on, one.counted if is_sent else None),
        ]


@require_safe
def units(request: HttpRequest) -> HttpResponseBase:
    """Units and years side by side: who reports in time, and what the accepted reports of each figure came to."""
    actor = acting(request)
    told = compared(actor)
    _tell("duty_report.compare", "duty-reports", actor, len(told.units))
    sheets = {
        _("Đúng hạn"): (
            [_("Đơn vị"), _("Năm"), _("Đã đến hạn hoặc đã nộp"), _("Nộp đúng hạn"), _("Còn trễ")],
            _in_time(told),
        ),
        _("Kết quả"): ([_("Con số"), _("Đơn vị"), _("Năm"), _("Kết quả bằng số")], _sums(told)),
    }
    return _sent(as_workbook(_("So sánh đơn vị, năm"), sheets), "so-sanh-don-vi.xlsx")


def _in_time(told: Compared) -> Iterator[list[Cell]]:
    for unit, name in told.units:
        for year in told.years:
            if cell := told.cells.get((unit, year)):
                yield [name, year, cell.due, cell.in_time, cell.late]


def _sums(told: Compared) -> Iterator[list[Cell]]:
    for figure, label in told.figures:
        for unit, name in told.units:
            for year in told.years:
                if (total := told.sums.get((figure, unit, year))) is not None:
                    yield [str(label), name, year, total]


def _tell(event: str, subject: str, actor: Actor, rows: int) -> None:
    with transaction.atomic():
        record(event, subject=subject, actor=actor.code, facts={"rows": rows})


def _sent(data: bytes, name: str) -> HttpResponseBase:
    return as_attachment(data, name, CONTENT_TYPES[FileKind.XLSX])
