"""The sample's self-scores: a year that is published by rank, and a sheet that waits for its explanation."""

from datetime import datetime

import pytest
from tests.cases.made import actor

from vidan.foundation.calendar import clock
from vidan.scorecards.compared import placed
from vidan.scorecards.kinds import State
from vidan.scorecards.models import Scorecard
from vidan.site.sample.appraisals import make_appraisals

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("year", "month", "day"), [(2020, 11, 16), (2020, 1, 10), (2018, 6, 1)])
def test_three_wards_are_published_by_rank_and_one_is_to_explain(year: int, month: int, day: int) -> None:
    last = datetime(year, month, day, 9, tzinfo=clock.now().tzinfo)
    with clock.at(last):
        make_appraisals(last=last, officer=actor("can-bo-quan"), head=actor("lanh-dao"))
        published = Scorecard.objects.filter(state=State.PUBLISHED)
        (ranked,) = set(published.values_list("year", flat=True))
        ranking = [(one.card.unit.slug, one.rank and one.rank.rank, one.band) for one in placed(ranked)]
        assert ranking == [("ubnd-a-thao-dien", 1, "Tốt"), ("ubnd-a-an-phu", 2, "Tốt"), ("ubnd-a-binh-an", 3, "Khá")]
        assert all(card.published_on and card.published_on <= last.date() for card in published)
        waiting = Scorecard.objects.get(state=State.EXPLAINING)
        assert (waiting.unit.slug, waiting.year) == ("ubnd-a-an-phu", last.year)
