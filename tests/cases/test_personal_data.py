"""What a person agreed to is proved, and what he asks about his own data is answered by a date, with a ground."""

from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from tests.cases.made import actor, made
from tests.public import Visitor
from tests.test_canaries import carried

from vidan.cases.kinds import State
from vidan.cases.models import CaseFile, Consent, DataRequest, Erasure
from vidan.cases.services.personal_data import acknowledge, answer, ask, extend_term
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.models import Clock
from vidan.foundation.intake.notice import notice_of
from vidan.foundation.intake.personal import NO_FURTHER_USE, DataState, Ground, Right
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.intake.terms import Answered, ExtendedOnce, TooMany
from vidan.foundation.journal.models import Entry

pytestmark = pytest.mark.django_db

IN_FORCE = datetime(2026, 3, 9, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
DESK = "/ban-lam-viec/du-lieu-ca-nhan/"
MINE = "/tra-cuu/ho-so/du-lieu/"


def asked(
    right: Right = Right.ACCESS, *, third_party: bool = False, mode: TellerMode = TellerMode.NAMED
) -> DataRequest:
    return ask(case=made(mode=mode, names_to_settler=True), right=right, words="Tôi muốn xem.", third_party=third_party)


def due(request: DataRequest) -> dict[str, date]:
    return dict(Clock.objects.filter(subject=request.code).values_list("role", "due_on"))


@pytest.mark.parametrize(
    ("mode", "proofs"), [(TellerMode.NAMED, 1), (TellerMode.CONFIDENTIAL, 1), (TellerMode.ANONYMOUS, 0)]
)
def test_who_gives_a_name_leaves_a_proof_of_what_he_agreed_to(mode: TellerMode, proofs: int) -> None:
    case = made(mode=mode, names_to_settler=True)
    assert Consent.objects.filter(case=case, mode=mode).count() == proofs
    for consent in Consent.objects.all():
        assert consent.names_to_settler == (mode == TellerMode.NAMED)
        assert notice_of(consent.notice) is not None


def test_the_words_that_are_agreed_to_stand_on_the_form() -> None:
    visitor = Visitor()
    visitor.write()
    visitor.answer("ten", mode="named")
    notice = notice_of("1")
    assert notice is not None
    page = visitor.client.get("/gui-phan-anh/lien-he/").content.decode()
    assert all(line in page for line in notice.text.split("\n"))


def test_before_the_law_the_register_works_without_terms_and_says_so(signed_in: Callable[[str], Client]) -> None:
    request = asked()
    assert due(request) == {}
    page = signed_in("can-bo-quan").get(DESK).content.decode()
    assert "DL-01 không có hiệu lực" in page
    assert request.code in page


def test_the_terms_of_the_law_run_from_2026() -> None:
    with clock.at(IN_FORCE):
        assert due(asked()) == {"data_told": date(2026, 3, 11), "data_done": date(2026, 3, 24)}
        assert due(asked(third_party=True))["data_done"] == date(2026, 3, 30)


def test_a_term_is_extended_once_and_by_no_more_than_fifteen_days() -> None:
    with clock.at(IN_FORCE):
        request = asked()
        for days in (0, 16, -1):
            with pytest.raises(ExtendedOnce):
                extend_term(code=request.code, days=days, actor=actor("can-bo-quan"))
        extend_term(code=request.code, days=15, actor=actor("can-bo-quan"))
        assert due(request)["data_done"] == date(2026, 4, 8)
        with pytest.raises(ExtendedOnce):
            extend_term(code=request.code, days=1, actor=actor("can-bo-quan"))


def test_acknowledging_stops_the_first_clock_and_answering_the_second() -> None:
    with clock.at(IN_FORCE):
        request = asked()
        acknowledge(code=request.code, actor=actor("can-bo-quan"))
        with pytest.raises(Answered):
            acknowledge(code=request.code, actor=actor("can-bo-quan"))
        running = Clock.objects.filter(subject=request.code, stopped_on__isnull=True)
        assert [one.role for one in running] == ["data_done"]
        answer(code=request.code, text="Đây là dữ liệu.", actor=actor("can-bo-quan"))
        assert not running.all().exists()
        with pytest.raises(Answered):
            answer(code=request.code, text="Lần nữa.", actor=actor("can-bo-quan"))


def test_withdrawn_consent_closes_the_name_to_the_body_that_settles() -> None:
    case = made(State.TRANSFERRED, mode=TellerMode.NAMED, names_to_settler=True)
    case.transfers.update(identity_shared=True)
    request = ask(case=case, right=Right.WITHDRAW, words="Tôi rút.")
    answer(code=request.code, text="Đã làm.", actor=actor("can-bo-quan"))
    assert not CaseFile.objects.get(pk=case.pk).names_to_settler
    assert not case.transfers.filter(identity_shared=True).exists()
    assert Consent.objects.get(case=case).withdrawn_on == clock.today()


def test_a_refusal_has_its_ground_and_changes_nothing() -> None:
    request = asked(Right.ERASURE)
    answer(code=request.code, text="Hồ sơ phải lưu.", ground=Ground.KEPT_BY_LAW, actor=actor("can-bo-quan"))
    request.refresh_from_db()
    assert (request.state, request.ground) == (DataState.REFUSED, Ground.KEPT_BY_LAW)
    assert not Erasure.objects.exists()


@pytest.mark.parametrize(("ground", "marked"), [(None, True), (Ground.RUNNING, False)])
@pytest.mark.parametrize("right", NO_FURTHER_USE)
def test_a_case_whose_data_is_used_no_further_says_so_on_its_own_page(
    right: Right, ground: Ground | None, marked: bool, signed_in: Callable[[str], Client]
) -> None:
    request = asked(right)
    answer(code=request.code, text="Đã xem xét.", ground=ground, actor=actor("can-bo-quan"))
    page = signed_in("can-bo-quan").get(f"/ban-lam-viec/ho-so/{request.case.code}/").content.decode()
    assert ("không dùng thêm dữ liệu của mình" in page) == marked


def test_an_erasure_that_is_agreed_to_goes_to_the_head() -> None:
    request = asked(Right.ERASURE)
    answer(code=request.code, text="Đã trình lãnh đạo.", actor=actor("can-bo-quan"))
    assert Erasure.objects.get().subject == request.case.code


def test_no_more_than_three_requests_wait_about_one_case() -> None:
    request = asked()
    for right in (Right.CORRECTION, Right.OBJECTION):
        ask(case=request.case, right=right, words="Nữa.")
    with pytest.raises(TooMany):
        ask(case=request.case, right=Right.ERASURE, words="Nữa.")


def test_who_may_not_know_of_the_case_finds_no_request(signed_in: Callable[[str], Client]) -> None:
    request = asked()
    with pytest.raises(DataRequest.DoesNotExist):
        answer(code=request.code, text="x", actor=actor("can-bo-phuong"))
    for local in ("can-bo-phuong", "can-bo-ubnd", "giu-khoa"):
        assert signed_in(local).get(f"{DESK}{request.code}/").status_code == 404, local


def test_a_person_asks_and_reads_the_answer_with_the_receipt(signed_in: Callable[[str], Client]) -> None:
    _case, visitor = carried(TellerMode.NAMED)
    visitor.open(visitor.code)
    assert visitor.client.post(MINE, {"right": "x", "words": ""}).status_code == 422
    assert visitor.client.post(MINE, {"right": "correction", "words": "canarydatazq"}).status_code == 302
    request = DataRequest.objects.get()
    officer = signed_in("can-bo-quan")
    assert "canarydatazq" in officer.get(f"{DESK}{request.code}/").content.decode()
    assert officer.post(f"{DESK}{request.code}/", {"text": ""}).status_code == 422
    officer.post(f"{DESK}{request.code}/", {"text": "Đã sửa số điện thoại."})
    assert "Đã sửa số điện thoại." in visitor.client.get(MINE).content.decode()
    assert not [e for e in Entry.objects.all() if "canarydatazq" in str(e.facts)]


def test_without_a_receipt_nobody_asks() -> None:
    assert Client().get(MINE)["Location"] == "/tra-cuu/"


@pytest.mark.parametrize("code", ["PA-1999-0001", "", "'", "x" * 500])
def test_an_officer_enters_a_request_for_who_came(code: str, signed_in: Callable[[str], Client]) -> None:
    case = made(mode=TellerMode.NAMED)
    officer = signed_in("can-bo-quan")
    typed = {"right": "access", "words": "Đến trụ sở xin xem."}
    wrong = officer.post(DESK, typed | {"code": code})
    assert wrong.status_code == 422
    assert "Đến trụ sở xin xem." in wrong.content.decode()
    assert officer.post(DESK, typed | {"code": case.code.lower()}).status_code == 302
    assert DataRequest.objects.get().by_receipt is False
