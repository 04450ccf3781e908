"""What was published beside the Front's points, and how far apart the two are."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from vidan.scorecards.live import input_words
from vidan.scorecards.models import OfficialIndex
from vidan.scorecards.words import official_words

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("official", "ours", "said"),
    [
        (("9", "10"), ("10", "10"), "theo công bố: 9 / 10, chênh −1,00 điểm"),
        (("10", "10"), ("9.5", "10"), "theo công bố: 10 / 10, chênh +0,50 điểm"),
        (("80", "100"), ("45", "60"), "theo công bố: 80 / 100, chênh +5,00 điểm phần trăm"),
        (("24.5", "30"), (None, "30"), "theo công bố: 24,5 / 30"),
        (("1", "2"), ("0", "0"), "theo công bố: 1 / 2"),
    ],
)
def test_the_difference_is_in_points_where_both_weigh_alike(
    official: tuple[str, str], ours: tuple[str | None, str], said: str
) -> None:
    told = OfficialIndex(points=Decimal(official[0]), maximum=Decimal(official[1]))
    got = None if ours[0] is None else Decimal(ours[0])
    with override("vi"):
        assert official_words(told, got, Decimal(ours[1])) == said


def test_nothing_is_said_where_nothing_was_published() -> None:
    assert official_words(None, Decimal(1), Decimal(2)) == ""


@pytest.mark.parametrize(
    ("inputs", "said"),
    [
        ({"part": "12", "whole": "14"}, "12 / 14"),
        ({"part": "12", "whole": "10"}, "12, so với 10"),
        ({"count": "1234"}, "1.234"),
        ({}, ""),
    ],
)
def test_what_the_platform_knows_reads_as_a_number_of_its_whole(inputs: dict[str, str], said: str) -> None:
    assert input_words(inputs) == said
