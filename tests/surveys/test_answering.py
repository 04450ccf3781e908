"""People answer without a script: page by page, nothing stored before sending, nothing taken twice, nobody known."""

from collections.abc import Iterator
from datetime import date, datetime
from unittest.mock import patch
from zoneinfo import ZoneInfo

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.cases.made import actor
from tests.surveys.made import reply
from tests.surveys.respondent import Respondent
from tests.surveys.round_made import HEAD, OFFICER, framed, opened, row

from vidan.foundation.calendar import clock
from vidan.foundation.intake import rates
from vidan.foundation.journal.models import Entry
from vidan.surveys.kinds import RoundState, Way
from vidan.surveys.models import Invitation, Reply, SealedReply, SurveyRound, TakenMark
from vidan.surveys.services.invite import invite
from vidan.surveys.services.move import move_replies
from vidan.surveys.services.open_round import close_round
from vidan.surveys.ticket import Ticket

pytestmark = pytest.mark.django_db

COUNTER = "an-phu"


def place(round_: SurveyRound, counter: str = COUNTER) -> str:
    return f"/khao-sat/{round_.code}/tai/{counter}/"


def at(round_: SurveyRound, counter: str = COUNTER) -> Respondent:
    return Respondent(place(round_, counter))


@pytest.fixture
def later() -> Iterator[None]:
    """Every page was made a minute ago by the time it is sent."""
    with patch.object(Ticket, "seconds", return_value=60):
        yield


def kept(round_: SurveyRound) -> Reply:
    """The only reply, as it is kept after the worker has moved it."""
    SurveyRound.objects.filter(pk=round_.pk).update(state=RoundState.CLOSED)
    move_replies()
    return Reply.objects.get()


def test_pages_follow_one_another_by_what_was_answered() -> None:
    person = at(opened())
    assert person.asked() == ["came"]
    person.send(**{"q-came": "no"})
    assert person.asked() == ["times", "why"]
    person.send(**{"q-times": "3"})
    assert person.asked() == ["polite", "parts", "order", "day"]


def test_what_was_not_asked_is_left_out_and_the_rest_is_taken(later: None) -> None:
    round_ = opened()
    person = at(round_)
    person.fill({"q-came": "yes"}, {"q-why": ["x"]}, {"q-parts-place": "4", "q-parts-form": "5", "q-word": "Tốt"})
    assert (person.answer.status_code, person.answer["Location"]) == (302, f"/khao-sat/{round_.code}/cam-on/")
    one = kept(round_)
    assert one.answers == {"came": "yes", "why": ["x"], "parts": {"place": "4", "form": "5"}, "word": "+"}
    assert (one.way, one.on, one.too_fast, one.repeated) == (Way.COUNTER, date(2018, 3, 13), False, False)


def test_nothing_is_stored_before_the_reply_is_sent() -> None:
    person = at(opened())
    with CaptureQueriesContext(connection) as asked:
        person.fill({"q-came": "yes"}, {"q-why": ["x"]})
    assert not [q["sql"] for q in asked.captured_queries if not q["sql"].startswith("SELECT")]
    assert not Session.objects.exists()
    assert set(person.client.cookies) <= {"csrftoken"}


def test_what_is_missing_is_told_at_the_top_and_at_the_field_and_what_was_typed_stays() -> None:
    person = at(opened())
    person.send()
    assert person.answer.status_code == 422
    assert 'role="alert"' in person.page
    assert 'href="#q-came' in person.page
    person.fill({"q-came": "no"}, {"q-times": "99", "q-why": ["x", "y"]})
    assert person.answer.status_code == 422
    assert person.asked() == ["times", "why"]
    assert 'value="99"' in person.page
    assert person.page.count(" checked") == 2
    assert not SealedReply.objects.exists()


def test_the_way_back_keeps_what_was_typed_on_both_pages() -> None:
    person = at(opened())
    person.send(**{"q-came": "no"})
    person.send(**{"q-times": "7", "back": "1"})
    assert person.asked() == ["came"]
    assert 'value="no" id="q-came-no" checked' in person.page
    person.send(**{"q-came": "no"})
    assert 'value="7"' in person.page


def test_a_condition_that_is_changed_on_the_way_back_takes_its_question_along(later: None) -> None:
    round_ = opened()
    person = at(round_)
    person.send(**{"q-came": "no"})
    person.send(**{"q-times": "7", "back": "1"})
    person.fill({"q-came": "yes"}, {}, {"q-parts-place": "1", "q-parts-form": "1"})
    assert "times" not in kept(round_).answers


def test_a_double_click_and_a_reload_take_nothing_twice() -> None:
    person = at(opened())
    person.fill({"q-came": "yes"}, {})
    last = person.answer
    answers = []
    for _click in range(3):
        person.answer = last
        answers.append(person.send(**{"q-parts-place": "4", "q-parts-form": "5"})["Location"])
    assert [address.endswith("?lai") for address in answers] == [False, True, True]
    assert "gửi lại không tính thêm" in Client().get(answers[1]).content.decode()
    assert (SealedReply.objects.count(), TakenMark.objects.count()) == (1, 1)


def test_a_script_sends_all_questions_at_once_and_gets_its_errors_on_one_page(later: None) -> None:
    round_ = opened()
    person = at(round_)
    assert person.page.count("data-code=") == 1 + 8
    person.send(whole="1", **{"q-came": "no", "q-parts-place": "4"})
    assert person.answer.status_code == 422
    assert person.asked() == ["came", "times", "why", "polite", "parts", "order", "day", "word"]
    person.send(**{"q-parts-form": "5"})
    assert kept(round_).answers == {"came": "no", "parts": {"place": "4", "form": "5"}}


def test_whoever_is_faster_than_anybody_reads_is_marked_and_not_told() -> None:
    round_ = opened()
    assert at(round_).fill()["Location"].endswith("/cam-on/")
    assert kept(round_).too_fast


def test_a_browser_that_replied_before_is_marked_by_a_cookie_that_holds_the_rounds_code(later: None) -> None:
    round_ = opened()
    person = at(round_)
    person.fill()
    assert {cookie.value for name, cookie in person.client.cookies.items() if name != "csrftoken"} == {round_.code}
    person.answer = person.client.get(person.place)
    person.fill()
    SurveyRound.objects.update(state=RoundState.CLOSED)
    move_replies()
    assert sorted(Reply.objects.values_list("repeated", flat=True)) == [False, True]


def test_several_procedures_at_a_counter_are_asked_for_first(later: None) -> None:
    round_ = opened(row(COUNTER, "Khai sinh"), row(COUNTER, "Chứng thực"))
    person = at(round_)
    person.send(**{"q-came": "yes"})
    assert person.answer.status_code == 422
    assert 'href="#place"' in person.page
    chosen = round_.strata.get(procedure="Chứng thực")
    person.fill({"q-came": "yes", "place": str(chosen.pk)}, {}, {"q-parts-place": "4", "q-parts-form": "5"})
    assert kept(round_).stratum == chosen


def test_a_place_of_another_counter_is_no_place() -> None:
    round_ = opened(row(COUNTER, "Khai sinh"), row(COUNTER, "Chứng thực"), row("binh-an"))
    other = round_.strata.get(counter__code="binh-an")
    assert at(round_).send(**{"q-came": "yes", "place": str(other.pk)}).status_code == 422


@pytest.mark.parametrize("moment", ["before", "after", "closed"])
def test_outside_its_days_a_round_says_so(moment: str) -> None:
    round_ = opened()
    days = {"before": datetime(2018, 2, 1, 9), "after": datetime(2018, 4, 2, 9), "closed": datetime(2018, 3, 13, 9)}
    if moment == "closed":
        close_round(code=round_.code, version=round_.version, actor=actor(HEAD))
    with clock.at(days[moment].replace(tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))):
        answer = Client().get(place(round_))
    assert answer.status_code == 410
    said = "chưa bắt đầu" if moment == "before" else "đã kết thúc"
    assert said in answer.content.decode()


def test_a_draft_and_an_unknown_round_answer_alike() -> None:
    draft = framed()
    assert Client().get(place(draft)).status_code == 404
    assert Client().get(f"/khao-sat/khong-co/tai/{COUNTER}/").status_code == 404
    assert Client().get(f"/khao-sat/{draft.code}/cam-on/").status_code == 404


def test_a_counter_that_is_not_in_the_round_or_not_asked_by_qr_says_so() -> None:
    for round_, counter in ((opened(), "binh-an"), (opened(ways=(Way.PAPER,)), COUNTER)):
        answer = Client().get(place(round_, counter))
        assert answer.status_code == 404
        assert "không có trong đợt khảo sát" in answer.content.decode()


def test_at_its_quota_a_place_takes_no_more_and_says_so() -> None:
    round_ = opened(row(COUNTER, quota=10))
    person = at(round_)
    reply(round_, 10)
    move_replies()
    assert person.fill().status_code == 409
    assert "đã đủ số phiếu" in person.page
    assert Client().get(place(round_)).status_code == 409
    assert not SealedReply.objects.exists()


def test_when_too_many_come_at_once_the_reply_waits_in_the_page() -> None:
    person = at(opened())
    person.fill({"q-came": "yes"}, {})
    with patch("vidan.surveys.views.answer.admitted", return_value=False):
        person.send(**{"q-parts-place": "4", "q-parts-form": "5"})
    assert person.answer.status_code == 429
    assert not SealedReply.objects.exists()
    assert person.send()["Location"].endswith("/cam-on/")


def test_a_ticket_of_somebody_elses_making_begins_anew() -> None:
    round_, other = opened(), opened()
    for forged in ("x", "", "a" * 9_000, Respondent(place(other)).page.split('name="ticket" value="')[1].split('"')[0]):
        answer = Client().post(place(round_), {"ticket": forged, "page": "2", "whole": "1", "q-came": "yes"})
        assert answer.status_code == 200
    assert not SealedReply.objects.exists()


def test_the_page_reads_in_english_where_the_round_is_written_in_it() -> None:
    round_ = opened(title_en="How were you served?")
    page = Client().get(f"/en{place(round_)}").content.decode()
    assert "How were you served?" in page
    assert "Send" in page or "Continue" in page


def test_no_step_of_a_reply_is_journalled() -> None:
    round_ = opened()
    before = Entry.objects.count()
    at(round_).fill()
    assert Entry.objects.count() == before


def invited(round_: SurveyRound, count: int = 1) -> list[str]:
    return invite(
        code=round_.code,
        version=SurveyRound.objects.get(pk=round_.pk).version,
        stratum=round_.strata.all()[0].pk,
        count=count,
        actor=actor(OFFICER),
    )[1]


def by(code: str) -> Respondent:
    person = Respondent("/khao-sat/giay-moi/")
    person.answer = person.client.post(person.place, {"code": code})
    return person


def test_an_invitation_gives_one_reply_and_is_marked_by_the_day(later: None) -> None:
    round_ = opened()
    [code] = invited(round_)
    person = by(f"{code[:4]} {code[4:8]}-{code[8:]}")
    assert code not in person.page
    assert person.fill()["Location"].endswith("/cam-on/")
    assert Invitation.objects.get().used_on == date(2018, 3, 13)
    assert "đã dùng rồi" in by(code).page
    assert kept(round_).way == Way.INVITATION


def test_two_who_began_with_one_invitation_give_one_reply() -> None:
    [code] = invited(opened())
    one, two = by(code), by(code)
    assert one.fill().status_code == 302
    assert two.fill().status_code == 422
    assert "đã dùng rồi" in two.page
    assert SealedReply.objects.count() == 1


def test_a_double_click_with_an_invitation_is_thanked_twice_and_taken_once() -> None:
    [code] = invited(opened())
    person = by(code)
    person.fill({"q-came": "yes"}, {})
    last = person.answer
    for _click in range(2):
        person.answer = last
        assert person.send(**{"q-parts-place": "4", "q-parts-form": "5"}).status_code == 302
    assert SealedReply.objects.count() == 1


@pytest.mark.parametrize("typed", ["", "0000 0000 0000", "12", "x" * 500, "١٢٣٤٥٦٧٨٩٠١٢", "\0"])
def test_a_code_of_nobody_is_told_like_a_mistyped_one(typed: str) -> None:
    opened()
    person = by(typed)
    assert person.answer.status_code == 422
    assert "chưa đúng" in person.page


def test_codes_cannot_be_tried_one_after_another() -> None:
    [code] = invited(opened())
    person = Respondent("/khao-sat/giay-moi/")
    for _try in range(int(rates.CODE.rate.split("/")[0])):
        person.client.post(person.place, {"code": "0000 0000 0000"})
    assert "chờ ít phút" in person.client.post(person.place, {"code": code}).content.decode()


def test_accepting_a_reply_asks_the_database_ten_times_at_most() -> None:
    round_ = opened(row(COUNTER, quota=50))
    [code] = invited(round_)
    for person in (at(round_), by(code)):
        person.fill({"q-came": "yes"}, {})
        with CaptureQueriesContext(connection) as asked:
            person.send(**{"q-parts-place": "4", "q-parts-form": "5"})
        assert person.answer.status_code == 302
        assert len([q for q in asked.captured_queries if not q["sql"].startswith(("SAVEPOINT", "RELEASE"))]) <= 10
