"""How a number that may be a share reads."""

import pytest

from vidan.foundation.figures.words import of_all, share_words, value_words

READ = [
    ((120, None), "120", "120"),
    ((22067, None), "22.067", "22.067"),
    ((12, 14), "12/14", "12/14 (85,7%)"),
    ((0, 14), "0/14", "0/14 (0,0%)"),
    ((0, 0), "0/0", "chưa phát sinh"),
    ((12, 10), "12, so với 10", "12, so với 10"),
    ((5, 0), "5, so với 0", "5, so với 0"),
]
"""A count and what it is told of; how the two read, and how they read with the share."""


@pytest.mark.parametrize(("told", "bare", "words"), READ)
def test_a_number_reads_the_same_everywhere(told: tuple[int, int | None], bare: str, words: str) -> None:
    assert (of_all(*told), value_words(*told)) == (bare, words)


def test_points_are_told_with_their_decimals() -> None:
    assert value_words(8125, 10000, 100) == "81,25/100,00 (81,3%)"


@pytest.mark.parametrize(
    ("told", "words"), [((3, 4), "75,0%"), ((0, 0), "chưa có"), ((12, 10), "hơn 100%"), ((5, 0), "hơn 100%")]
)
def test_no_share_is_told_above_a_hundred_per_cent(told: tuple[int, int], words: str) -> None:
    assert share_words(*told) == words
