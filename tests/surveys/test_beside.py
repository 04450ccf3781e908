"""The published index beside the Front's own: intervals counted again by SciPy, and what may be said of them."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from scipy.stats import binomtest
from tests.surveys.made import open_round
from tests.surveys.official_made import fresh, published, recorded

from vidan.surveys.beside import Span, beside, official_side, own_side
from vidan.surveys.kinds import RoundState
from vidan.surveys.models import OfficialSurvey, SurveyRound

pytestmark = pytest.mark.django_db


def own_round(index: str, low: str, high: str, *, weighted: dict[str, str] | None = None, **told: Any) -> SurveyRound:
    """A round as it stands once it is published: only what a comparison reads of its result."""
    pooled = {"index": index, "low": low, "high": high, "replies": 200, "population": 3000, "doubtful": False}
    overall = {"pooled": pooled, "weighted": weighted}
    frozen = {"result": {"overall": overall}}
    return open_round(**{"state": RoundState.PUBLISHED, "frozen": frozen, "published_on": date(2018, 3, 10), **told})


def with_round(round_: SurveyRound, **told: Any) -> OfficialSurvey:
    return fresh(published(recorded(round=round_), **told))


def span_of(survey: OfficialSurvey) -> Span:
    side = official_side(survey)
    assert side is not None
    assert side.span is not None
    return side.span


def test_the_interval_of_the_published_index_is_wilsons() -> None:
    side = official_side(published(recorded(), index=Decimal("75.00"), index_n=400))
    assert side is not None
    again = binomtest(300, 400).proportion_ci(method="wilson")
    assert side.span == Span(Decimal(f"{again.low * 100:.2f}"), Decimal(f"{again.high * 100:.2f}"))


def test_of_a_small_population_the_interval_is_narrower_and_of_everybody_it_is_the_point() -> None:
    survey = recorded()
    wide = span_of(published(survey, index=Decimal(75), index_n=400))
    narrow = span_of(published(survey, index=Decimal(75), index_n=400, population=500))
    point = span_of(published(survey, index=Decimal(75), index_n=400, population=400))
    assert wide.low < narrow.low < Decimal(75) < narrow.high < wide.high
    assert point == Span(Decimal("75.00"), Decimal("75.00"))


def test_without_the_replies_no_interval_is_made_up() -> None:
    told = beside(with_round(own_round("80.00", "74.00", "85.00"), index_n=None))
    assert told is not None
    assert told.official is not None
    assert told.official.span is None
    assert "Không rõ chỉ số được công bố tính trên bao nhiêu phiếu" in str(told.sentence)


@pytest.mark.parametrize(
    ("own", "words"),
    [
        (("94.00", "90.00", "96.50"), "có phần chung: với số phiếu này chưa thể nói"),
        (("80.00", "74.00", "85.00"), "chỉ số được công bố cao hơn"),
        (("99.90", "99.00", "99.99"), "chỉ số được công bố thấp hơn"),
    ],
)
def test_a_difference_is_told_as_overlap_or_not_and_never_as_who_is_right(
    own: tuple[str, str, str], words: str
) -> None:
    told = beside(with_round(own_round(*own), index=Decimal("95.50"), index_n=388))
    assert told is not None
    assert words in str(told.sentence)


def test_the_fronts_own_is_weighted_where_its_result_is() -> None:
    weighted = {"index": "78.00", "low": "70.00", "high": "84.00", "effective": "150.0"}
    side = own_side(with_round(own_round("80.00", "74.00", "85.00", weighted=weighted)))
    assert side is not None
    assert (side.index, side.weighted, side.n) == (Decimal("78.00"), True, 200)


def test_a_round_that_is_not_published_says_nothing() -> None:
    survey = with_round(open_round(state=RoundState.CLOSED))
    assert own_side(survey) is None
    told = beside(survey)
    assert told is not None
    assert "chưa có kết quả khảo sát của mình" in str(told.sentence)


def test_where_neither_is_known_nothing_stands_beside_anything() -> None:
    assert beside(recorded()) is None


def test_where_only_the_fronts_own_is_known_that_is_said() -> None:
    told = beside(fresh(recorded(round=own_round("80.00", "74.00", "85.00"))))
    assert told is not None
    assert [side.whose for side in told.sides] == ["Khảo sát thử"]
    assert "chưa công bố chỉ số" in str(told.sentence)
