"""The public page of the plan is kept ready, and shows each change at once."""

from collections.abc import Iterator

import pytest
from django.core.cache import caches
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.cases.made import actor, unit
from tests.oversight.duty_made import AN_PHU, HEAD, OFFICER, WARD, assigned, confirmed, published

from vidan.oversight.duty_kinds import RhythmWords
from vidan.oversight.models import DutyReport
from vidan.oversight.services.ask_reports import publish_plan
from vidan.oversight.services.report_step import accept_report, write_report
from vidan.oversight.services.set_duties import end_duty

pytestmark = pytest.mark.django_db

PLACE = "/ke-hoach/"


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    caches["pages"].clear()
    yield
    caches["pages"].clear()


def read(place: str = PLACE) -> str:
    return Client().get(place).content.decode()


@pytest.mark.parametrize("place", [PLACE, f"{PLACE}2018/", f"{PLACE}?nam=2018", f"/en{PLACE}"])
def test_the_page_is_answered_with_the_one_query_that_asks_whether_anything_changed(
    place: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    published()
    read(place)
    with django_assert_num_queries(1):
        read(place)


def test_a_plan_that_comes_into_force_is_shown_at_once() -> None:
    plan = confirmed()
    assert plan.title not in read()
    publish_plan(code=plan.code, actor=actor(HEAD))
    assert plan.title in read()


def test_a_duty_that_is_done_and_one_that_is_assigned_anew_are_shown_at_once() -> None:
    duty = published().duties.latest("position")
    read()
    end_duty(code=duty.code, note="Đã niêm yết.", actor=actor(OFFICER))
    assert "<b>1</b> đã xong" in read()
    assigned(duty, title="Công khai hộp thư")
    assert "Công khai hộp thư" in read()


def test_a_report_that_is_sent_is_shown_at_once() -> None:
    published(responsible=[unit(AN_PHU)], rhythm=RhythmWords.YEAR)
    assert "<b>0</b> đang làm" in read()
    code = DutyReport.objects.get().code
    write_report(code=code, words="Xong.", counted=1, actor=actor(WARD), sends=True)
    assert "<b>1</b> đang làm" in read()
    accept_report(code=code, actor=actor(OFFICER))
    assert "<b>1</b> đã xong" in read()


def test_a_year_without_a_plan_is_not_found() -> None:
    published()
    assert Client().get(f"{PLACE}2017/").status_code == 404
