"""Where an inspection stands, by which days, in the reader's words."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vidan.domain.supervision.terms import Ahead, is_approved_late, is_quarter_four_before, last_day_before
from vidan.domain.workdays import Unit
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.models import Clock
from vidan.foundation.calendar.rules import NotCounted, rule
from vidan.foundation.calendar.sentence import basis_words, length_words, remaining_words, sentence
from vidan.foundation.intake.retention import keep_rows_of, rule_words
from vidan.oversight.inspection_facts import NOTICE_RULE, REPORT_RULE, Known, notice_of, report_of
from vidan.oversight.inspection_kinds import TONES, DueBy, InspectionKind, InspectionState
from vidan.oversight.inspection_moves import REPORT_ROLE
from vidan.oversight.models import Inspection, InspectionErasure, Recommendation


@dataclass(frozen=True)
class Term:
    """One clock of the law or the programme as it stands: its name, the sentence with its source, and its tone."""

    name: str
    words: str
    tone: str


def state_words(one: Inspection) -> tuple[str, str]:
    """The state and its tone."""
    state = InspectionState(one.state)
    return str(state.label), TONES.get(state, "ok")


def terms_of(known: Known, *, for_unit: bool = False) -> list[Term]:
    """The clocks that have to do with the inspection now, each in one sentence; the unit reads only its own."""
    one = known.inspection
    told = [] if for_unit else _of_programme(one)
    told += [*_of_notice(one), *_of_report(one)]
    told += [] if for_unit else _of_delegation(one)
    return [*told, *_of_explaining(one)]


def due_words(row: Recommendation) -> str:
    """Until when an answer to a recommendation is due, and by what."""
    if row.due_on is None:
        return _("hạn tính từ ngày ký kết luận")
    if row.due_by == DueBy.CONCLUSION:
        return _("đến hết ngày %(day)s, do kết luận nêu; luật không nêu số ngày") % {"day": f"{row.due_on:%d/%m/%Y}"}
    if row.due_by == DueBy.SUPERIOR:
        return _("đến hết ngày %(day)s, do cơ quan cấp trên đặt; luật không nêu số ngày") % {
            "day": f"{row.due_on:%d/%m/%Y}"
        }
    return _("đến hết ngày %(day)s, theo Chương trình phối hợp; luật không nêu số ngày") % {
        "day": f"{row.due_on:%d/%m/%Y}"
    }


def erasure_words(one: Inspection) -> str:
    """By which rule the working papers are gone, in a sentence; empty while they are there."""
    if one.erased_on is None:
        return ""
    rule_id = InspectionErasure.objects.filter(subject=one.code).values_list("rule", flat=True).first()
    row = next((row for row in keep_rows_of("inspections") if row.id == rule_id), None)
    day = f"{one.erased_on:%d/%m/%Y}"
    return _("Giấy tờ làm việc đã xóa ngày %(day)s. %(rule)s") % {"day": day, "rule": rule_words(row)}


def _of_programme(one: Inspection) -> list[Term]:
    """GS-01, of a supervision: its programme is agreed in quarter IV of the year before."""
    if one.kind != InspectionKind.SUPERVISION:
        return []
    title, law = _("Chương trình năm"), _law("GS-01", one.approved_on or clock.today())
    if one.approved_on is None:
        late = is_approved_late(clock.today(), one.year)
        words = _("chưa duyệt; cần duyệt trong quý IV năm %(year)d, %(law)s") % {"year": one.year - 1, "law": law}
        return [Term(title, words, "late" if late else "soon")]
    day = f"{one.approved_on:%d/%m/%Y}"
    if is_quarter_four_before(one.approved_on, one.year):
        return [
            Term(title, _("duyệt ngày %(day)s, trong quý IV năm trước, %(law)s") % {"day": day, "law": law}, "stopped")
        ]
    if is_approved_late(one.approved_on, one.year):
        words = _("duyệt ngày %(day)s, sau quý IV năm trước; cần duyệt trong quý đó, %(law)s") % {
            "day": day,
            "law": law,
        }
        return [Term(title, words, "late")]
    return [Term(title, _("duyệt ngày %(day)s, trước quý IV năm trước") % {"day": day}, "stopped")]


def _of_notice(one: Inspection) -> list[Term]:
    title = _("Báo trước đơn vị")
    if one.visit_on is None or one.state in (InspectionState.PROPOSED, InspectionState.STOPPED):
        return []
    if one.kind == InspectionKind.INSPECTION:
        return [Term(title, _("việc kiểm tra không có số ngày do luật định"), "muted")] if one.told_on is None else []
    told = notice_of(one, one.told_on or clock.today())
    if told is None:
        return []
    law = _law(NOTICE_RULE, one.told_on or clock.today())
    consent = " " + _("Đơn vị đã đồng ý: %(paper)s.") % {"paper": one.consent} if one.consent else ""
    if one.told_on is not None:
        return [Term(title, _days(told, law) + consent, "late" if told.is_short and not consent else "stopped")]
    last = last_day_before(one.visit_on, told.required)
    words = _("chậm nhất ngày %(day)s, trước ngày làm việc ít nhất %(n)d ngày, %(law)s") % {
        "day": f"{last:%d/%m/%Y}",
        "n": told.required,
        "law": law,
    }
    return [
        Term(title, words + (f".{consent}" if consent else ""), "late" if told.is_short and not consent else "soon")
    ]


def _of_report(one: Inspection) -> list[Term]:
    """GS-03: the unit's report, seven days before the day of work."""
    if one.told_on is None or one.visit_on is None:
        return []
    title = _("Báo cáo của đơn vị")
    told = report_of(one, one.unit_report_on or clock.today())
    if told is None:
        if one.unit_report_on is None:
            return [Term(title, _("chưa nhận; việc kiểm tra không có số ngày do luật định"), "soon")]
        return [Term(title, _("nhận ngày %(day)s") % {"day": f"{one.unit_report_on:%d/%m/%Y}"}, "stopped")]
    law = _law(REPORT_RULE, one.unit_report_on or clock.today())
    if one.unit_report_on is not None:
        return [Term(title, _days(told, law), "late" if told.is_short else "stopped")]
    last = last_day_before(one.visit_on, told.required)
    words = _("chưa nhận; chậm nhất ngày %(day)s, trước ngày làm việc ít nhất %(n)d ngày, %(law)s") % {
        "day": f"{last:%d/%m/%Y}",
        "n": told.required,
        "law": law,
    }
    return [Term(title, words, "late" if told.is_short else "soon")]


def _of_delegation(one: Inspection) -> list[Term]:
    """GS-04: the head of the delegation reports within fifteen days of the end of the work."""
    if one.ended_on is None:
        return []
    found = Clock.objects.filter(subject=one.code, role=REPORT_ROLE).order_by("-pk").first()
    if found is None:
        return []
    if found.stopped_on is None:
        return [Term(_("Báo cáo của đoàn"), sentence(found), remaining_words(found.due_on, clock.today())[1])]
    late = found.stopped_on > found.due_on
    day = f"{found.stopped_on:%d/%m/%Y}"
    words = _("báo cáo ngày %(day)s; hạn %(sentence)s") % {"day": day, "sentence": sentence(found)}
    return [Term(_("Báo cáo của đoàn"), words, "late" if late else "stopped")]


def _of_explaining(one: Inspection) -> list[Term]:
    if one.explain_by is None or one.state != InspectionState.DRAFT_SENT:
        return []
    title = _("Giải trình của đơn vị")
    if one.explained_on is not None:
        return [Term(title, _("nhận ngày %(day)s") % {"day": f"{one.explained_on:%d/%m/%Y}"}, "stopped")]
    words = _("đến hết ngày %(day)s, do công văn của Mặt trận đặt; luật không nêu số ngày") % {
        "day": f"{one.explain_by:%d/%m/%Y}"
    }
    return [Term(title, words, "late" if one.explain_by < clock.today() else "soon")]


def _days(told: Ahead, law: str) -> str:
    asked = length_words(told.required, Unit.DAY)
    if told.days < 0:
        n = -told.days
        words = ngettext("sau ngày làm việc %(n)d ngày", "sau ngày làm việc %(n)d ngày", n) % {"n": n}
    else:
        words = ngettext("trước ngày làm việc %(n)d ngày", "trước ngày làm việc %(n)d ngày", told.days) % {
            "n": told.days
        }
    return _("%(words)s; cần ít nhất %(asked)s, %(law)s.") % {"words": words, "asked": asked, "law": law}


def _law(name: str, on: date) -> str:
    try:
        return basis_words(rule(name, on))
    except NotCounted:
        return ""
