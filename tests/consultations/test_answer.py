"""What the body answers: itself, or by the Front from its paper; late or not; put right; urged."""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse
from tests.cases.made import actor
from tests.consultations.made import HEAD, OFFICER, fresh
from tests.consultations.points_made import ANSWERER, ANSWERS, CODE, answered, on_paper, point, sent, urged

from vidan.consultations.answers import Told, standing
from vidan.consultations.facts import Known
from vidan.consultations.kinds import State, Verdict
from vidan.consultations.models import Disposition, Draft
from vidan.consultations.services.answer import answer, record_answers, take_answer
from vidan.consultations.services.step import NotNow, Refused
from vidan.consultations.services.urge import urge
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.models import Clock
from vidan.foundation.journal.models import Entry
from vidan.foundation.notices.models import Notice, NoticeKind
from vidan.foundation.papers.models import IncomingPaper, Paper

pytestmark = pytest.mark.django_db
LATE = datetime(2018, 4, 20, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
"""CT-09 of a document that was sent on 13 March 2018 ends on 3 April."""


def test_the_body_answers_itself() -> None:
    draft = sent()
    answer(code=CODE, answers=ANSWERS, actor=actor(ANSWERER))
    told = point(draft, 2).disposition
    assert (told.verdict, told.on_behalf, told.paper_id) == (Verdict.PARTLY, False, None)


@pytest.mark.parametrize("verdict", [Verdict.PARTLY, Verdict.REFUSED])
def test_what_is_not_wholly_accepted_needs_a_reason(verdict: Verdict) -> None:
    sent()
    with pytest.raises(NotNow):
        answer(code=CODE, answers=[Told(number=1, verdict=verdict, reason=" ")], actor=actor(ANSWERER))


def test_one_wrong_answer_keeps_all_of_them_out() -> None:
    sent()
    with pytest.raises(NotNow):
        answer(code=CODE, answers=[*ANSWERS, Told(number=9, verdict=Verdict.ACCEPTED)], actor=actor(ANSWERER))
    assert not Disposition.objects.exists()


def test_another_body_does_not_answer() -> None:
    sent()
    with pytest.raises(Draft.DoesNotExist):
        answer(code=CODE, answers=ANSWERS, actor=actor("can-bo-ubnd"))


def test_the_front_records_only_what_stands_on_a_paper() -> None:
    sent()
    with pytest.raises(NotNow):
        record_answers(code=CODE, answers=ANSWERS, actor=actor(OFFICER))


def test_a_recorded_answer_says_so_and_names_its_paper() -> None:
    told = point(answered(), 1).disposition
    assert told.on_behalf
    assert told.paper == IncomingPaper.objects.get(subject=CODE)


def test_a_corrected_answer_keeps_what_stood_before() -> None:
    draft = answered()
    record_answers(code=CODE, answers=[Told(number=3, verdict=Verdict.ACCEPTED)], actor=actor(OFFICER))
    told = point(draft, 3).disposition
    assert told.verdict == Verdict.ACCEPTED
    assert [one["verdict"] for one in told.earlier] == ["refused"]


def test_a_correction_stands_in_the_journal_without_its_words() -> None:
    answered()
    record_answers(code=CODE, answers=[Told(number=3, verdict=Verdict.ACCEPTED)], actor=actor(OFFICER))
    entry = Entry.objects.get(event="draft.correct_answer", subject=CODE)
    assert (entry.facts["point"], entry.facts["was"], entry.facts["to"]) == (3, "refused", "accepted")
    assert "Hội đồng" not in str(entry.facts)


def test_the_same_answer_again_is_no_correction() -> None:
    draft = answered()
    assert record_answers(code=CODE, answers=ANSWERS, actor=actor(OFFICER)) == 0
    assert point(draft, 3).disposition.earlier == []


def test_the_answer_is_taken_only_when_every_point_has_one() -> None:
    answered(answers=ANSWERS[:2])
    with pytest.raises(Refused):
        take_answer(code=CODE, actor=actor(OFFICER))


def test_the_day_of_the_last_answer_counts_and_not_that_of_taking_it() -> None:
    answered()
    with clock.at(LATE):
        draft = take_answer(code=CODE, actor=actor(OFFICER))
        assert (draft.state, draft.answered_on) == (State.ANSWERED, LATE.date() - timedelta(days=38))
        told = standing(draft, Known(draft, actor(OFFICER)).clock)
    assert (told.words, told.tone) == ("Trả lời đủ ngày 13/03/2018, trong hạn.", "stopped")


def test_a_late_answer_is_told_by_the_term_of_the_programme_and_not_of_the_law() -> None:
    sent()
    with clock.at(LATE):
        on_paper()
        record_answers(code=CODE, answers=ANSWERS, actor=actor(OFFICER))
        draft = take_answer(code=CODE, actor=actor(OFFICER))
        told = standing(draft, Known(draft, actor(OFFICER)).clock)
    assert (told.words, told.tone) == ("Trả lời đủ ngày 20/04/2018, trễ 13 ngày làm việc.", "late")
    assert "theo Chương trình phối hợp" in told.term
    assert "luật không ấn định số ngày" in told.term


def test_taking_the_answer_stops_the_clock() -> None:
    answered()
    take_answer(code=CODE, actor=actor(OFFICER))
    assert Clock.objects.get(subject=CODE).stopped_on == clock.today()


def test_nobody_is_urged_before_the_term_is_over() -> None:
    sent()
    with pytest.raises(Refused):
        urge(code=CODE, actor=actor(OFFICER))


def test_a_letter_that_urges_gets_its_number_from_the_head() -> None:
    draft = sent()
    with clock.at(LATE):
        urged()
    urging = fresh(draft).urgings.get()
    assert (urging.number, urging.sent_on, urging.paper.state) == (1, LATE.date(), "issued")
    text = str(Paper.objects.get(kind="criticism_urging").structure)
    assert "đã quá 13 ngày làm việc; còn 3 điểm chưa có trả lời" in text


def test_a_second_letter_waits_until_the_first_is_signed() -> None:
    sent()
    with clock.at(LATE):
        urge(code=CODE, actor=actor(OFFICER))
        with pytest.raises(Refused):
            urge(code=CODE, actor=actor(HEAD))


def test_an_answer_is_put_right_after_it_was_taken() -> None:
    draft = answered()
    take_answer(code=CODE, actor=actor(OFFICER))
    record_answers(code=CODE, answers=[Told(number=3, verdict=Verdict.ACCEPTED)], actor=actor(OFFICER))
    assert point(draft, 3).disposition.verdict == Verdict.ACCEPTED


def _told(kind: NoticeKind) -> set[str]:
    rows = Notice.objects.filter(kind=kind, subject=CODE).select_related("user")
    return {one.user.email.partition("@")[0] for one in rows}


def test_each_step_is_told_to_those_who_have_to_do_with_it() -> None:
    sent()
    with clock.at(LATE):
        urged()
        answer(code=CODE, answers=ANSWERS, actor=actor(ANSWERER))
    assert _told(NoticeKind.DRAFT_SUBMIT) == _told(NoticeKind.DRAFT_SIGN) == {HEAD}
    assert _told(NoticeKind.DRAFT_SENT) == _told(NoticeKind.DRAFT_URGED) == {ANSWERER}
    assert _told(NoticeKind.DRAFT_ANSWER) == {OFFICER, "can-bo-quan-2", HEAD}


def test_half_an_answer_is_told_to_nobody() -> None:
    sent()
    answer(code=CODE, answers=ANSWERS[:2], actor=actor(ANSWERER))
    assert not _told(NoticeKind.DRAFT_ANSWER)


def test_a_notice_leads_to_the_draft(signed_in: Callable[[str], Client]) -> None:
    sent()
    found = Notice.objects.get(kind=NoticeKind.DRAFT_SENT)
    reply = signed_in(ANSWERER).get(reverse("site:notice", args=[found.pk]))
    assert reply["Location"] == f"/ban-lam-viec/phan-bien/{CODE}/"
