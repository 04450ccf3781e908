"""Statistics as they are told: plain strings with the one rounding of domain/surveystats, and exact counts beside them."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from vidan.domain.questionnaire.answers import Item
from vidan.domain.surveystats.hiding import Block, joined, mean_bounds
from vidan.domain.surveystats.interval import Estimate, Interval, difference
from vidan.domain.surveystats.levels import Counts, mean_of_items, pooled
from vidan.domain.surveystats.measure import Measure, are_uneven, together, weigh
from vidan.domain.surveystats.rounding import level, percent, rounded
from vidan.surveys.results.lines import Line
from vidan.surveys.results.tallied import Values, levels_in

Told = dict[str, Any]


def index_told(measure: Measure) -> Told:
    """An index with its interval and what it stands on; no index without an answer."""
    found = measure.estimate
    return {
        "answers": measure.answers,
        "satisfied": measure.satisfied,
        "replies": measure.replies,
        "population": measure.population,
        "doubtful": measure.doubtful,
        **estimate_told(found),
    }


def estimate_told(found: Estimate | None) -> Told:
    """Index, low and high, in per cent."""
    if found is None:
        return {"index": None, "low": None, "high": None}
    interval = found.interval
    return {"index": str(percent(found.index)), "low": str(percent(interval.low)), "high": str(percent(interval.high))}


def measure_of(told: Mapping[str, Any]) -> Measure:
    """The measure that index_told() told."""
    return Measure(told["answers"], told["satisfied"], told["replies"], told["population"])


def gap_told(one: Measure, other: Measure) -> Told | None:
    """How much higher the first index is, in points of a per cent, with its interval, and whether that is sure."""
    first, second = one.estimate, other.estimate
    if first is None or second is None:
        return None
    gap, interval = difference(first, second)
    return {
        "gap": str(percent(gap)),
        "low": str(percent(interval.low)),
        "high": str(percent(interval.high)),
        "sure": _is_sure(interval),
    }


def _is_sure(interval: Interval) -> bool:
    """Whether the interval of a difference leaves out nought."""
    return interval.low > 0 or interval.high < 0


def mean_told(counts: Counts) -> str | None:
    """A mean level."""
    return None if counts.mean is None else str(level(counts.mean))


def blocks_told(blocks: Sequence[Block], counts: Counts) -> Told:
    """The distribution over joined levels, and the mean or the bounds it lies between."""
    numbers = joined(counts, blocks)
    bounds = mean_bounds(blocks, numbers)
    return {
        "blocks": [
            {
                "levels": list(block),
                "count": count,
                "share": str(percent(Fraction(count, counts.n))) if counts.n else None,
            }
            for block, count in zip(blocks, numbers, strict=True)
        ],
        "mean_low": str(level(bounds[0])) if bounds else None,
        "mean_high": str(level(bounds[1])) if bounds else None,
    }


def of_items(items: Sequence[Item], values: Values, population: int | None) -> Measure:
    """The pooled measure of some scales."""
    counts = [levels_in(values, item) for item in items]
    return together([(one.n, one.satisfied) for one in counts], population)


def several_told(items: Sequence[Item], values: Values, population: int | None) -> Told:
    """Several scales as one: the pooled index, and beside it the mean of the items' own."""
    counts = [levels_in(values, item) for item in items]
    mean = mean_of_items(counts)
    return {
        "items": len([one for one in counts if one.n]),
        "pooled": index_told(of_items(items, values, population)),
        "mean_of_items": None if mean is None else str(percent(mean)),
    }


def weighted_told(items: Sequence[Item], units: Sequence[Line]) -> Told | None:
    """The index in which each unit weighs as its population does; None where it changes nothing or cannot be worked out."""
    strata = [of_items(items, line.values, line.population) for line in units]
    found = weigh(strata) if are_uneven(strata) else None
    return None if found is None else estimate_told(found.estimate) | {"effective": str(rounded(found.size, 1))}


def counts_told(counts: Counts, population: int | None) -> Told:
    """What `vidan survey index` says of plain counts; raises PopulationTooSmall. Nothing is joined: they are the asker's own."""
    measure = Measure(counts.n, counts.satisfied, counts.n, population)
    return index_told(measure) | {
        "mean": mean_told(counts),
        "distribution": [str(percent(s)) for s in counts.distribution],
    }


__all__ = [
    "Told",
    "blocks_told",
    "counts_told",
    "estimate_told",
    "gap_told",
    "index_told",
    "measure_of",
    "of_items",
    "pooled",
    "several_told",
    "weighted_told",
]
