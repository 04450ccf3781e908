"""The published sheets of a year side by side: share of the own maximum, rank, and the change on the year before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from vidan.domain.scoring.ranks import Rank, rank
from vidan.foundation.units.selectors import standing
from vidan.scorecards.kinds import State
from vidan.scorecards.models import Scorecard


@dataclass(frozen=True)
class Placed:
    """One unit of the year. `warnings` names what makes the comparison with the year before doubtful: `unit`, `rubric`."""

    card: Scorecard
    points: Decimal
    maximum: Decimal
    percent: Decimal | None
    rank: Rank | None
    change: Decimal | None
    warnings: tuple[str, ...]


def newest(cards: Iterable[Scorecard]) -> list[Scorecard]:
    """Of each unit and kind the newest edition."""
    found: dict[tuple[str, int, int], Scorecard] = {}
    for card in sorted(cards, key=lambda one: one.edition):
        found[card.kind, card.front_id, card.unit_id] = card
    return list(found.values())


def of_year(year: int) -> list[Scorecard]:
    """The published sheets of a year, of each unit the newest edition."""
    rows = Scorecard.objects.published().filter(year=year).select_related("unit", "front", "rubric")
    return newest(rows)


def placed(year: int) -> list[Placed]:
    """The units of a year by rank; only sheets of one rubric are ranked with each other, where there are several."""
    cards, before = of_year(year), of_year(year - 1)
    groups: dict[int, list[Scorecard]] = {}
    for card in cards:
        groups.setdefault(card.rubric_id, []).append(card)
    found = [one for group in groups.values() for one in _group(group, before)]
    return sorted(found, key=lambda one: (one.card.rubric_id, one.rank.rank if one.rank else 0, one.card.unit.sort_key))


def _group(cards: list[Scorecard], before: list[Scorecard]) -> list[Placed]:
    shares = {card.code: _percent(card) for card in cards}
    ranks = rank(shares) if len(cards) > 1 else {}
    return [_placed(card, shares[card.code], ranks.get(card.code), before) for card in cards]


def _placed(card: Scorecard, share: Decimal | None, ranked: Rank | None, before: list[Scorecard]) -> Placed:
    told = _total(card)
    old, warnings = _year_before(card, before)
    was = _percent(old) if old else None
    change = share - was if share is not None and was is not None else None
    return Placed(card, Decimal(told["points"]), Decimal(told["maximum"]), share, ranked, change, warnings)


def _year_before(card: Scorecard, before: list[Scorecard]) -> tuple[Scorecard | None, tuple[str, ...]]:
    """The sheet to compare with: the unit's own, or that of the one unit whose place it took."""
    day = date(card.year, 12, 31)
    for old in before:
        stands = standing(old.unit_id, day)
        if old.kind == card.kind and stands is not None and stands.pk == card.unit_id:
            doubts = [("unit", old.unit_id != card.unit_id), ("rubric", old.rubric_id != card.rubric_id)]
            return old, tuple(name for name, doubtful in doubts if doubtful)
    return None, ()


def _percent(card: Scorecard) -> Decimal | None:
    told = _total(card)["percent"]
    return None if told is None else Decimal(told)


def _total(card: Scorecard) -> dict[str, str]:
    assert card.frozen is not None  # published sheets are frozen
    total: dict[str, str] = card.frozen["result"]["total"]
    return total


def is_replaced(card: Scorecard) -> bool:
    """Whether a later edition is published in its place."""
    later = Scorecard.objects.filter(corrects=card, state=State.PUBLISHED)
    return later.exists()
