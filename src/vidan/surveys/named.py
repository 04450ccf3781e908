"""What published rounds measured of a procedure, found by its name as the sampling frame has it."""

from collections.abc import Iterator

from django.db.models import F
from django.urls import reverse

from vidan.domain.vietnamese.fold import fold
from vidan.foundation.figures.named import Measured
from vidan.surveys.models import SurveyRound

LATEST = 6
"""Published rounds that are looked through, the newest first."""


def measured(name: str) -> list[Measured]:
    """The satisfaction with a procedure in the newest published rounds that tell it apart from others."""
    rounds = SurveyRound.objects.published().defer("frozen").annotate(lines=F("frozen__result__procedures"))
    return [one for round_ in rounds.order_by("-published_on", "-pk")[:LATEST] for one in _of(round_, fold(name))]


def _of(round_: SurveyRound, folded: str) -> Iterator[Measured]:
    for line in vars(round_)["lines"] or ():
        found = line["overall"]["pooled"]
        if [fold(name) for name in line["names"]] == [folded] and found["index"] is not None and round_.published_on:
            yield Measured(
                title=round_.title,
                address=reverse("surveys:result", args=[round_.code]),
                on=round_.published_on,
                replies=line["replies"],
                index=found["index"],
                low=found["low"],
                high=found["high"],
            )
