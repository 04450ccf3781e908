"""Nói và làm: the accepted points of a draft, what was promised, and what became of it in the text that was issued."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from vidan.consultations.kinds import Kept, State, Verdict
from vidan.consultations.models import Check, Disposition, Draft, Point

TONES = {Kept.DONE: "stopped", Kept.PARTLY: "soon", Kept.NOT_DONE: "late"}


@dataclass(frozen=True)
class Promise:
    """One accepted point, the answer that promised something, and what the Front found of it; none while not looked at."""

    point: Point
    answer: Disposition
    check: Check | None

    @property
    def words(self) -> str:
        """What was found, in words; empty while not looked at."""
        return str(Kept(self.check.kept).label) if self.check else ""

    @property
    def tone(self) -> str:
        """How it is drawn."""
        return TONES[Kept(self.check.kept)] if self.check else "muted"


@dataclass(frozen=True)
class Promises:
    """All accepted points of a draft in their order, counted."""

    rows: Sequence[Promise]
    is_issued: bool

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many were done, partly done, not done, and not looked at yet."""
        found = [one.check.kept if one.check else "unchecked" for one in self.rows]
        return {kind: found.count(kind) for kind in (*Kept.values, "unchecked")}

    @property
    def first_unchecked(self) -> Promise | None:
        """The first that nobody has looked at."""
        return next((one for one in self.rows if one.check is None), None)


def promises_of(draft: Draft) -> Promises:
    """What the body promised, and what it kept, in one query; everybody may read it once the text is issued."""
    answers = Disposition.objects.filter(point__draft=draft).exclude(verdict=Verdict.REFUSED)
    rows = answers.select_related("point__check_made").order_by("point__number")
    told = [Promise(one.point, one, getattr(one.point, "check_made", None)) for one in rows]
    return Promises(told, is_issued=bool(draft.issued_on) and draft.state in (State.ISSUED, State.CLOSED))
