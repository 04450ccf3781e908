"""Cases that may be about the same matter (hồ sơ có thể trùng), among those the actor may know of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.functional import Promise

from vidan.cases.kinds import Conduct, State
from vidan.cases.models import CaseFile
from vidan.domain.likeness import Likeness, Traits, most_alike, pairs
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.redaction.services.check import checked_texts

SPAN = timedelta(days=45)
"""So long before and after a word was received others are looked at."""

EARLIEST = date(2000, 1, 1)

LOOKED_AT = 200
SHOWN = 5


@dataclass(frozen=True)
class LookAlike:
    """One case that resembles, and in what."""

    case: CaseFile
    day: date
    likeness: Likeness

    @property
    def conduct(self) -> list[str | Promise]:
        """The conduct both tell of, in words."""
        return [Conduct(one).label for one in sorted(self.likeness.conduct)]

    @property
    def state(self) -> str | Promise:
        """Where the case stands, in words."""
        return State(self.case.state).label


def look_alikes(
    *, unit_id: int | None, day: date, conduct: Iterable[str], text: str = "", actor: Actor, but: str = ""
) -> list[LookAlike]:
    """At most five cases about the unit that may be the same matter, the most alike first; `but` is the code of the case itself.

    Never the sealed words: what is compared is the day, the conduct, the gist and the checked copy. By two queries.
    """
    if unit_id is None:
        return []
    here = CaseFile.objects.visible_to(actor).filter(subject_unit_id=unit_id).exclude(code=but)
    middle = clock.midday(min(max(day, EARLIEST), clock.today()))  # a mistyped year is compared with nothing near
    near = here.filter(received_at__gt=middle - SPAN, received_at__lt=middle + SPAN).order_by("-received_at", "-pk")
    cases = {case.code: case for case in near[:LOOKED_AT]}
    copies = checked_texts(cases)
    told = Traits(day, frozenset(conduct), pairs(text))
    others = {
        code: Traits(day_of(case), frozenset(case.conduct), pairs(f"{case.gist} {copies.get(code, '')}"))
        for code, case in cases.items()
    }
    found = most_alike(told, others, most=SHOWN)
    return [LookAlike(cases[code], others[code].day, likeness) for code, likeness in found]


def look_alikes_of(case: CaseFile, actor: Actor) -> list[LookAlike]:
    """The look-alikes of a case that is there already."""
    return look_alikes(
        unit_id=case.subject_unit_id,
        day=day_of(case),
        conduct=case.conduct,
        text=case.gist,
        actor=actor,
        but=case.code,
    )


def day_of(case: CaseFile) -> date:
    """The day a case tells of; the day it came when none was told."""
    return case.happened_on or clock.local(case.received_at).date()
