"""The list of cases as XLSX: no identity, cells escaped, journalled."""

from django.db import transaction
from django.utils.translation import gettext as _

from vidan.cases.kinds import Conduct, Kind, Source, State, TellerMode
from vidan.cases.models import CaseFile
from vidan.cases.selectors import Filters
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.journal.record import record
from vidan.foundation.sheets.write import Cell, as_xlsx

MOST = 5_000
"""Rows that are written while the officer waits; longer lists are cut here and say so until they become a job."""


def export_list(*, actor: Actor, filters: Filters) -> tuple[bytes, str]:
    """The workbook and its file name; the journal says who took how many rows."""
    rows = CaseFile.objects.visible_to(actor).filter(filters.condition(actor)).select_related("subject_unit", "front")
    with transaction.atomic():
        lines = [_line(case) for case in rows.order_by("-pk")[:MOST]]
        record(
            "case.export",
            subject="list",
            actor=actor.code,
            unit_id=min(actor.units_with("cases.export"), default=None),
            facts={"rows": len(lines)},
        )
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
