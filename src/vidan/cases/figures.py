"""The figures of cases: each number has its one home here (design.md section 4)."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.cases.kinds import Kind, TransferRole
from vidan.cases.models import CaseFile
from vidan.foundation.figures.figure import Figure

NO_CONDUCT = "none"
"""The mark of a case that tells of no conduct."""

MEASURES: Mapping[str, str | Promise] = MappingProxyType(
    {
        "cases.received": _("Đã nhận"),
        "cases.answer_due": _("Đến hạn trả lời"),
        "cases.answered": _("Đã trả lời"),
        "cases.answered_on_time": _("Đúng hạn"),
    }
)
"""What the statistics count of the words about a place; late is what was due and not answered on time."""

TRAITS: Mapping[str, Callable[[CaseFile], list[str]]] = MappingProxyType(
    {
        "kind": lambda case: [case.kind],
        "source": lambda case: [case.source],
        "conduct": lambda case: list(case.conduct) or [NO_CONDUCT],
        "counter": lambda case: [str(case.counter_id)] if case.counter_id else [],
    }
)
"""By what they are counted: the marks of a case; one that tells of two kinds of conduct counts in both."""


def by_trait(measure: str, trait: str) -> str:
    """The name of a measure counted by a trait, both as a figure and as a fact."""
    return f"{measure}_by_{trait}"


PUBLISHED = (
    Figure("cases.received", _("Ý kiến đã nhận"), counts="cases.received"),
    Figure("cases.commended", _("trong đó lời khen"), counts="cases.received", mark=Kind.COMMENDATION),
    Figure(
        "cases.transferred",
        _("Ý kiến đã chuyển đến nơi giải quyết"),
        counts="cases.transferred",
        mark=TransferRole.SETTLE,
    ),
    Figure("cases.answered", _("Đã có trả lời của nơi giải quyết"), counts="cases.answered", mark=TransferRole.SETTLE),
    Figure("cases.answer_due", _("Trả lời đã đến hạn"), counts="cases.answer_due", mark=TransferRole.SETTLE),
    Figure(
        "cases.answered_on_time",
        _("Trả lời đúng hạn, trên số đã đến hạn"),
        counts="cases.answered_on_time",
        mark=TransferRole.SETTLE,
        out_of="cases.answer_due",
    ),
    Figure("cases.urged", _("Lần Mặt trận đôn đốc nơi giải quyết"), counts="cases.urged", mark=TransferRole.SETTLE),
    Figure(
        "cases.informed_on_time",
        _("Báo người gửi đúng hạn, trên số đã báo"),
        counts="cases.informed_on_time",
        out_of="cases.informed",
    ),
    Figure("cases.withdrawn", _("Người gửi rút"), counts="cases.withdrawn"),
)

OF_BODIES = tuple(
    Figure(f"cases.{name}_{role}", label, counts=f"cases.{fact}", mark=role, public=False)
    for role in TransferRole.values
    for name, fact, label in (
        ("due_of", "answer_due", _("Đến hạn trả lời")),
        ("on_time_of", "answered_on_time", _("Đúng hạn")),
        ("late_of", "answered_late", _("Trả lời trễ")),
        ("days_late_of", "days_late", _("Số ngày làm việc trễ")),
    )
)
"""Why answers are late: of each body, as it settles or monitors."""

BY_TRAIT = tuple(
    Figure(by_trait(measure, trait), label, counts=by_trait(measure, trait), public=False)
    for measure, label in MEASURES.items()
    for trait in TRAITS
)

FIGURES = (*PUBLISHED, *OF_BODIES, *BY_TRAIT)
