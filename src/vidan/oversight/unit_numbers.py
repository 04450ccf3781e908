"""The figures of one unit in a period (số liệu của đơn vị), with which its reports are filled in before it writes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vidan.foundation.figures.figure import Figure, Scope, all_figures, grouped

USUAL = (
    "outreach.activities",
    "outreach.reached",
    "cases.received",
    "cases.answered",
    "receptions.held",
    "receptions.people",
)
"""What every report shows, beside the figure of its duty."""


@dataclass(frozen=True)
class Number:
    """One figure of a unit in a period."""

    name: str
    label: str
    count: int


def numbers_of(*, unit_id: int, front_id: int, first: date, last: date, figure: str = "") -> list[Number]:
    """The figures of a unit, the duty's own first; one query. A unit's facts are those about what it did, or as a Front led."""
    declared = figures_by_name()
    names = [name for name in dict.fromkeys((figure, *USUAL)) if name in declared]
    scope = Scope(first, last, frozenset({unit_id, front_id}))
    found = grouped(names, scope, "unit_id", "front_id")
    return [
        Number(
            name,
            str(declared[name].label),
            sum(count for (unit, front), count in found[name].items() if unit_id in (unit, front)),
        )
        for name in names
    ]


def figures_by_name() -> Mapping[str, Figure]:
    """Every declared figure by its name."""
    return {one.name: one for one in all_figures()}
