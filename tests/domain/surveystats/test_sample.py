"""Sample sizes of the official method, and their distribution over strata."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidan.domain.surveystats.sample import allocate, sample_size


@pytest.mark.parametrize(
    ("population", "size"), [(0, 0), (1, 1), (100, 80), (400, 200), (1000, 286), (10_000, 385), (10**9, 400)]
)
def test_sizes_at_five_per_cent(population: int, size: int) -> None:
    assert sample_size(population, Decimal("0.05")) == size


@pytest.mark.parametrize(("population", "error"), [(-1, "0.05"), (10, "0"), (10, "1"), (10, "-0.1")])
def test_what_is_no_population_or_error_is_refused(population: int, error: str) -> None:
    with pytest.raises(ValueError, match=r"\d"):
        sample_size(population, Decimal(error))


def test_what_is_left_over_goes_to_the_largest_remainders() -> None:
    assert allocate(286, [500, 300, 200]) == [143, 86, 57]
    assert allocate(2, [1, 1, 1]) == [1, 1, 0]
    assert allocate(0, []) == []
    with pytest.raises(ValueError, match="4"):
        allocate(4, [1, 2])


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=8), st.fractions(0, 1))
def test_the_strata_get_all_and_none_more_than_it_has(populations: list[int], share: Fraction) -> None:
    total = int(sum(populations) * share)
    got = allocate(total, populations)
    assert sum(got) == total
    for part, people in zip(got, populations, strict=True):
        assert 0 <= part <= people
        if sum(populations):
            assert abs(part - Fraction(total * people, sum(populations))) < 1


@given(st.integers(1, 10**7), st.decimals("0.01", "0.5", places=3))
def test_a_sample_is_never_larger_than_its_population(population: int, error: Decimal) -> None:
    assert 1 <= sample_size(population, error) <= population
