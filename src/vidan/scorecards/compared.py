"""The published sheets of a year side by side: share of the own maximum, rank, and the change on the year before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from django.db.models import F, QuerySet

from vidan.domain.scoring.points import percent
from vidan.domain.scoring.ranks import Rank, rank
from vidan.foundation.units.selectors import standing
from vidan.scorecards.kinds import CardKind, State
from vidan.scorecards.models import RubricVersion, Scorecard, TieDecision

Before = Mapping[tuple[str, int], list[Scorecard]]
"""The sheets of the year before, by kind and by the unit that stands in their units' place at the end of this year."""


@dataclass(frozen=True)
class Placed:
    """One unit of the year: `share` is exact, and what is ranked; `percent` is the same as it is shown.

    `warnings` names what makes the comparison with the year before doubtful: `unit`, `rubric`.
    """

    card: Scorecard
    points: Decimal
    maximum: Decimal
    share: Fraction | None
    percent: Decimal | None
    rank: Rank | None
    change: Decimal | None
    warnings: tuple[str, ...]
    band: str = ""


def newest(cards: Iterable[Scorecard]) -> list[Scorecard]:
    """Of each unit and kind the newest edition."""
    found: dict[tuple[str, int, int], Scorecard] = {}
    for card in sorted(cards, key=lambda one: one.edition):
        found[card.kind, card.front_id, card.unit_id] = card
    return list(found.values())


def of_year(year: int) -> list[Scorecard]:
    """The published sheets of a year, of each unit the newest edition."""
    return newest(_light(Scorecard.objects.published().filter(year=year)))


def decided(rubric: RubricVersion, year: int) -> list[Scorecard]:
    """The sheets of units by one rubric and year whose result is decided or published, of each unit the newest edition."""
    rows = Scorecard.objects.filter(kind=CardKind.UNIT, rubric=rubric, year=year)
    return newest(_light(rows.filter(state__in=(State.DECIDED, State.PUBLISHED))))


def ties(rows: Iterable[Placed]) -> list[list[Placed]]:
    """The units of a ranking with equal results, whether their order is decided or not, one list a tie."""
    groups = (list(group) for share, group in groupby(rows, key=lambda one: one.share) if share is not None)
    return [group for group in groups if len(group) > 1]


def ranked(rubric: RubricVersion, year: int) -> list[Placed]:
    """The units of one rubric and year by rank, as the head sees them before and after they are published."""
    return sorted(_group(decided(rubric, year), {}, _orders(year)), key=_place)


def _light(rows: QuerySet[Scorecard]) -> QuerySet[Scorecard]:
    """Sheets with their total alone: what was frozen is long, and a year has many."""
    beside = rows.select_related("unit", "front", "rubric").defer("frozen", "rubric__written")
    return beside.annotate(total=F("frozen__result__total"))


def told_ties(rows: Iterable[Placed], year: int) -> list[tuple[list[Placed], str]]:
    """The decisions on equal results that stand in a ranking: the units in their order, and the reason of the newest."""
    known = {one.card.code: one for one in rows}
    newest_of = {frozenset(one.order): one for one in TieDecision.objects.filter(year=year)}
    found = []
    for decision in newest_of.values():
        units = [known[code] for code in decision.order if code in known]
        shares = {one.share for one in units}
        if (
            len(units) == len(decision.order)
            and len(shares) == 1
            and all(one.rank and not one.rank.shared for one in units)
        ):
            found.append((units, decision.reason))
    return found


def _orders(year: int) -> list[list[str]]:
    """The orders that were decided where units were equal."""
    return list(TieDecision.objects.filter(year=year).values_list("order", flat=True))


def placed(year: int) -> list[Placed]:
    """The units of a year by rank; only sheets of one rubric are ranked with each other, where there are several."""
    cards, before = of_year(year), _followed(of_year(year - 1), year)
    groups: dict[int, list[Scorecard]] = {}
    for card in cards:
        groups.setdefault(card.rubric_id, []).append(card)
    orders = _orders(year)
    found = [one for group in groups.values() for one in _group(group, before, orders)]
    return sorted(found, key=lambda one: (one.card.rubric_id, *_place(one)))


def _place(one: Placed) -> tuple[bool, int, str]:
    return (one.rank is None, one.rank.rank if one.rank else 0, one.card.unit.sort_key)


def _group(cards: list[Scorecard], before: Before, orders: list[list[str]]) -> list[Placed]:
    shares = {card.code: _share(card) for card in cards}
    ranks = rank(shares, orders) if len(cards) > 1 else {}
    return [_placed(card, shares[card.code], ranks.get(card.code), before) for card in cards]


def _placed(card: Scorecard, share: Fraction | None, ranked: Rank | None, before: Before) -> Placed:
    told, now = _total(card), _percent(card)
    old, warnings = _year_before(card, before)
    was = _percent(old) if old else None
    change = now - was if now is not None and was is not None else None
    points, maximum = Decimal(told["points"]), Decimal(told["maximum"])
    return Placed(card, points, maximum, share, now, ranked, change, warnings, told["band"] or "")


def _followed(before: list[Scorecard], year: int) -> Before:
    day, found = date(year, 12, 31), dict[tuple[str, int], list[Scorecard]]()
    for old in before:
        stands = standing(old.unit_id, day)
        if stands is not None:
            found.setdefault((old.kind, stands.pk), []).append(old)
    return found


def _year_before(card: Scorecard, before: Before) -> tuple[Scorecard | None, tuple[str, ...]]:
    """The sheet to compare with: the unit's own, or that of the one unit whose place it took; of several there is none."""
    stood = before.get((card.kind, card.unit_id), [])
    own = [old for old in stood if old.unit_id == card.unit_id]
    old = next(iter(own or stood), None) if own or len(stood) == 1 else None
    doubts = [("unit", stood != own), ("rubric", old is not None and old.rubric_id != card.rubric_id)]
    return old, tuple(name for name, doubtful in doubts if doubtful)


def _share(card: Scorecard) -> Fraction | None:
    told = _total(card)
    return None if told["percent"] is None else percent(Decimal(told["points"]), Decimal(told["maximum"]))


def _percent(card: Scorecard) -> Decimal | None:
    told = _total(card)["percent"]
    return None if told is None else Decimal(told)


def _total(card: Scorecard) -> dict[str, str]:
    total: dict[str, str] = vars(card)["total"]  # annotated by _light(): what is decided is frozen
    return total


def is_replaced(card: Scorecard) -> bool:
    """Whether a later edition is published in its place."""
    later = Scorecard.objects.filter(corrects=card, state=State.PUBLISHED)
    return later.exists()
