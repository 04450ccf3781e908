"""What official surveys put on the desk's day and into the mail of the morning, and for whom."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from tests.cases.made import actor
from tests.surveys.official_made import HEAD, OFFICER, judged, published, recorded, sent, written

from vidan.foundation.calendar import clock
from vidan.foundation.notices.agenda import due_work, morning_lines
from vidan.site.sample.people import CAST
from vidan.surveys.due import MOST
from vidan.surveys.services.close_watch import close_watch

pytestmark = pytest.mark.django_db

SignIn = Callable[[str], Client]


def codes(local: str) -> list[str]:
    return [row.code for row in due_work(actor(local))]


def lines(local: str) -> list[str]:
    return [line.words for line in morning_lines(actor(local))]


def test_a_result_that_is_late_stands_on_the_day_of_the_front_and_in_its_mail(signed_in: SignIn) -> None:
    survey = recorded()
    assert codes(OFFICER) == codes(HEAD) == [survey.code]
    assert lines(OFFICER) == [f"Khảo sát chính thức trễ công bố kết quả: 1 ({survey.code})"]
    page = signed_in(OFFICER).get("/ban-lam-viec/").content.decode()
    assert "Chưa công bố, trễ 40 ngày" in page
    assert survey.title in page


@pytest.mark.parametrize("local", [local for local, *_rest in CAST if local not in (OFFICER, "can-bo-quan-2", HEAD)])
def test_nobody_else_hears_of_it(local: str) -> None:
    recorded()
    assert codes(local) == []
    assert lines(local) == []


@pytest.mark.parametrize(("ahead", "shown"), [(0, True), (14, True), (15, False)])
def test_a_day_that_comes_near_is_shown_a_fortnight_before(ahead: int, shown: bool) -> None:
    recorded(publish_due=clock.today() + timedelta(days=ahead))
    assert bool(codes(OFFICER)) is shown


def test_the_mail_tells_on_the_very_day_that_a_result_is_due() -> None:
    survey = recorded(publish_due=clock.today())
    assert lines(OFFICER) == [f"Khảo sát chính thức phải công bố hôm nay: 1 ({survey.code})"]


def test_what_is_published_or_no_longer_watched_is_not_due() -> None:
    published(recorded())
    closed = judged(recorded())
    close_watch(code=closed.code, outcome="Không còn theo dõi.", actor=actor(OFFICER))
    assert codes(OFFICER) == []
    assert lines(OFFICER) == []


def test_a_letter_that_waits_is_the_heads_work_and_not_the_officers() -> None:
    survey = published(recorded(), on=date(2018, 1, 31))
    written(survey)
    assert codes(OFFICER) == []
    (row,) = due_work(actor(HEAD))
    assert row.next_label == "Duyệt công văn"
    assert row.next_address.endswith(f"{survey.code}/cong-van/duyet/")
    assert lines(HEAD) == [f"Công văn về khảo sát chính thức chờ duyệt: 1 ({survey.code})"]


def test_what_is_to_be_done_next_follows_the_letters() -> None:
    survey = recorded()
    assert due_work(actor(OFFICER))[0].next_label == "Ghi việc công bố, hoặc viết công văn"
    written(survey)
    assert due_work(actor(OFFICER))[0].next_label == "Công văn đang chờ duyệt"
    survey.letters.all().delete()
    sent(survey)
    assert due_work(actor(OFFICER))[0].next_label == "Xem đã công bố chưa"


def test_the_day_shows_the_oldest_first_and_not_more_than_it_can_hold() -> None:
    for n in range(MOST + 2):
        recorded(publish_due=date(2018, 2, 20) - timedelta(days=n))
    rows = due_work(actor(OFFICER))
    assert len(rows) == MOST
    assert [row.due_on for row in rows] == sorted(row.due_on for row in rows)
    assert rows[0].due_on == date(2018, 2, 20) - timedelta(days=MOST + 1)


def test_the_day_filtered_by_state_shows_cases_alone(signed_in: SignIn) -> None:
    survey = recorded()
    assert survey.title not in signed_in(OFFICER).get("/ban-lam-viec/?loc=tre").content.decode()
