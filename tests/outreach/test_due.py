"""What of telling people stands on the desk's day, and for whom; and that it costs one query."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.cases.made import actor
from tests.outreach.activity_made import OFFICER, UNION, WARD, logged
from tests.outreach.articles_made import EDITOR, REVIEWER, article, fresh, written
from tests.outreach.bulletins_made import bulletin

from vidan.foundation.calendar import clock
from vidan.foundation.notices.agenda import due_work
from vidan.foundation.notices.waiting import MOST, rows_told
from vidan.outreach.article_kinds import State
from vidan.outreach.bulletin_moves import BulletinState
from vidan.outreach.due import TELL, waiting
from vidan.outreach.services.write_article import correct

pytestmark = pytest.mark.django_db


def told(local: str) -> list[tuple[str, str, str]]:
    return [(row.code, row.words, row.tone) for row in due_work(actor(local))]


def test_an_article_waits_for_the_second_person_and_not_for_its_writer() -> None:
    made = article(State.IN_REVIEW)
    for state in (State.DRAFT, State.APPROVED, State.PUBLISHED, State.WITHDRAWN):
        article(state)
    assert told(REVIEWER) == [(made.code, "Chờ duyệt từ hôm nay", "soon")]
    assert told(EDITOR) == []
    assert told(WARD) == []
    with clock.at(clock.now() + timedelta(days=3)):
        assert told(REVIEWER) == [(made.code, "Chờ duyệt 3 ngày", "soon")]


def test_a_correction_waits_under_its_own_word() -> None:
    made = article(State.PUBLISHED)
    correct(code=made.code, written=written(summary="Giờ mới."), note="Nhầm giờ.", actor=actor(EDITOR))
    (row,) = due_work(actor(REVIEWER))
    assert (row.code, row.next_label) == (fresh(made).code, "Duyệt đính chính")


def test_a_bulletin_waits_to_be_approved_and_then_to_be_sent() -> None:
    first = bulletin()
    assert told(REVIEWER) == [(first.code, "Chờ duyệt", "soon")]
    second = bulletin(BulletinState.APPROVED)
    bulletin(BulletinState.SENT)
    waiting = {(row.code, row.words, row.next_label) for row in due_work(actor(REVIEWER))}
    assert waiting == {
        (first.code, "Chờ duyệt", "Duyệt bản tin"),
        (second.code, "Đã duyệt, chờ phát hành", "Phát hành bản tin"),
    }
    assert told(EDITOR) == [(second.code, "Đã duyệt, chờ phát hành", "soon")]


def test_an_activity_asks_for_its_result_from_its_day_on_in_its_own_unit() -> None:
    made = logged(on=date(2018, 3, 16), reached=None)
    logged()
    assert told(WARD) == []
    for day, words, tone in ((16, "Hôm nay tổ chức", "soon"), (18, "Quá 2 ngày, chưa ghi kết quả", "late")):
        with clock.at(clock.now().replace(day=day)):
            assert told(WARD) == [(made.code, words, tone)]
            assert told(UNION) == []
            assert told(OFFICER) == []
            assert due_work(actor(WARD))[0].title == "Hội nghị: Thủ tục hành chính"


def test_everything_is_asked_in_one_query_and_so_many_rows_are_told() -> None:
    article(State.IN_REVIEW)
    bulletin()
    for _number in range(MOST + 3):
        logged(OFFICER, on=date(2018, 3, 14), reached=None)
    with clock.at(clock.now() + timedelta(days=5)):
        officer = actor(OFFICER)
        with CaptureQueriesContext(connection) as asked:
            assert len(rows_told(officer, [waiting], TELL)) == MOST
    assert len(asked.captured_queries) == 1


def test_the_desk_shows_it_and_asks_no_more_than_before(signed_in: Callable[[str], Client]) -> None:
    made = article(State.IN_REVIEW, title="Bài chờ người thứ hai")
    client = signed_in(REVIEWER)
    client.get("/ban-lam-viec/")
    with CaptureQueriesContext(connection) as asked:
        answer = client.get("/ban-lam-viec/")
    assert f"/ban-lam-viec/tin-bai/{made.code}/" in answer.content.decode()
    assert len(asked.captured_queries) <= 10
