"""Samples are drawn again the same; agreement is counted as by hand."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidan.domain.quality.agreement import cohens_kappa, percent_agreement
from vidan.domain.quality.draw import draw

KEYS = [f"PA-2018-{n:04d}" for n in range(1, 41)]


def pairs(yes_yes: int, yes_no: int, no_yes: int, no_no: int) -> list[tuple[str, str]]:
    return [("y", "y")] * yes_yes + [("y", "n")] * yes_no + [("n", "y")] * no_yes + [("n", "n")] * no_no


@pytest.mark.parametrize(
    ("told", "percent", "kappa"),
    [
        (pairs(20, 5, 10, 15), "70.0", "0.40"),  # po 35/50; pe .5*.6 + .5*.4 = .5
        (pairs(45, 15, 25, 15), "60.0", "0.13"),  # po .6; pe .6*.7 + .4*.3 = .54; .06/.46
        (pairs(25, 35, 5, 35), "60.0", "0.26"),  # po .6; pe .6*.3 + .4*.7 = .46; .14/.54
        (pairs(10, 0, 0, 10), "100.0", "1.00"),
        (pairs(0, 10, 10, 0), "0.0", "-1.00"),
        (pairs(5, 5, 5, 5), "50.0", "0.00"),
        ([("a", "a"), ("b", "b"), ("c", "c"), ("a", "b"), ("b", "c"), ("c", "a")], "50.0", "0.25"),
    ],
)
def test_agreement_as_counted_by_hand(told: list[tuple[str, str]], percent: str, kappa: str) -> None:
    assert percent_agreement(told) == Decimal(percent)
    assert cohens_kappa(told) == Decimal(kappa)


def test_without_pairs_or_with_one_mark_for_all_there_is_no_kappa() -> None:
    assert percent_agreement([]) is None
    assert cohens_kappa([]) is None
    assert cohens_kappa(pairs(8, 0, 0, 0)) is None
    assert percent_agreement(pairs(8, 0, 0, 0)) == Decimal("100.0")


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), max_size=30))
def test_kappa_is_never_more_than_one_and_does_not_care_who_is_first(told: list[tuple[str, str]]) -> None:
    kappa = cohens_kappa(told)
    assert kappa == cohens_kappa([(other, one) for one, other in told])
    assert kappa is None or -1 <= kappa <= 1


def test_a_sample_is_known_before_hand() -> None:
    assert draw(KEYS, size=4, seed="2018-1") == draw(list(reversed(KEYS)), size=4, seed="2018-1")
    assert draw(KEYS, size=4, seed="2018-1") != draw(KEYS, size=4, seed="2018-2")


def test_no_more_is_drawn_than_there_is_and_nothing_twice() -> None:
    assert sorted(draw([*KEYS, *KEYS], size=99, seed="x")) == KEYS


def test_every_key_is_drawn_about_as_often() -> None:
    counts = dict.fromkeys(KEYS, 0)
    for seed in range(400):
        for key in draw(KEYS, size=10, seed=str(seed)):
            counts[key] += 1
    assert all(60 <= count <= 140 for count in counts.values())


@given(st.sets(st.text(max_size=5), max_size=20), st.text(max_size=5))
def test_a_key_that_is_added_never_swaps_two_others(keys: set[str], seed: str) -> None:
    before = draw(keys, size=99, seed=seed)
    after = draw(keys | {"new one"}, size=99, seed=seed)
    assert tuple(key for key in after if key != "new one" or "new one" in keys) == before
