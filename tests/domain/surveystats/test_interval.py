"""Intervals counted again by SciPy, Newcombe's own example, and what holds of any of them."""

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest, norm

from vidan.domain.surveystats.interval import (
    Estimate,
    Interval,
    PopulationTooSmall,
    Z,
    difference,
    effective_size,
    wilson,
)
from vidan.domain.surveystats.measure import Measure


def test_the_quantile_is_that_of_95_per_cent() -> None:
    assert pytest.approx(norm.ppf(0.975), rel=1e-14) == Z


@pytest.mark.parametrize(
    ("k", "n"), [(146, 200), (0, 1), (1, 1), (0, 30), (30, 30), (1, 7), (500_000, 1_000_000), (999_999, 1_000_000)]
)
def test_scipy_counts_the_same_interval(k: int, n: int) -> None:
    told = binomtest(k, n).proportion_ci(confidence_level=0.95, method="wilson")
    found = wilson(Fraction(k, n), n)
    assert (found.low, found.high) == pytest.approx((told.low, told.high), abs=1e-12)


@given(st.integers(1, 5_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_scipy_counts_the_same_interval_of_any_counts(told: tuple[int, int]) -> None:
    k, n = told
    other = binomtest(k, n).proportion_ci(method="wilson")
    found = wilson(Fraction(k, n), n)
    assert (found.low, found.high) == pytest.approx((other.low, other.high), abs=1e-12)


def test_of_a_finite_population_the_size_is_larger_and_the_interval_narrower() -> None:
    assert effective_size(200, 1000) == 200 * 999 / 800 == 249.75
    found = wilson(Fraction(73, 100), 249.75)
    p, z, n = 0.73, norm.ppf(0.975), 249.75
    middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    assert (found.low, found.high) == pytest.approx((middle - half, middle + half))
    alone = wilson(Fraction(73, 100), 200)
    assert alone.low < found.low < found.high < alone.high


def test_where_everybody_was_asked_the_interval_is_the_point() -> None:
    assert effective_size(200, 200) == math.inf
    assert wilson(Fraction(73, 100), math.inf) == Interval(0.73, 0.73)
    assert effective_size(1, 1) == math.inf


def test_more_answers_than_people_are_refused() -> None:
    with pytest.raises(PopulationTooSmall):
        effective_size(201, 200)
    with pytest.raises(ValueError, match="0"):
        wilson(0.5, 0)


@given(st.integers(0, 400), st.integers(1, 400), st.integers(0, 10_000))
def test_the_interval_holds_its_index_and_narrows_with_the_population(k: int, n: int, more: int) -> None:
    k = min(k, n)
    index = Fraction(k, n)
    far, near = wilson(index, effective_size(n)), wilson(index, effective_size(n, n + more))
    for one in (far, near):
        assert 0 <= one.low <= float(index) <= one.high <= 1
    assert near.high - near.low <= far.high - far.low + 1e-12


def estimate(k: int, n: int) -> Estimate:
    found = Measure(n, k, n).estimate
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("one", "other", "gap", "low", "high"),
    [  # Newcombe, Statistics in Medicine 17 (1998), table II, method 10
        ((56, 70), (48, 80), 0.2000, 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.6000, 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.5714, 0.0582, 0.8062),
        ((5, 56), (0, 29), 0.0893, -0.0381, 0.1926),
        ((0, 10), (0, 20), 0.0000, -0.1611, 0.2775),
        ((0, 10), (0, 10), 0.0000, -0.2775, 0.2775),
        ((10, 10), (0, 20), 1.0000, 0.6791, 1.0000),
        ((10, 10), (0, 10), 1.0000, 0.6075, 1.0000),
    ],
)
def test_differences_are_those_of_newcombes_table(
    one: tuple[int, int], other: tuple[int, int], gap: float, low: float, high: float
) -> None:
    found, interval = difference(estimate(*one), estimate(*other))
    assert float(found) == pytest.approx(gap, abs=5e-5)
    assert (interval.low, interval.high) == pytest.approx((low, high), abs=6e-5)


@given(st.tuples(*[st.integers(0, 60)] * 2), st.tuples(*[st.integers(1, 60)] * 2))
def test_a_difference_turned_round_is_the_same_with_the_other_sign(k: tuple[int, int], n: tuple[int, int]) -> None:
    one, other = (estimate(min(a, b), b) for a, b in zip(k, n, strict=True))
    gap, there = difference(one, other)
    back, here = difference(other, one)
    assert gap == -back
    assert (there.low, there.high) == pytest.approx((-here.high, -here.low))
    assert there.low - 1e-9 <= float(gap) <= there.high + 1e-9
