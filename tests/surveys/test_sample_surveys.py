"""The sample's surveys: a round that ended and was published, and one that takes replies."""

from datetime import datetime

import pytest
from tests.cases.made import actor

from vidan.foundation.calendar import clock
from vidan.site.sample.surveys import make_surveys
from vidan.surveys.kinds import RoundState
from vidan.surveys.models import Reply, SurveyRound

pytestmark = pytest.mark.django_db


def test_the_round_of_2019_is_published_and_another_is_open() -> None:
    last = datetime(2020, 11, 16, 9, tzinfo=clock.now().tzinfo)
    with clock.at(last):
        make_surveys(last=last, officer=actor("can-bo-quan"), head=actor("lanh-dao"))
    ended, running = SurveyRound.objects.order_by("first_day")
    assert (ended.state, running.state) == (RoundState.PUBLISHED, RoundState.OPEN)
    assert ended.taken == Reply.objects.filter(stratum__round=ended).count() == 190
    assert running.taken % 10 == 0


def test_a_sample_that_ends_before_has_no_survey() -> None:
    last = datetime(2018, 6, 1, 9, tzinfo=clock.now().tzinfo)
    with clock.at(last):
        make_surveys(last=last, officer=actor("can-bo-quan"), head=actor("lanh-dao"))
    assert not SurveyRound.objects.exists()
