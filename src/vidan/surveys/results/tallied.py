"""The counts of a round as they are read: five grouped queries over rows of counts, however many replies there are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Sum

from vidan.domain.questionnaire.answers import Item
from vidan.domain.surveystats.levels import HIGHEST, Counts
from vidan.surveys.kinds import ContactOutcome
from vidan.surveys.models import ContactCount, Stratum, SurveyRound, Tally

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
    columns = ("stratum_id", "marked", "item", "value")
    for stratum, is_marked, item, value, count in rows.values_list(*columns).annotate(n=Sum("count")):
        _add(marked if is_marked else by_part.setdefault(stratum, {}), item, value, count)
    by_month: dict[date, dict[str, dict[str, int]]] = {}
    plain = rows.filter(marked=False)
    for month, item, value, count in plain.values_list("month", "item", "value").annotate(n=Sum("count")):
        _add(by_month.setdefault(month, {}), item, value, count)
    asked = dict(
        ContactCount.objects.filter(stratum__round=round_).order_by().values_list("outcome").annotate(Sum("count"))
    )
    return Tallied(
        parts=tuple(_part(one) for one in round_.strata.select_related("unit", "counter")),
        by_part=by_part,
        by_month=by_month,
        marked=marked,
        ways=dict(rows.filter(item="").values_list("way").annotate(Sum("count"))),
        refused=asked.get(ContactOutcome.REFUSED, 0),
        unreachable=asked.get(ContactOutcome.UNREACHABLE, 0),
    )


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
    names = (unit.slug, unit.name, counter.code, counter.label)
    return Part(stratum.pk, *names, stratum.procedure, stratum.population, stratum.target)
