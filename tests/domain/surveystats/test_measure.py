"""Pooled intervals stand on replies; weights bring uneven strata back to their populations."""

from fractions import Fraction
from statistics import pvariance

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from vidan.domain.surveystats.asked import Asked, left_open
from vidan.domain.surveystats.interval import effective_size, wilson
from vidan.domain.surveystats.measure import Measure, are_uneven, together, weigh


def test_the_interval_of_a_pooled_index_stands_on_replies_not_on_answers() -> None:
    found = together([(200, 146), (200, 150), (180, 90)])
    assert (found.answers, found.satisfied, found.replies) == (580, 386, 200)
    assert found.estimate is not None
    wide, narrow = wilson(Fraction(386, 580), 200), wilson(Fraction(386, 580), 580)
    assert found.estimate.interval == wide
    assert wide.high - wide.low > 1.6 * (narrow.high - narrow.low)


@given(st.lists(st.lists(st.booleans(), min_size=3, max_size=3), min_size=1, max_size=30))
def test_a_replys_own_share_varies_no_more_than_a_yes_or_no(replies: list[list[bool]]) -> None:
    shares = [Fraction(sum(one), 3) for one in replies]
    p = sum(shares) / len(shares)
    assert pvariance(shares) <= p * (1 - p)


def test_of_no_answers_there_is_no_estimate() -> None:
    assert together([]).estimate is None
    assert together([(0, 0)]).estimate is None


def test_a_population_smaller_than_the_replies_is_doubted_and_not_used() -> None:
    doubtful, plain = Measure(20, 10, 20, 19), Measure(20, 10, 20)
    assert doubtful.doubtful
    assert not plain.doubtful
    assert doubtful.estimate == plain.estimate


def test_weights_by_hand() -> None:
    # 100 of 1,000 at 90 %, 100 of 4,000 at 60 %: 0.2 x 90 + 0.8 x 60 = 66 %; Kish 5000² / (1000²/100 + 4000²/100) = 147.06
    found = weigh([Measure(100, 90, 100, 1000), Measure(100, 60, 100, 4000)])
    assert found is not None
    assert (found.estimate.index, found.size) == (Fraction(66, 100), Fraction(2500, 17))
    size = 2500 / 17 * 4999 / (5000 - 2500 / 17)
    assert effective_size(found.size, 5000) == pytest.approx(size)
    assert found.estimate.interval == wilson(Fraction(66, 100), effective_size(found.size, 5000))


def test_where_a_stratum_is_unknown_or_silent_nothing_is_weighed() -> None:
    known = Measure(100, 90, 100, 1000)
    for other in (Measure(5, 5, 5), Measure(0, 0, 0, 50), Measure(60, 1, 60, 50)):
        assert weigh([known, other]) is None
    assert weigh([]) is None


def test_strata_asked_in_one_proportion_need_no_weights() -> None:
    even = [Measure(10, 5, 10, 100), Measure(20, 5, 20, 200)]
    assert not are_uneven(even)
    assert are_uneven([*even, Measure(20, 5, 20, 100)])
    found = weigh(even)
    assert found is not None
    assert (found.estimate.index, found.size) == (Fraction(10, 30), Fraction(30))


@given(st.lists(st.tuples(st.integers(1, 50), st.fractions(0, 1), st.integers(0, 500)), min_size=1, max_size=6))
def test_weighted_lies_among_its_strata_and_counts_for_no_more_replies(
    told: list[tuple[int, Fraction, int]],
) -> None:
    strata = [Measure(n, int(n * share), n, n + more) for n, share, more in told]
    found = weigh(strata)
    assert found is not None
    indices = [Fraction(one.satisfied, one.answers) for one in strata]
    assert min(indices) <= found.estimate.index <= max(indices)
    assert found.size <= sum(one.replies for one in strata)
    if len({Fraction(one.replies, one.population or 1) for one in strata}) == 1:
        assert found.size == sum(one.replies for one in strata)


def test_one_item_is_scipys_interval_again() -> None:
    found = together([(200, 146)]).estimate
    other = binomtest(146, 200).proportion_ci(method="wilson")
    assert found is not None
    assert (found.interval.low, found.interval.high) == pytest.approx((other.low, other.high))


def test_rates_of_asking() -> None:
    one = Asked(200, 40, 10)
    assert (one.all, one.response, one.refusal, one.unreached) == (
        250,
        Fraction(4, 5),
        Fraction(4, 25),
        Fraction(1, 25),
    )
    assert Asked(0).response is None
    assert (left_open(190, 10), left_open(0, 0)) == (Fraction(1, 20), None)
