"""The sample drafts stand where their days have brought them, made by the services."""

from datetime import datetime

import pytest
from tests.cases.made import actor
from tests.consultations.docx_made import ARTICLES

from vidan.consultations.in_time import in_time_words
from vidan.consultations.kinds import State
from vidan.consultations.models import Draft, Opinion
from vidan.consultations.services.count_opinions import counted_anew
from vidan.consultations.services.set_text import altered, in_hand
from vidan.consultations.standing_words import takes_opinions
from vidan.foundation.calendar import clock
from vidan.site.sample.drafts import AT_HOME, SATURDAY, WAITING, make_drafts

pytestmark = pytest.mark.django_db

PEOPLE = ("can-bo-quan", "lanh-dao", "phu-nu", "can-bo-phuong")


@pytest.fixture
def last() -> datetime:
    moment = datetime(2020, 11, 16, 7, 30, tzinfo=clock.now().tzinfo)
    with clock.at(moment):
        make_drafts(last=moment, people={local: actor(local) for local in PEOPLE})
    return moment


def test_the_long_draft_takes_opinions_with_more_than_forty_articles(last: datetime) -> None:
    draft = Draft.objects.get(title=AT_HOME)
    assert draft.current is not None
    assert draft.current.pieces.filter(level="article").count() == ARTICLES > 40
    with clock.at(last):
        assert takes_opinions(draft)


def test_one_came_late_and_one_is_being_put_in_order(last: datetime) -> None:
    assert in_time_words(Draft.objects.get(title=SATURDAY))[1] == "late"
    assert in_hand(Draft.objects.get(title=WAITING)) is not None


def test_one_was_criticised_to_the_end(last: datetime) -> None:
    draft = Draft.objects.get(title=SATURDAY)
    assert (draft.state, draft.issued_number) == (State.CLOSED, "03/2019/QĐ-UBND (mẫu)")
    told = draft.points.values_list("number", "opinion_count", "disposition__verdict", "check_made__kept")
    assert list(told) == [(1, 1, "accepted", "done"), (2, 0, "partly", "partly")]
    assert draft.hearings.get().is_over


def test_every_row_is_marked_as_sample_and_sound(last: datetime) -> None:
    assert set(Draft.objects.values_list("is_sample", flat=True)) == {True}
    assert altered() == (3, [])


def test_opinions_of_every_source_but_a_list_stand_on_the_drafts(last: datetime) -> None:
    assert set(Opinion.objects.values_list("source", flat=True)) == {"public", "member", "expert", "meeting"}
    assert set(Opinion.objects.values_list("state", flat=True)) == {"shown", "hidden", "waiting"}
    assert set(Opinion.objects.values_list("is_sample", flat=True)) == {True}
    draft = Draft.objects.get(title=AT_HOME)
    assert draft.current is not None
    kept = dict(draft.current.pieces.filter(opinions__gt=0).values_list("key", "opinions"))
    assert kept == counted_anew(draft.current)
