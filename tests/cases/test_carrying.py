"""One word from end to end, and what each step refuses."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.test import Client
from tests.cases.made import actor, found, made, settle, word

from vidan.cases.kinds import Kind, PersonState, State, TransferRole
from vidan.cases.models import CaseFile, Transfer
from vidan.cases.services.answer import AnswerPaper, answer, record_answer
from vidan.cases.services.classify import classify
from vidan.cases.services.prepare import check, prepare, send_back
from vidan.cases.services.rate import NothingToRate, rate
from vidan.cases.services.receive import NobodyNamed, receive
from vidan.cases.services.step import Overtaken, Refused
from vidan.cases.services.transfer import return_letters, submit, transfer
from vidan.cases.services.urge import sign_urging, urge
from vidan.cases.services.withdraw import withdraw
from vidan.domain.moves import Why
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.models import Clock
from vidan.foundation.figures.models import Counter
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.journal.models import Entry
from vidan.foundation.notices.models import Notice
from vidan.foundation.papers.models import Paper, PaperState

pytestmark = pytest.mark.django_db


def test_a_word_becomes_a_case_with_three_clocks_and_one_entry() -> None:
    case = made()
    assert case.code == "PA-2018-0001"
    clocks = {c.role: c.due_on for c in Clock.objects.filter(subject=case.code)}
    assert clocks == {"promise": date(2018, 4, 17), "classify": date(2018, 3, 16), "transfer": date(2018, 3, 20)}
    assert [e.event for e in Entry.objects.filter(subject=case.code)] == ["case.receive"]


def test_a_word_goes_from_the_teller_to_the_answer_and_back() -> None:
    case = made(State.CLOSED)
    assert case.state == State.CLOSED
    assert case.due_on == date(2018, 4, 3)  # the monitor still owes its remark


def test_codes_of_a_year_have_no_gap_and_no_twin() -> None:
    codes = [made().code for _ in range(3)]
    assert codes == ["PA-2018-0001", "PA-2018-0002", "PA-2018-0003"]


def test_a_named_word_without_a_name_is_refused() -> None:
    with pytest.raises(NobodyNamed):
        receive(word=word(mode=TellerMode.NAMED, identity=None))


def test_the_transfer_goes_to_the_committee_of_the_place_and_to_the_monitor_each_with_its_clock() -> None:
    case = made(State.TRANSFERRED)
    sent = {t.role: (t.recipient.slug, t.clock.due_on, t.clock.rule) for t in case.transfers.all() if t.clock}
    assert sent == {
        "settle": ("ubnd-a-an-phu", date(2018, 4, 3), "CT-04"),
        "monitor": ("phong-noi-vu-a-quan-2", date(2018, 4, 3), "CT-04"),
    }


def test_a_case_about_the_home_affairs_office_is_watched_by_its_superior() -> None:
    case = made(State.TRANSFERRED, about="phong-noi-vu-a-quan-2")
    assert {t.role: t.recipient.slug for t in case.transfers.all()} == {
        "settle": "ubnd-a-quan-2",
        "monitor": "so-noi-vu",
    }


def test_a_case_about_a_front_goes_to_the_next_front_up() -> None:
    assert made(about="mttq-a-quan-2").front.slug == "mttq-tp-ho-chi-minh"


def test_the_letters_get_their_numbers_and_their_date_when_the_head_approves() -> None:
    case = made(State.SUBMITTED)
    assert {p.state for p in Paper.objects.filter(subject=case.code)} == {PaperState.DRAFT}
    transfer(code=case.code, actor=actor("lanh-dao"))
    papers = list(Paper.objects.filter(subject=case.code))
    assert {p.label for p in papers} == {"01/PC-MTTQ-BTT", "02/PC-MTTQ-BTT"}
    assert all("03/04/2018" in str(p.structure["blocks"]) for p in papers)


def test_praise_is_passed_on_as_praise_and_what_is_wrong_as_something_to_settle() -> None:
    praise = made(State.SUBMITTED, kind=Kind.COMMENDATION)
    classified = str(Paper.objects.filter(subject=praise.code).values_list("structure", flat=True))
    assert "giải quyết theo thẩm quyền" in classified  # the officer found it to be feedback
    case = receive(word=word(kind=Kind.COMMENDATION))
    told = replace(found(), kind=Kind.COMMENDATION)
    classify(code=case.code, found=told, actor=actor("can-bo-quan"))
    prepare(code=case.code, text="Người trực quầy tận tình.", actor=actor("can-bo-quan"))
    check(code=case.code, actor=actor("can-bo-quan-2"))
    submit(code=case.code, actor=actor("can-bo-quan-2"))
    letters = str(Paper.objects.filter(subject=case.code).values_list("structure", flat=True))
    assert "tiếp nhận lời khen của một người dân" in letters
    assert "động viên" in letters


def test_letters_given_back_leave_no_number_behind() -> None:
    case = made(State.SUBMITTED)
    return_letters(code=case.code, actor=actor("lanh-dao"))
    assert not Paper.objects.filter(subject=case.code).exists()
    submit(code=case.code, actor=actor("can-bo-quan"))
    transfer(code=case.code, actor=actor("lanh-dao"))
    assert {p.number for p in Paper.objects.filter(subject=case.code)} == {1, 2}


def test_who_wrote_the_copy_cannot_check_it() -> None:
    case = made(State.PREPARED)
    with pytest.raises(Refused) as refused:
        check(code=case.code, actor=actor("can-bo-quan"))
    assert refused.value.refusal.missing == ("second_person",)


def test_a_copy_given_back_is_written_again_as_a_new_version() -> None:
    case = made(State.PREPARED)
    send_back(code=case.code, note="Còn tên người gửi.", actor=actor("can-bo-quan-2"))
    prepare(code=case.code, text="Đã che.", actor=actor("can-bo-quan"))
    assert CaseFile.objects.get(pk=case.pk).state == State.PREPARED


def test_only_the_head_approves_a_transfer() -> None:
    case = made(State.SUBMITTED)
    with pytest.raises(Refused) as refused:
        transfer(code=case.code, actor=actor("can-bo-quan"))
    assert refused.value.refusal.why is Why.NOT_ALLOWED


def test_a_step_taken_on_an_old_view_of_the_case_changes_nothing() -> None:
    case = made()
    classify(code=case.code, found=found(), actor=actor("can-bo-quan"), version=1)
    with pytest.raises(Overtaken):
        classify(code=case.code, found=found(), actor=actor("can-bo-quan-2"), version=1)
    assert Entry.objects.filter(subject=case.code, event="case.classify").count() == 1


def test_nobody_is_urged_before_the_answer_is_late() -> None:
    case = made(State.TRANSFERRED)
    with pytest.raises(Refused) as refused:
        urge(code=case.code, actor=actor("can-bo-quan"))
    assert "answer_late" in refused.value.refusal.missing


def test_a_late_body_is_urged_by_a_letter_that_the_head_numbers() -> None:
    case = made(State.TRANSFERRED)
    with clock.at(clock.now() + timedelta(days=30)):
        urge(code=case.code, actor=actor("can-bo-quan"))
        with pytest.raises(Refused):
            urge(code=case.code, actor=actor("can-bo-quan"))  # one waits for the head already
        sign_urging(code=case.code, actor=actor("lanh-dao"))
    labels = [p.label for p in Paper.objects.filter(subject=case.code, kind="urging_letter")]
    assert sorted(labels) == ["01/MTTQ-BTT", "02/MTTQ-BTT"]


def test_a_monitor_that_is_late_is_urged_after_the_teller_was_told() -> None:
    case = made(State.INFORMED)
    with clock.at(clock.now() + timedelta(days=30)):
        urge(code=case.code, actor=actor("can-bo-quan"))
        sign_urging(code=case.code, actor=actor("lanh-dao"))
    (paper,) = Paper.objects.filter(subject=case.code, kind="urging_letter")
    assert paper.structure["addressees"] == ["Phòng Nội vụ Quận 2"]


def test_a_body_answers_only_what_was_sent_to_it() -> None:
    case = made(State.TRANSFERRED, about="mot-cua-a-binh-an")
    with pytest.raises(CaseFile.DoesNotExist):
        answer(code=case.code, role=TransferRole.SETTLE, text="x", actor=actor("can-bo-ubnd"))


def test_while_the_person_is_not_known_only_the_head_of_the_body_may_answer() -> None:
    case = made(State.TRANSFERRED, person=PersonState.UNRESOLVED)
    with pytest.raises(CaseFile.DoesNotExist):
        answer(code=case.code, role=TransferRole.SETTLE, text="x", actor=actor("can-bo-ubnd"))
    settle(case.code)


def test_a_paper_answer_counts_from_the_day_it_was_received() -> None:
    case = made(State.TRANSFERRED)
    with clock.at(clock.now() + timedelta(days=40)):
        paper = AnswerPaper("12/UBND", date(2018, 4, 2), date(2018, 4, 3))
        record_answer(code=case.code, role=TransferRole.SETTLE, text="x", paper=paper, actor=actor("can-bo-quan"))
    sent = Transfer.objects.get(case=case, role=TransferRole.SETTLE)
    assert sent.answer_paper is not None
    assert Entry.objects.get(subject=case.code, event="case.record_answer").facts["on_time"] is True


def test_an_answer_is_rated_once_and_only_when_it_was_told() -> None:
    case = made(State.ANSWERED)
    with pytest.raises(NothingToRate):
        rate(case=case, score=4)
    told = made(State.INFORMED)
    rate(case=told, score=4)
    with pytest.raises(NothingToRate):
        rate(case=told, score=1)


def test_a_withdrawn_case_stops_every_clock_and_drops_its_drafts() -> None:
    case = made(State.SUBMITTED)
    withdraw(code=case.code)
    assert not Clock.objects.filter(subject=case.code, stopped_on__isnull=True).exists()
    assert not Paper.objects.filter(subject=case.code).exists()


def test_of_a_withdrawn_case_no_body_is_said_to_have_answered(signed_in: Callable[[str], Client]) -> None:
    case = made(State.TRANSFERRED)
    withdraw(code=case.code)
    page = signed_in("can-bo-quan").get(f"/ban-lam-viec/ho-so/{case.code}/").content.decode()
    assert page.count("Đã dừng tính hạn ngày 13/03/2018") == 3  # of two bodies, and of the promise
    assert "Xong ngày" not in page


def test_a_body_that_answered_is_said_to_have_answered(signed_in: Callable[[str], Client]) -> None:
    case = made(State.ANSWERED)
    page = signed_in("chu-tich-ubnd").get(f"/ban-lam-viec/chuyen-den/{case.code}/").content.decode()
    assert "Đã trả lời ngày 13/03/2018" in page


def test_it_is_too_late_to_withdraw_once_the_answer_was_told() -> None:
    with pytest.raises(Refused):
        withdraw(code=made(State.INFORMED).code)


def test_counters_say_what_a_recount_says() -> None:
    for state in (State.RECEIVED, State.CLASSIFIED, State.TRANSFERRED, State.CLOSED, State.CLOSED):
        made(state)
    withdraw(code=made(State.CHECKED).code)
    told = {(c.unit_id, c.mark): c.standing for c in Counter.objects.filter(name="cases.state") if c.standing}
    counted: dict[tuple[int, str], int] = {}
    for place in CaseFile.objects.values_list("front_id", "state"):
        counted[place] = counted.get(place, 0) + 1
    assert told == counted


def test_notices_reach_only_those_who_may_know_of_the_case() -> None:
    made(State.TRANSFERRED, person=PersonState.UNRESOLVED)
    told = set(Notice.objects.filter(kind="transferred").values_list("user_id", flat=True))
    assert actor("chu-tich-ubnd").user_id in told
    assert actor("can-bo-ubnd").user_id not in told
