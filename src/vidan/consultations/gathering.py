"""The opinions that are in no point yet, as the desk gathers them: asked for by the address, paged by key."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlencode

from django.db.models import Q, QuerySet

from vidan.consultations.kinds import OpinionSource, OpinionState, Stance
from vidan.consultations.models import Draft, Opinion, Piece
from vidan.foundation.intake.fields import clean_text

PAGE = 40
"""Opinions of a page; a form has two hundred fields at most (settings/security.py)."""

WHOLE, LOST = "ca-du-thao", "mat-cho"
"""Places that are no piece: the whole draft, and an opinion whose place is lost."""

LARGEST = 2**63 - 1


@dataclass(frozen=True)
class Asked:
    """What the address asks for: a place, where opinions come from, what they lean to, and after which one to go on."""

    place: str = ""
    source: str = ""
    stance: str = ""
    after: int = 0

    @classmethod
    def of(cls, told: Mapping[str, str]) -> Self:
        """Out of an address; what it cannot mean is not asked for."""
        source, stance, after = told.get("nguon", ""), told.get("huong", ""), told.get("sau", "")
        return cls(
            place=clean_text(told.get("cho", ""))[:12],
            source=source if source in OpinionSource.values else "",
            stance=stance if stance in Stance.values else "",
            after=number_in(after),
        )

    @property
    def address(self) -> str:
        """The filters as they stand in an address, without the page."""
        told = {"cho": self.place, "nguon": self.source, "huong": self.stance}
        return urlencode({name: value for name, value in told.items() if value})


def number_in(text: str) -> int:
    """A row's number out of what a browser sent; 0 for what is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0


def loose(draft: Draft) -> QuerySet[Opinion]:
    """The opinions of a draft that were looked at and are in no point; what is hidden from everybody still counts."""
    return Opinion.objects.filter(draft=draft, point__isnull=True).exclude(state=OpinionState.WAITING)


def page_of(draft: Draft, asked: Asked) -> tuple[list[Opinion], int]:
    """One page of what is asked for, and after which opinion the next one goes on (0: there is none)."""
    rows = loose(draft).filter(_place(asked.place), pk__gt=asked.after)
    if asked.source:
        rows = rows.filter(source=asked.source)
    if asked.stance:
        rows = rows.filter(stance=asked.stance)
    found = list(rows.select_related("unit").order_by("pk")[: PAGE + 1])
    return found[:PAGE], found[PAGE - 1].pk if len(found) > PAGE else 0


def places(draft: Draft) -> dict[str, str]:
    """The pieces of the draft's newest text that can be spoken about, by their keys, in their order."""
    if draft.current_id is None:
        return {}
    rows = Piece.objects.filter(version=draft.current_id).exclude(path="").order_by("position")
    return dict(rows.values_list("key", "path"))


def _place(asked: str) -> Q:
    if asked == WHOLE:
        return Q(here="", lost=False)
    if asked == LOST:
        return Q(lost=True)
    return Q(here=asked) if asked else Q()
