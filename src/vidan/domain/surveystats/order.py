"""Which index is higher (thứ tự): a place only where intervals tell units apart, else a span of places."""

from collections.abc import Mapping
from dataclasses import dataclass

from vidan.domain.surveystats.interval import Estimate


@dataclass(frozen=True)
class Place:
    """A unit may stand anywhere from `first` to `last`; `alike` are those whose intervals overlap with its own."""

    first: int
    last: int
    alike: tuple[str, ...]


def places(units: Mapping[str, Estimate]) -> dict[str, Place]:
    """The place of each unit, the highest index first; equal indices in the order given.

    Above a unit stand surely those whose whole interval is higher. Overlap is the cautious test: of two intervals that do
    overlap a little, the difference may still be sure, and difference() says so.
    """
    found = {}
    for name in sorted(units, key=lambda one: -units[one].index):
        own = units[name].interval
        above = sum(1 for one in units.values() if one.interval.low > own.high)
        below = sum(1 for one in units.values() if one.interval.high < own.low)
        alike = tuple(other for other, one in units.items() if other != name and one.interval.overlaps(own))
        found[name] = Place(1 + above, len(units) - below, alike)
    return found
