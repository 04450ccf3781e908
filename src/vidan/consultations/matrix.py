"""The matrix of a criticism: each point, what was answered, why, and where the text was changed; as everybody may ask for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet

from vidan.consultations.kinds import Verdict
from vidan.consultations.models import Draft, Point
from vidan.foundation.intake.fields import clean_text
from vidan.foundation.sheets.write import Cell

PAGE = 60
"""Points of a page."""

UNANSWERED, WHOLE = "chua", "ca-du-thao"

VERDICTS: Mapping[str, Verdict] = {
    "tiep-thu": Verdict.ACCEPTED,
    "mot-phan": Verdict.PARTLY,
    "khong": Verdict.REFUSED,
}
"""The verdicts as they stand in an address."""

HEAD = (
    "point",
    "place",
    "topic",
    "text",
    "proposal",
    "opinions",
    "agrees",
    "verdict",
    "reason",
    "clause",
    "answered_on",
    "recorded_by_front",
    "kept",
    "kept_note",
)


@dataclass(frozen=True)
class Asked:
    """What the address asks for: a verdict or none yet, a piece of the draft, and after which number to go on."""

    answer: str = ""
    place: str = ""
    after: int = 0

    @classmethod
    def of(cls, told: Mapping[str, str]) -> Self:
        """Out of an address; what it cannot mean is not asked for."""
        answer, after = told.get("tra-loi", ""), told.get("sau", "")
        return cls(
            answer=answer if answer == UNANSWERED or answer in VERDICTS else "",
            place=clean_text(told.get("cho", ""))[:120],
            after=int(after) if after.isascii() and after.isdigit() and len(after) < 5 else 0,
        )

    @property
    def address(self) -> str:
        """The filters as they stand in an address, without the page."""
        told = {"tra-loi": self.answer, "cho": self.place}
        return urlencode({name: value for name, value in told.items() if value})


def page_of(draft: Draft, asked: Asked) -> tuple[list[Point], int]:
    """One page of the points that are asked for, and after which number the next one goes on (0: there is none)."""
    rows = points_of(draft).filter(number__gt=asked.after)
    if asked.answer == UNANSWERED:
        rows = rows.filter(disposition__isnull=True)
    elif asked.answer:
        rows = rows.filter(disposition__verdict=VERDICTS[asked.answer])
    if asked.place:
        rows = rows.filter(place="" if asked.place == WHOLE else asked.place)
    found = list(rows[: PAGE + 1])
    return found[:PAGE], found[PAGE - 1].number if len(found) > PAGE else 0


def points_of(draft: Draft) -> QuerySet[Point]:
    """The points with their answers and checks, in their order."""
    return draft.points.select_related("disposition", "check_made").order_by("number")


def counts_of(draft: Draft) -> dict[str, int]:
    """How many points there are, how many of each verdict, and how many without one."""
    verdicts = {name: Count("pk", filter=Q(disposition__verdict=one)) for name, one in VERDICTS.items()}
    counted: dict[str, int] = draft.points.aggregate(
        all=Count("pk"), **verdicts, **{UNANSWERED: Count("pk", filter=Q(disposition__isnull=True))}
    )
    return counted


def places_of(draft: Draft) -> list[str]:
    """The places that the points are about, in the order of their numbers; none is the whole draft."""
    return list(dict.fromkeys(draft.points.order_by("number").values_list("place", flat=True)))


def rows_of(draft: Draft) -> Iterator[tuple[Cell, ...]]:
    """Every point as a row under HEAD; verdicts and checks by their stable names."""
    for point in points_of(draft):
        answer, check = getattr(point, "disposition", None), getattr(point, "check_made", None)
        said: tuple[Cell, ...] = ("", "", "", None, None)
        if answer is not None:
            said = (answer.verdict, answer.reason, answer.clause, answer.answered_on, int(answer.on_behalf))
        yield (
            point.number,
            point.place,
            point.topic,
            point.text,
            point.proposal,
            point.opinion_count,
            point.agree_count,
            *said,
            check.kept if check else "",
            check.note if check else "",
        )
