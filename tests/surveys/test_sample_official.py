"""The sample Front watches the district's survey of 2019 from its plan to its late publication, and this year's, late again."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from tests.cases.made import actor

from vidan.domain.watching.punctuality import Standing
from vidan.foundation.calendar import clock
from vidan.foundation.notices.agenda import due_work
from vidan.site.sample.official_surveys import make_official_surveys
from vidan.surveys.models import OfficialSurvey
from vidan.surveys.publication_words import standing_of

pytestmark = pytest.mark.django_db

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def make(day: date) -> datetime:
    last = datetime(day.year, day.month, day.day, 10, tzinfo=ZONE)
    make_official_surveys(last=last, people={local: actor(local) for local in ("can-bo-quan", "lanh-dao")})
    return last


def test_the_survey_of_2019_was_late_written_about_answered_published_and_closed() -> None:
    with clock.at(make(date(2020, 11, 16))):
        survey = OfficialSurvey.objects.get(year=2019)
        told = standing_of(survey)
        assert (told.standing, told.days) == (Standing.PUBLISHED_LATE, 49)
        assert survey.closed_on == date(2020, 6, 1)
        assert survey.letters.get().answer is not None
        page = Client().get(f"/khao-sat/chinh-thuc/{survey.code}/").content.decode()
        assert "Đã công bố, trễ 49 ngày" in page


def test_this_years_is_late_and_its_letter_waits_for_the_head() -> None:
    with clock.at(make(date(2020, 11, 16))):
        (row,) = due_work(actor("lanh-dao"))
        assert row.words == "Chưa công bố, trễ 10 ngày"
        assert row.next_label == "Duyệt công văn"


@pytest.mark.parametrize("day", [date(2018, 3, 13), date(2019, 7, 1), date(2020, 2, 20)])
def test_a_sample_of_an_earlier_day_knows_nothing_of_later_ones(day: date) -> None:
    make(day)
    assert not OfficialSurvey.objects.filter(recorded_at__date__gt=day).exists()
    assert not OfficialSurvey.objects.filter(published_on__gt=day).exists()
