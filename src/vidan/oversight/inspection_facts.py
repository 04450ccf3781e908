"""What is known of an inspection when a move is asked for: gathered here once, decided in domain/moves."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType

from django.db.models import Prefetch

from vidan.domain.moves import Facts
from vidan.domain.supervision.standing import is_ended, may
from vidan.domain.supervision.terms import Ahead, ahead
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.rules import NotCounted, rule
from vidan.oversight.inspection_kinds import InspectionKind
from vidan.oversight.inspection_moves import ANSWER, LOOK, RUN, TABLE
from vidan.oversight.models import Delegate, Inspection, Pressing, Recommendation, in_delegation

NOTICE_RULE, REPORT_RULE = "GS-02", "GS-03"


@dataclass
class Known:
    """An inspection as one actor meets it; what costs a query is asked for at most once, and only when it is looked at."""

    inspection: Inspection
    actor: Actor

    @cached_property
    def delegates(self) -> list[Delegate]:
        """The delegation in the order in which it was named, the leader first, then the secretary."""
        order = {"leader": 0, "secretary": 1}
        rows = self.inspection.delegates.select_related("unit")
        return sorted(rows, key=lambda one: order.get(one.role, 2))

    @cached_property
    def recommendations(self) -> list[Recommendation]:
        """The recommendations by number."""
        papers = Pressing.objects.select_related("paper", "answer_paper__scan")
        rows = self.inspection.recommendations.select_related("answer_paper__scan").prefetch_related(
            Prefetch("pressings", papers)
        )
        found = list(rows)
        for one in found:
            one.inspection = self.inspection
        return found

    @cached_property
    def has_findings(self) -> bool:
        """Whether anything was seen yet."""
        return self.inspection.findings.exists()

    @cached_property
    def is_delegate(self) -> bool:
        """Whether the actor is in the delegation by his sign-in and may fill its checklist."""
        return Inspection.objects.filter(in_delegation(self.actor), pk=self.inspection.pk).exists()

    @property
    def visit_come(self) -> bool:
        """Whether the day of work has come."""
        return self.inspection.visit_on is not None and self.inspection.visit_on <= clock.today()

    @property
    def notice(self) -> Ahead | None:
        """How a notice given today lies to the day of work; see notice_of()."""
        return notice_of(self.inspection, clock.today())

    @property
    def is_of_unit(self) -> bool:
        """Whether the actor answers for the unit and does not read the Front's own file."""
        return self.inspection.front_id not in self.actor.units_with("oversight.read_inspections")


def notice_of(inspection: Inspection, told_on: date) -> Ahead | None:
    """How a notice lies to the day of work by GS-02; None for an inspection, for which the law has no such term."""
    return _before(inspection, told_on, NOTICE_RULE)


def report_of(inspection: Inspection, came_on: date) -> Ahead | None:
    """How the unit's report lies to the day of work by GS-03; None for an inspection."""
    return _before(inspection, came_on, REPORT_RULE)


def _before(inspection: Inspection, on: date, name: str) -> Ahead | None:
    if inspection.visit_on is None or inspection.kind != InspectionKind.SUPERVISION:
        return None
    try:
        return ahead(on, inspection.visit_on, rule(name, on).term().length)
    except NotCounted:
        return None


def _is_short(known: Known) -> bool:
    return known.notice is not None and known.notice.is_short


def _heard(known: Known) -> bool:
    one = known.inspection
    return one.explained_on is not None or (one.explain_by is not None and one.explain_by < clock.today())


def _role(name: str) -> Callable[[Known], bool]:
    return lambda known: any(one.role == name for one in known.delegates)


def _any_may(step: str) -> Callable[[Known], bool]:
    return lambda known: any(may(step, one.told, clock.today()) for one in known.recommendations)


NEEDS: Mapping[str, Callable[[Known], bool]] = MappingProxyType(
    {
        "has_leader": _role("leader"),
        "has_secretary": _role("secretary"),
        "visit_set": lambda known: known.inspection.visit_on is not None,
        "notice_short": _is_short,
        "told_in_time": lambda known: bool(known.inspection.consent) or not _is_short(known),
        "no_report": lambda known: known.inspection.unit_report_on is None,
        "visit_come": lambda known: known.visit_come,
        "looked": lambda known: known.has_findings,
        "conclusion_written": lambda known: bool(known.inspection.conclusion.strip()),
        "not_explained": lambda known: known.inspection.explained_on is None,
        "unit_heard": _heard,
        "not_reconsidered": lambda known: known.inspection.reconsider_on is None,
        "reconsider_waits": lambda known: _reconsider_waits(known.inspection),
        "answer_overdue": _any_may("urge"),
        "urged_in_vain": _any_may("petition"),
        "superior_asked": _any_may("take_superior"),
        "has_superior": lambda known: known.inspection.body.parent_id is not None,
        "is_public": lambda known: known.inspection.published_on is not None,
        "all_verified": lambda known: all(is_ended(one.told) for one in known.recommendations),
        "nothing_waits": lambda known: not _reconsider_waits(known.inspection),
    }
)
"""How each need of the table is looked at."""


def _reconsider_waits(inspection: Inspection) -> bool:
    return inspection.reconsider_on is not None and inspection.reconsider_answered_on is None


def facts_of(known: Known, *, only: str = "") -> Facts:
    """What decide() asks: state, kind, needs that are met, what the actor may; `only` looks at the needs of one move."""
    one = known.inspection
    rows = TABLE.rows(only) if only else iter(TABLE.moves)
    here = (row for row in rows if one.state in row.sources and (not row.kinds or one.way in row.kinds))
    asked = {need.name for row in here for need in row.needs}
    return Facts(
        state=one.state,
        kind=one.way,
        met=frozenset(name for name in asked if NEEDS[name](known)),
        permissions=frozenset(_permissions(known)),
    )


def _permissions(known: Known) -> set[str]:
    """What the actor may do here: by the Front for its own people, by the unit for who answers, by being in the delegation."""
    one, actor = known.inspection, known.actor
    held = {row.permission for row in TABLE.moves} - {ANSWER, LOOK}
    own = {name for name in held if one.front_id in actor.units_with(name)}
    if one.body_id in actor.units_with(ANSWER):
        own.add(ANSWER)
    if RUN in own or known.is_delegate:
        own.add(LOOK)
    return own
