"""What of a draft itself stands on the desk's day, and for whom."""

from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone
from tests.cases.made import actor
from tests.consultations.hearings_made import planned
from tests.consultations.made import HEAD, OFFICER, drafted
from tests.consultations.points_made import sent, submitted

from vidan.consultations.due import AHEAD, due_work
from vidan.consultations.standing_words import SOON
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.models import Clock

pytestmark = pytest.mark.django_db


def addresses(local: str = OFFICER) -> list[str]:
    return [row.address.rsplit("/phan-bien/", 1)[1] for row in due_work(actor(local))]


@pytest.mark.parametrize(("before", "stands"), [(1, False), (0, True), (-1, True)])
def test_an_answer_stands_there_from_a_week_before_its_day(before: int, stands: bool) -> None:
    draft = sent()
    due = Clock.objects.get(subject=draft.code).due_on - AHEAD - timedelta(days=before)
    with clock.at(timezone.make_aware(datetime.combine(due, time(9)))):
        assert addresses() == ([f"{draft.code}/"] if stands else [])


def test_a_document_waits_for_the_head_only() -> None:
    draft = submitted()
    assert (addresses(HEAD), addresses()) == ([f"{draft.code}/"], [])


@pytest.mark.parametrize(("more", "stands"), [(0, True), (1, False)])
def test_a_window_stands_there_once_it_ends_soon(more: int, stands: bool) -> None:
    draft = drafted(closes_on=clock.today() + SOON + timedelta(days=more))
    assert addresses() == ([f"{draft.code}/"] if stands else [])


def test_a_draft_that_waits_for_nothing_is_told_by_its_meeting_alone() -> None:
    hearing = planned(drafted(closes_on=clock.today() + timedelta(days=20)))
    assert addresses() == [f"{hearing.draft.code}/hoi-nghi/{hearing.pk}/"]
