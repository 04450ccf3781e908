"""What of hearings stands on the desk's day: for whom, when, and in which words."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.cases.made import actor
from tests.consultations.hearings_made import asked, attended, invited, minuted, planned, replied, urged
from tests.consultations.made import HEAD, OFFICER, drafted

from vidan.consultations.due import due_work
from vidan.consultations.due_hearings import hearing_lines
from vidan.consultations.kinds import HearingKind, State
from vidan.consultations.services.hearing_papers import write_invitation
from vidan.foundation.calendar import clock

pytestmark = pytest.mark.django_db


def words(local: str = OFFICER) -> list[str]:
    return [row.words for row in due_work(actor(local)) if "hoi-nghi" in row.address]


def test_a_letter_waits_for_the_head_only() -> None:
    far = clock.today() + timedelta(days=20)
    hearing = asked(planned(held_on=far))
    write_invitation(code=hearing.draft.code, pk=hearing.pk, actor=actor(OFFICER))
    assert (words(HEAD), words()) == (["Có văn bản chờ lãnh đạo duyệt."], [])


@pytest.mark.parametrize(
    ("days", "told"),
    [(20, []), (3, ["Sắp họp"]), (0, ["Họp hôm nay"]), (-1, ["Đã họp, chưa có biên bản"])],
)
def test_a_meeting_stands_there_from_three_days_before_until_it_has_minutes(days: int, told: list[str]) -> None:
    planned(held_on=clock.today() + timedelta(days=days))
    assert words() == told


def test_a_meeting_with_minutes_is_no_work_any_more() -> None:
    minuted(planned())
    assert words() == []


def test_who_is_overdue_stands_there_until_urged() -> None:
    hearing = replied(invited(planned(kind=HearingKind.WRITTEN)))
    assert words() == []
    with clock.at(clock.now() + timedelta(days=6)):
        assert words() == ["4 nơi quá ngày chưa gửi ý kiến"]
        urged(hearing)
        assert words() == []


def test_nothing_is_due_of_a_draft_whose_document_left() -> None:
    hearing = attended(planned())
    hearing.draft.state = State.SENT
    hearing.draft.save()
    assert words() == []
    assert hearing_lines(actor(OFFICER)) == []


def test_others_find_nothing() -> None:
    planned()
    assert (words("can-bo-ubnd-quan"), words("phu-nu"), words("can-bo-phuong")) == ([], [], [])


def test_the_morning_mail_counts_drafts_by_what_waits() -> None:
    draft = drafted()
    planned(draft)
    planned(draft, HearingKind.DIALOGUE)
    (line,) = hearing_lines(actor(OFFICER))
    assert (line.count, line.codes) == (1, [draft.code])


def test_it_is_one_query() -> None:
    planned()
    minuted(planned(drafted(code="DT-2018-0002")))
    one = actor(OFFICER)
    with CaptureQueriesContext(connection) as queries:
        due_work(one)
    assert len(queries) == 1
