"""Asking for hearings: at the desk of the Front that holds them, and what everybody may read of the forms that were held."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q, QuerySet
from django.http import Http404

from vidan.consultations.kinds import HearingKind
from vidan.consultations.models import Draft, Hearing, Invited
from vidan.domain.hearings.asked import Asked, Tally, answering, tallied
from vidan.domain.watching.punctuality import Punctuality, Standing
from vidan.foundation.calendar import clock
from vidan.foundation.papers.models import Paper, PaperState

RUN, APPROVE = "consultations.run", "consultations.approve"
BIG = 2**31
"""Above it no row of a hearing lies; what is asked for beyond is missing, on both engines."""


def hearing_of(draft: Draft, pk: int) -> Hearing:
    """One hearing of a draft, with its papers and who was invited; raises Http404."""
    found = _with_invited(draft).filter(pk=pk).first() if pk < BIG else None
    if found is None:
        raise Http404
    found.draft = draft
    return found


def hearings_of(draft: Draft) -> list[Hearing]:
    """The hearings of a draft in the order in which they were planned."""
    rows = list(_with_invited(draft))
    for one in rows:
        one.draft = draft
    return rows


def papers_of(hearing: Hearing) -> list[Paper]:
    """The papers of a hearing in the order of their making; no query for one that hearing_of() found."""
    urging = {one.urging for one in hearing.invited.all() if one.urging is not None}
    own = {paper for paper in (hearing.invitation, hearing.minutes) if paper is not None}
    return sorted(own | urging, key=lambda paper: paper.pk)


def waiting_papers(hearing: Hearing) -> list[Paper]:
    """Those that wait for the head."""
    return [paper for paper in papers_of(hearing) if paper.state == PaperState.DRAFT]


def standing_of(hearing: Hearing, one: Invited) -> Punctuality | None:
    """Where the answer of one who was asked in writing stands today."""
    return answering(Asked(one.invited_on, one.answered_on), hearing.asked_by, clock.today())


def tally_of(hearing: Hearing) -> Tally:
    """How many were asked, answered, are late."""
    rows = (Asked(one.invited_on, one.answered_on) for one in hearing.invited.all())
    return tallied(rows, hearing.asked_by, clock.today())


def overdue(hearing: Hearing) -> list[Invited]:
    """Who was asked, has not answered, and whose day has passed."""
    told = [(one, standing_of(hearing, one)) for one in hearing.invited.all()]
    return [one for one, found in told if found is not None and found.standing is Standing.LATE]


@dataclass(frozen=True)
class Body:
    """A body that was invited or asked, as everybody reads it."""

    name: str
    came: bool | None
    answered_on: date | None
    is_late: bool


@dataclass(frozen=True)
class Held:
    """One form of criticism as everybody reads it: the bodies by name, people and experts as a number only."""

    hearing: Hearing
    bodies: Sequence[Body]
    others: int
    others_came: int
    others_answered: int
    people: int
    tally: Tally

    @property
    def label(self) -> str:
        """Its form, in words."""
        return str(HearingKind(self.hearing.kind).label)

    @property
    def writes(self) -> bool:
        """Whether it asks in writing."""
        return self.hearing.kind == HearingKind.WRITTEN

    @property
    def lies_ahead(self) -> bool:
        """Whether its day is still to come."""
        return self.hearing.held_on is not None and self.hearing.held_on > clock.today()


ANNOUNCED = Q(invitation__state=PaperState.ISSUED) | Q(is_over=True)
"""Hearings that others know of: the letter is out."""


def forms_held(draft: Draft) -> list[Held]:
    """The forms of criticism of a draft that were announced: what everybody may know of them. Two queries."""
    return [_held(one) for one in _with_invited(draft).filter(ANNOUNCED)]


def held_of(draft: Draft) -> QuerySet[Hearing]:
    """The hearings of a draft that were held, not only planned: bodies were asked in writing, or the day of the meeting came."""
    came = Q(kind=HearingKind.WRITTEN) | Q(held_on__lte=clock.today())
    return _with_invited(draft).filter(ANNOUNCED & came)


def _held(hearing: Hearing) -> Held:
    rows = list(hearing.invited.all())
    others = [one for one in rows if one.unit is None]
    bodies = []
    for one in rows:
        found = standing_of(hearing, one)
        if one.unit is not None:
            bodies.append(Body(one.unit.short_name, one.came, one.answered_on, found is not None and found.is_late))
    return Held(
        hearing=hearing,
        bodies=bodies,
        others=len(others),
        others_came=sum(bool(one.came) for one in others),
        others_answered=sum(one.answered_on is not None for one in others),
        people=sum(one.people for one in rows),
        tally=tally_of(hearing),
    )


def _with_invited(draft: Draft) -> QuerySet[Hearing]:
    invited = Invited.objects.select_related("unit", "answer", "file", "urging__unit")
    rows = Hearing.objects.filter(draft=draft).select_related("invitation__unit", "minutes__unit")
    return rows.prefetch_related(Prefetch("invited", queryset=invited)).order_by("pk")
