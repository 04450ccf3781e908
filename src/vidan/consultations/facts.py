"""What is known of a draft when a move is asked for: gathered here once, decided in domain/moves."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from django.db.models import Count

from vidan.consultations.kinds import OpinionState, Verdict
from vidan.consultations.models import Check, Disposition, Draft
from vidan.consultations.moves import TABLE
from vidan.consultations.places import all_looked_at, unlooked
from vidan.domain.moves import Facts
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.models import Clock

ROLE = "answer"
"""Of the clock that runs while the body owes its answers."""


@dataclass
class Known:
    """A draft as one actor meets it; what costs a query is asked for at most once, and only when it is looked at."""

    draft: Draft
    actor: Actor

    @cached_property
    def clock(self) -> Clock | None:
        """The clock of the answer, running or stopped."""
        return Clock.objects.filter(subject=self.draft.code, role=ROLE).order_by("-pk").first()

    @property
    def points(self) -> int:
        """How many points there are."""
        return self._points["all"]

    @property
    def unanswered(self) -> int:
        """How many points have no answer."""
        return self._points["all"] - self._points["answered"]

    @cached_property
    def _points(self) -> dict[str, int]:
        return self.draft.points.aggregate(all=Count("pk"), answered=Count("disposition"))

    @cached_property
    def urging_waits(self) -> bool:
        """Whether a letter that urges waits for the head."""
        return self.draft.urgings.filter(sent_on__isnull=True).exists()

    @property
    def window_open(self) -> bool:
        """Whether opinions are taken today."""
        first, last = self.draft.opens_on, self.draft.closes_on
        return first is not None and last is not None and first <= clock.today() <= last

    @property
    def window_over(self) -> bool:
        """Whether the last day for opinions has passed."""
        last = self.draft.closes_on
        return last is not None and last < clock.today()

    @property
    def is_late(self) -> bool:
        """Whether the answer is overdue."""
        return self.clock is not None and self.clock.stopped_on is None and self.clock.due_on < clock.today()


def _all_checked(known: Known) -> bool:
    accepted = Disposition.objects.filter(point__draft=known.draft).exclude(verdict=Verdict.REFUSED)
    return accepted.count() == Check.objects.filter(point__in=accepted.values("point")).count()


NEEDS: Mapping[str, Callable[[Known], bool]] = MappingProxyType(
    {
        "text_fixed": lambda known: known.draft.current is not None and known.draft.current.fixed_at is not None,
        "window_set": lambda known: known.draft.opens_on is not None and known.draft.closes_on is not None,
        "window_open": lambda known: known.window_open,
        "window_over": lambda known: known.window_over,
        "points_written": lambda known: known.points > 0,
        "opinions_moderated": lambda known: not known.draft.opinions.filter(state=OpinionState.WAITING).exists(),
        "places_looked_at": lambda known: all_looked_at(known.draft.current),
        "places_unsure": lambda known: known.draft.current is not None and unlooked(known.draft.current).exists(),
        "answer_late": lambda known: known.is_late,
        "no_urging_waiting": lambda known: not known.urging_waits,
        "urging_waiting": lambda known: known.urging_waits,
        "all_answered": lambda known: known.points > 0 and known.unanswered == 0,
        "all_checked": _all_checked,
        "closing_written": lambda known: bool(known.draft.closing.strip()),
    }
)
"""How each need of the table is looked at."""


def facts_of(known: Known, *, only: str = "") -> Facts:
    """What decide() asks: state, kind, needs that are met, what the actor may; `only` looks at the needs of one move."""
    rows = TABLE.rows(only) if only else iter(TABLE.moves)
    asked = {need.name for row in rows for need in row.needs if known.draft.state in row.sources}
    return Facts(
        state=known.draft.state,
        kind=known.draft.kind,
        met=frozenset(name for name in asked if NEEDS[name](known)),
        permissions=frozenset(_permissions(known)),
    )


def _permissions(known: Known) -> set[str]:
    """What the actor may do with this draft: by the Front for its own people, by the body for those who answer."""
    draft, actor = known.draft, known.actor
    held = {row.permission for row in TABLE.moves}
    own = {name for name in held if draft.front_id in actor.units_with(name)}
    if draft.body_id in actor.units_with("consultations.answer"):
        own.add("consultations.answer")
    if actor.may("consultations.opine"):
        own.add("consultations.opine")
    return own
