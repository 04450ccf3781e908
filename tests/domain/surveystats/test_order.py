"""A place is told only where intervals tell units apart."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from vidan.domain.surveystats.interval import Estimate, Interval
from vidan.domain.surveystats.measure import Measure
from vidan.domain.surveystats.order import Place, places


def of(index: float, low: float, high: float) -> Estimate:
    return Estimate(Fraction(index), Interval(low, high))


def test_units_apart_have_a_place_and_overlapping_ones_a_span() -> None:
    found = places({"c": of(0.5, 0.4, 0.6), "a": of(0.95, 0.93, 0.97), "b": of(0.55, 0.45, 0.65)})
    assert list(found) == ["a", "b", "c"]
    assert found["a"] == Place(1, 1, ())
    assert found["b"] == Place(2, 3, ("c",))
    assert found["c"] == Place(2, 3, ("b",))


def test_overlap_is_not_handed_on() -> None:
    found = places({"a": of(0.9, 0.8, 1), "b": of(0.75, 0.65, 0.85), "c": of(0.6, 0.5, 0.7)})
    assert [(one.first, one.last, one.alike) for one in found.values()] == [
        (1, 2, ("b",)),
        (1, 3, ("a", "c")),
        (2, 3, ("b",)),
    ]


@given(st.lists(st.tuples(st.integers(1, 300), st.fractions(0, 1)), min_size=1, max_size=8))
def test_nobody_without_a_unit_alike_shares_a_place(told: list[tuple[int, Fraction]]) -> None:
    known = {str(i): Measure(n, int(n * share), n).estimate for i, (n, share) in enumerate(told)}
    found = places({name: one for name, one in known.items() if one})
    for name, place in found.items():
        assert 1 <= place.first <= place.last <= len(found)
        assert (place.first == place.last) == (not place.alike)
        for other in place.alike:
            assert name in found[other].alike
