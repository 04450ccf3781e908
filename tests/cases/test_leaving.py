"""A word that leaves the usual way: refused on a lawful ground, guided to another body, or waiting for its teller."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from tests.cases.made import FRONT, actor, made, unit

from vidan.cases.grounds import all_grounds
from vidan.cases.journey import journey_of
from vidan.cases.kinds import Kind, State
from vidan.cases.models import CaseFile
from vidan.cases.selectors import Filters, to_do
from vidan.cases.services.ask import ask, end_unanswered
from vidan.cases.services.correspond import write_to_front
from vidan.cases.services.guide import guide, return_guidance, sign_guidance
from vidan.cases.services.refuse import refuse
from vidan.cases.services.step import Refused
from vidan.cases.services.withdraw import withdraw
from vidan.domain.petitions import UnlawfulGround, grounds_for
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.models import Clock
from vidan.foundation.calendar.sentence import sentence
from vidan.foundation.figures.figure import Scope, read_figures
from vidan.foundation.figures.models import Counter
from vidan.foundation.journal.models import Entry
from vidan.foundation.papers.models import Paper, PaperState
from vidan.foundation.receipts.services import letters_of

pytestmark = pytest.mark.django_db

OFFICER, HEAD = "can-bo-quan", "lanh-dao"


def again(case: CaseFile) -> CaseFile:
    return CaseFile.objects.select_related("front", "subject_unit").get(pk=case.pk)


def later(days: int) -> datetime:
    return clock.now() + timedelta(days=days)


def due(case: CaseFile) -> dict[str, date]:
    return {c.role: c.due_on for c in Clock.objects.filter(subject=case.code, stopped_on__isnull=True)}


# refused


def test_the_shipped_table_has_the_nine_grounds_of_the_complaints_law() -> None:
    grounds = grounds_for(all_grounds(), Kind.COMPLAINT, date(2018, 3, 13))
    assert len(grounds) == 9
    assert all("Điều 11" in ground.basis for ground in grounds)


def test_the_denunciations_law_is_not_applied_before_its_day() -> None:
    assert grounds_for(all_grounds(), Kind.DENUNCIATION, date(2018, 12, 31)) == ()
    assert grounds_for(all_grounds(), Kind.DENUNCIATION, date(2019, 1, 1)) != ()


def test_every_ground_names_its_source_and_tells_the_person_something() -> None:
    assert [ground.code for ground in all_grounds() if not (ground.basis and ground.told and ground.english)] == []
    assert {ground.certainty for ground in all_grounds()} <= {"V", "P", "I", "M"}
    assert {kind for ground in all_grounds() for kind in ground.kinds} <= set(Kind.values)
    assert max(len(ground.code) for ground in all_grounds()) <= 24


def test_a_refused_word_ends_and_its_sender_reads_the_ground_and_what_to_do() -> None:
    case = made()
    refuse(code=case.code, ground="no_content", more="Xin cho biết quầy nào.", actor=actor(OFFICER))
    ended = again(case)
    assert ended.state == State.REFUSED
    assert ended.ended_at is not None
    assert due(case) == {}
    ((_letter, text),) = letters_of(case.code)
    assert "gửi lại" in text
    assert "Xin cho biết quầy nào." in text
    assert "Căn cứ" in text


def test_the_journal_of_a_refusal_holds_the_ground_and_not_the_words() -> None:
    case = made()
    refuse(code=case.code, ground="no_content", more="Lời riêng của cán bộ.", actor=actor(OFFICER))
    entry = Entry.objects.get(subject=case.code, event="case.refuse")
    assert entry.facts["ground"] == entry.reason_kind == "no_content"
    assert "Lời riêng" not in str(entry.facts)


def test_a_ground_of_another_kind_refuses_nothing() -> None:
    case = made()
    with pytest.raises(UnlawfulGround):
        refuse(code=case.code, ground="time_barred", actor=actor(OFFICER))
    assert again(case).state == State.RECEIVED
    assert letters_of(case.code) == []


def test_a_kind_without_a_ground_must_be_handled() -> None:
    case = made(kind=Kind.DENUNCIATION)
    with pytest.raises(Refused) as refused:
        refuse(code=case.code, ground="conditions", actor=actor(OFFICER))
    assert refused.value.refusal.missing == ("ground_known",)


def test_a_word_that_is_on_its_way_is_refused_no_more() -> None:
    case = made(State.TRANSFERRED)
    with pytest.raises(Refused):
        refuse(code=case.code, ground="no_content", actor=actor(OFFICER))


def test_refusals_are_counted_by_their_ground() -> None:
    refuse(code=made().code, ground="no_content", actor=actor(OFFICER))
    refuse(code=made().code, ground="repeated", actor=actor(OFFICER))
    values = read_figures(
        ["cases.refused", "cases.refused_no_content", "cases.refused_time_barred"],
        Scope(date(2018, 1, 1), date(2018, 12, 31)),
    )
    assert [value.count for value in values.values()] == [2, 1, 0]


def test_the_page_offers_only_the_grounds_of_the_kind(signed_in: Callable[[str], Client]) -> None:
    case = made(State.CLASSIFIED)
    page = signed_in(OFFICER).get(f"/ban-lam-viec/ho-so/{case.code}/khong-xu-ly/").content.decode()
    assert 'value="no_content"' in page
    assert 'value="time_barred"' not in page


def test_a_refusal_without_a_ground_keeps_what_was_typed(signed_in: Callable[[str], Client]) -> None:
    case = made(State.CLASSIFIED)
    place = f"/ban-lam-viec/ho-so/{case.code}/khong-xu-ly/"
    answer = signed_in(OFFICER).post(place, {"version": case.version, "more": "Điều đã gõ"})
    assert answer.status_code == 422
    assert "Điều đã gõ" in answer.content.decode()


# guided


def test_a_guided_person_gets_a_numbered_letter_that_names_the_body() -> None:
    case = made()
    guide(code=case.code, body="Thanh tra Thành phố", way="Ông/bà nộp đơn có chữ ký.", actor=actor(OFFICER))
    assert again(case).state == State.GUIDING
    sign_guidance(code=case.code, actor=actor(HEAD))
    assert again(case).state == State.GUIDED
    paper = Paper.objects.get(subject=case.code, kind="guidance_letter")
    ((_letter, text),) = letters_of(case.code)
    assert paper.state == PaperState.ISSUED
    assert paper.label in text
    assert "Thanh tra Thành phố" in text
    assert "nộp đơn có chữ ký" in text


def test_an_officer_does_not_number_her_own_guidance() -> None:
    case = made()
    guide(code=case.code, body="Thanh tra", way="Nộp đơn.", actor=actor(OFFICER))
    with pytest.raises(Refused):
        sign_guidance(code=case.code, actor=actor(OFFICER))


def test_a_guidance_given_back_leaves_no_draft_and_the_case_is_read_again() -> None:
    case = made()
    guide(code=case.code, body="Thanh tra", way="Nộp đơn.", actor=actor(OFFICER))
    return_guidance(code=case.code, actor=actor(HEAD))
    assert again(case).state == State.RECEIVED
    assert not Paper.objects.filter(subject=case.code).exists()


def test_a_denunciation_by_web_finds_the_lawful_way_written_already(signed_in: Callable[[str], Client]) -> None:
    case = made(kind=Kind.DENUNCIATION_CONTENT)
    page = signed_in(OFFICER).get(f"/ban-lam-viec/ho-so/{case.code}/huong-dan/").content.decode()
    assert "đơn có chữ ký hoặc điểm chỉ, hoặc đến trình bày trực tiếp" in page


def test_who_takes_back_a_word_while_its_guidance_waits_leaves_no_draft() -> None:
    case = made()
    guide(code=case.code, body="Thanh tra", way="Nộp đơn.", actor=actor(OFFICER))
    withdraw(code=case.code)
    assert again(case).state == State.WITHDRAWN
    assert not Paper.objects.filter(subject=case.code).exists()


# asked


def test_a_question_pauses_the_clocks_of_the_front_and_starts_the_waiting() -> None:
    case = made()
    ask(code=case.code, text="Ông/bà đến quầy nào?", actor=actor(OFFICER))
    paused = set(Clock.objects.filter(subject=case.code, paused_on__isnull=False).values_list("role", flat=True))
    assert paused == {"promise", "classify", "transfer"}
    asked = again(case)
    assert asked.waits_for_teller
    assert asked.due_on == due(case)["asked"] == date(2018, 3, 27)
    assert asked.state == State.RECEIVED


def test_an_answer_lets_the_clocks_go_on_without_the_days_of_waiting() -> None:
    case = made()
    ask(code=case.code, text="Quầy nào?", actor=actor(OFFICER))
    with clock.at(later(6)):  # Monday, four working days after
        write_to_front(case=again(case), text="Quầy số 2.")
    assert due(case) == {"promise": date(2018, 4, 23), "classify": date(2018, 3, 22), "transfer": date(2018, 3, 26)}
    told = again(case)
    assert not told.waits_for_teller
    assert told.promised_on == date(2018, 4, 23)
    assert told.due_on == date(2018, 3, 22)


def test_the_sentence_of_a_clock_says_that_it_pauses_and_that_it_went_on() -> None:
    case = made()
    ask(code=case.code, text="Quầy nào?", actor=actor(OFFICER))
    promise = Clock.objects.get(subject=case.code, role="promise")
    assert "Đang tạm dừng từ 13/03/2018" in sentence(promise)
    with clock.at(later(6)):
        write_to_front(case=again(case), text="Quầy số 2.")
    promise.refresh_from_db()
    assert "tính tiếp từ 19/03/2018" in sentence(promise)


def test_a_teller_who_does_not_answer_loses_nothing() -> None:
    case = made()
    ask(code=case.code, text="Quầy nào?", actor=actor(OFFICER))
    with clock.at(datetime(2018, 3, 27, 9, tzinfo=clock.now().tzinfo)):
        assert end_unanswered() == 0
    with clock.at(datetime(2018, 3, 28, 9, tzinfo=clock.now().tzinfo)):
        assert end_unanswered() == 1
        assert end_unanswered() == 0
    assert again(case).state == State.RECEIVED
    assert due(case)["classify"] == date(2018, 4, 2)
    assert Entry.objects.get(subject=case.code, event="case.asked_end").facts == {"answered": False}


def test_a_second_question_waits_for_the_first() -> None:
    case = made()
    ask(code=case.code, text="Quầy nào?", actor=actor(OFFICER))
    with pytest.raises(Refused) as refused:
        ask(code=case.code, text="Ngày nào?", actor=actor(OFFICER))
    assert refused.value.refusal.missing == ("nothing_asked",)


def test_a_second_question_after_an_answer_pauses_again() -> None:
    case = made()
    ask(code=case.code, text="Quầy nào?", actor=actor(OFFICER))
    with clock.at(later(1)):
        write_to_front(case=again(case), text="Quầy số 2.")
        ask(code=case.code, text="Ngày nào?", actor=actor(OFFICER))
    with clock.at(later(2)):
        write_to_front(case=again(case), text="Thứ Hai.")
    assert due(case)["promise"] == date(2018, 4, 19)


def test_a_letter_of_one_who_was_not_asked_changes_no_clock() -> None:
    case = made()
    before = due(case)
    write_to_front(case=case, text="Xin hỏi thăm.")
    assert due(case) == before


def test_an_asked_case_stays_on_the_list_of_the_day_and_says_who_is_awaited(signed_in: Callable[[str], Client]) -> None:
    case = made()
    ask(code=case.code, text="Quầy nào?", actor=actor(OFFICER))
    assert [one.case.code for one in to_do(actor(OFFICER), filters=Filters()).cases] == [case.code]
    assert "Chờ người gửi trả lời" in signed_in(OFFICER).get("/ban-lam-viec/").content.decode()


def test_the_teller_is_told_that_there_is_a_question_and_until_when() -> None:
    case = made()
    ask(code=case.code, text="Quầy nào?", actor=actor(OFFICER))
    journey = journey_of(again(case))
    assert "có câu hỏi" in str(journey.sentence)
    assert "27/03/2018" in journey.next_words


def test_a_promise_that_was_not_kept_is_not_promised_again() -> None:
    case = made()
    with clock.at(datetime(2018, 4, 17, 9, tzinfo=clock.now().tzinfo)):
        assert journey_of(again(case)).next_words.startswith("Chậm nhất thứ Ba, 17/04/2018")
    with clock.at(datetime(2018, 4, 18, 9, tzinfo=clock.now().tzinfo)):
        assert journey_of(again(case)).next_words.startswith("Lẽ ra")


@pytest.mark.parametrize(
    ("state", "word"),
    [(State.REFUSED, "Không xử lý"), (State.GUIDED, "Hướng dẫn")],
)
def test_the_way_of_an_ended_word_shows_its_end_and_nothing_that_will_not_come(state: State, word: str) -> None:
    case = made()
    if state == State.REFUSED:
        refuse(code=case.code, ground="no_content", actor=actor(OFFICER))
    else:
        guide(code=case.code, body="Thanh tra", way="Nộp đơn.", actor=actor(OFFICER))
        sign_guidance(code=case.code, actor=actor(HEAD))
    journey = journey_of(again(case))
    assert [bool(station.on) for station in journey.stations] == [True] * len(journey.stations)
    assert word in str(journey.stations[-1].label)
    assert journey.next_words == ""


def test_the_counters_of_the_desk_follow(db: None) -> None:
    made()
    refuse(code=made().code, ground="no_content", actor=actor(OFFICER))
    places = Counter.objects.filter(name="cases.state", unit_id=unit(FRONT).pk)
    assert dict(places.values_list("mark", "standing")) == {"received": 1, "refused": 1}
