"""The facts of the yearly score, written in the transaction of the decision they tell of."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from vidan.domain.scoring.rubric import Block
from vidan.foundation.figures.figure import HUNDREDTHS
from vidan.foundation.figures.tally import add_fact
from vidan.scorecards.counted import rubric_of
from vidan.scorecards.figures import FOUR_CRITERIA
from vidan.scorecards.models import Scorecard


def tally_decided(card: Scorecard) -> None:
    """The Front's sheet was decided; one that corrects another takes that one's place.

    Dated by the day of the first decision, and by the last day of the sheet's year when that came later: the report of a year
    tells the score of that year, and a correction puts right the year it belongs to.
    """
    first = card
    while first.corrects is not None:
        first = first.corrects
    assert first.decided_on is not None  # only what was decided is corrected
    on = min(first.decided_on, date(card.year, 12, 31))
    for edition, sign in ((card.corrects, -1), (card, 1)):
        for name, mark, amount in _told(edition) if edition is not None else ():
            add_fact(name, on=on, front_id=card.front_id, unit_id=card.unit_id, mark=mark, amount=sign * amount)


def _told(card: Scorecard) -> Iterator[tuple[str, str, int]]:
    """The points of each top part of a frozen sheet, and what of them could be had, in hundredths."""
    assert card.frozen is not None
    sums = card.frozen["result"]["sums"]
    for top in rubric_of(card.rubric).fields:
        mark = top.code if card.rubric.slug == FOUR_CRITERIA else ""
        yield "scorecards.points", mark, _hundredths(sums[top.code]["points"])
        if top.block == Block.COUNTS:  # what is added or taken off at the end has no maximum of its own
            yield "scorecards.maximum", mark, _hundredths(sums[top.code]["maximum"])


def _hundredths(points: str) -> int:
    return int(Decimal(points) * HUNDREDTHS)
