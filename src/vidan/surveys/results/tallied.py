"""The counts of a round as they are read: three queries over rows of counts, however many replies there are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Case, F, Q, QuerySet, Sum, Value, When

from vidan.domain.questionnaire.answers import Item
from vidan.domain.surveystats.levels import HIGHEST, Counts
from vidan.surveys.kinds import ContactOutcome
from vidan.surveys.models import Stratum, SurveyRound, Tally

Values = Mapping[str, Mapping[str, int]]
"""By item, then by value, how many; the item "" counts the replies."""


@dataclass(frozen=True)
class Part:
    """One stratum of the frame."""

    pk: int
    unit: str
    unit_name: str
    counter: str
    place: str
    procedure: str = ""
    population: int | None = None
    target: int | None = None


@dataclass(frozen=True)
class Tallied:
    """All that a result is made from.

    `marked` are the replies that were too fast or repeated; `ways`, how replies came, counts them too, nothing else does.
    """

    parts: tuple[Part, ...]
    by_part: Mapping[int, Values]
    by_month: Mapping[date, Values]
    marked: Values = field(default_factory=dict)
    ways: Mapping[str, int] = field(default_factory=dict)
    refused: int = 0
    unreachable: int = 0


def tallied(round_: SurveyRound) -> Tallied:
    """The counts of a round."""
    rows = Tally.objects.filter(round=round_).order_by()
    by_part: dict[int, dict[str, dict[str, int]]] = {}
    marked: dict[str, dict[str, int]] = {}
    by_stratum = rows.values_list("stratum_id", "marked", "item", "value").annotate(n=Sum("count"))
    for stratum, is_marked, item, value, count in by_stratum:
        _add(marked if is_marked else by_part.setdefault(stratum, {}), item, value, count)
    by_month: dict[date, dict[str, dict[str, int]]] = {}
    ways: dict[str, int] = {}
    plain = rows.filter(Q(marked=False) | Q(item="")).annotate(by=Case(When(item="", then=F("way")), default=Value("")))
    with_way = plain.values_list("month", "marked", "by", "item", "value").annotate(n=Sum("count"))
    for month, is_marked, way, item, value, count in with_way:
        if way:
            ways[way] = ways.get(way, 0) + count
        if not is_marked:
            _add(by_month.setdefault(month, {}), item, value, count)
    strata = list(_asked(round_))
    return Tallied(
        parts=tuple(_part(one) for one in strata),
        by_part=by_part,
        by_month=by_month,
        marked=marked,
        ways=ways,
        refused=sum(vars(one)["refused"] or 0 for one in strata),
        unreachable=sum(vars(one)["unreachable"] or 0 for one in strata),
    )


def _asked(round_: SurveyRound) -> QuerySet[Stratum]:
    """The frame, with how many people of each stratum were asked in vain."""
    counts = {outcome.value: Sum("contacts__count", filter=Q(contacts__outcome=outcome)) for outcome in ContactOutcome}
    return round_.strata.select_related("unit", "counter").annotate(**counts)


def replies_in(values: Values) -> int:
    """How many replies."""
    return values.get("", {}).get("", 0)


def levels_in(values: Values, item: Item) -> Counts:
    """The answers to one scale."""
    known = values.get(item.code, {})
    return Counts(tuple(known.get(str(level), 0) for level in range(1, HIGHEST + 1)))


def added(many: Iterable[Values]) -> Values:
    """Counts of several parts or months together."""
    found: dict[str, dict[str, int]] = {}
    for values in many:
        for item, told in values.items():
            for value, count in told.items():
                _add(found, item, value, count)
    return found


def _add(into: dict[str, dict[str, int]], item: str, value: str, count: int) -> None:
    known: dict[str, Any] = into.setdefault(item, {})
    known[value] = known.get(value, 0) + count


def _part(stratum: Stratum) -> Part:
    unit, counter = stratum.unit, stratum.counter
    names = (unit.slug, unit.short_name, counter.code, counter.label)
    return Part(stratum.pk, *names, stratum.procedure, stratum.population, stratum.target)
