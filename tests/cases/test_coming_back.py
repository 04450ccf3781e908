"""A case that comes back: reopened by its teller or the head; and a denunciation that is taken back."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.cases.made import IDENTITY, actor, found, made, settle
from tests.cases.verified import verify_up_to
from tests.foundation.files.samples import jpg

from vidan.cases.journey import journey_of
from vidan.cases.kinds import Kind, State, TransferRole
from vidan.cases.models import CaseFile, Transfer
from vidan.cases.outcomes import Withdrawal
from vidan.cases.services.classify import classify
from vidan.cases.services.inform import inform
from vidan.cases.services.prepare import check, prepare
from vidan.cases.services.reopen import reopen, reopen_own
from vidan.cases.services.step import Refused
from vidan.cases.services.transfer import submit, transfer
from vidan.cases.services.withdraw import go_on, let_withdraw, withdraw
from vidan.domain.moves import Why
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.models import Clock
from vidan.foundation.figures.models import Fact
from vidan.foundation.files.models import StoredFile
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.journal.models import Entry
from vidan.foundation.papers.models import IncomingPaper, Paper
from vidan.foundation.receipts.code import grouped
from vidan.foundation.receipts.services import issue, letters_of
from vidan.foundation.vault.models import SealedText
from vidan.foundation.vault.services import digest_of_reason, open_text

pytestmark = pytest.mark.django_db

WHY = "Quầy vẫn nói trống không như trước."


def now(case: CaseFile) -> CaseFile:
    return CaseFile.objects.select_related("front", "subject_unit").get(pk=case.pk)


def missing(refused: pytest.ExceptionInfo[Refused]) -> tuple[str, ...]:
    return refused.value.refusal.missing


# Reopening


def test_the_teller_opens_a_closed_case_again_and_its_clocks_start_anew() -> None:
    case = made(State.CLOSED)
    with clock.at(clock.now() + timedelta(days=10)):
        reopen_own(code=case.code, text=WHY)
    again = now(case)
    assert (again.state, again.round, again.ended_at) == (State.CLASSIFIED, 2, None)
    running = Clock.objects.filter(subject=case.code, stopped_on__isnull=True, started_on=date(2018, 3, 23))
    assert set(running.values_list("role", flat=True)) == {"promise", "transfer"}
    assert again.promised_on == running.get(role="promise").due_on
    assert [text for _letter, text in letters_of(case.code)][-1] == WHY
    assert WHY not in str(Entry.objects.filter(subject=case.code).values_list("facts", flat=True))


def test_the_teller_opens_a_case_again_once_only() -> None:
    case = made(State.CLOSED)
    reopen_own(code=case.code, text=WHY)
    CaseFile.objects.filter(pk=case.pk).update(state=State.CLOSED, ended_at=clock.now())
    with pytest.raises(Refused) as refused:
        reopen_own(code=case.code, text=WHY)
    assert missing(refused) == ("not_reopened_before",)


@pytest.mark.parametrize(("days", "open_still"), [(30, True), (31, False)])
def test_the_teller_has_the_programmes_term_to_ask(days: int, *, open_still: bool) -> None:
    case = made(State.CLOSED)  # on 13 March; 30 days later is Thursday, 12 April
    with clock.at(clock.now() + timedelta(days=days)):
        if open_still:
            reopen_own(code=case.code, text=WHY)
        else:
            with pytest.raises(Refused) as refused:
                reopen_own(code=case.code, text=WHY)
            assert missing(refused) == ("in_time_to_reopen",)


@pytest.mark.parametrize("state", [State.INFORMED, State.TRANSFERRED])
def test_only_a_closed_case_opens_again(state: State) -> None:
    case = made(state)
    with pytest.raises(Refused) as refused:
        reopen_own(code=case.code, text=WHY)
    assert refused.value.refusal.why is Why.NOT_FROM_HERE


def test_a_withdrawn_case_stays_withdrawn() -> None:
    case = made(State.TRANSFERRED)
    withdraw(code=case.code)
    with pytest.raises(Refused):
        reopen(code=case.code, reason=WHY, actor=actor("lanh-dao"))


def test_the_head_opens_a_case_again_with_a_reason_that_is_sealed() -> None:
    case = made(State.CLOSED)
    with clock.at(clock.now() + timedelta(days=300)):
        reopen(code=case.code, reason=WHY, actor=actor("lanh-dao"))
    entry = Entry.objects.get(subject=case.code, event="case.reopen")
    assert (entry.reason_kind, entry.reason_digest) == ("reopen", digest_of_reason(WHY))
    assert open_text(SealedText.objects.get(subject=case.code, kind="reason.reopen")) == WHY


def test_only_the_head_opens_a_case_again_by_himself() -> None:
    case = made(State.CLOSED)
    with pytest.raises(Refused) as refused:
        reopen(code=case.code, reason=WHY, actor=actor("can-bo-quan"))
    assert refused.value.refusal.why is Why.NOT_ALLOWED


def second_round(case: CaseFile) -> None:
    prepare(code=case.code, text="Quầy vẫn như trước.", actor=actor("can-bo-quan"))
    check(code=case.code, actor=actor("can-bo-quan-2"))
    submit(code=case.code, actor=actor("can-bo-quan-2"))
    transfer(code=case.code, actor=actor("lanh-dao"))


def test_the_body_is_asked_again_by_a_new_letter_and_the_first_answer_stays() -> None:
    case = made(State.CLOSED)
    reopen_own(code=case.code, text=WHY)
    second_round(case)
    settled = Transfer.objects.filter(case=case, role=TransferRole.SETTLE).order_by("round")
    assert [(one.round, bool(one.answered_on)) for one in settled] == [(1, True), (2, False)]
    letters = Paper.objects.filter(subject=case.code, kind="transfer_letter")
    assert {paper.number for paper in letters} == {1, 2, 3}
    newest = letters.get(number=3).structure["blocks"]
    assert "lần chuyển thứ 2" in str(newest)
    assert "lần chuyển thứ" not in str(letters.get(number=1).structure["blocks"])
    settle(case.code)
    inform(code=case.code, text="x", actor=actor("can-bo-quan"))
    assert now(case).state == State.INFORMED
    assert Fact.objects.filter(name="cases.informed").count() == 2


def test_a_monitor_that_never_answered_still_owes_its_first_answer_only() -> None:
    case = made(State.CLOSED)
    reopen_own(code=case.code, text=WHY)
    second_round(case)
    assert [one.round for one in Transfer.objects.filter(case=case, role=TransferRole.MONITOR)] == [1]


def test_a_reopened_case_can_be_classified_anew_and_goes_to_the_other_place() -> None:
    case = made(State.CLOSED)
    reopen(code=case.code, reason=WHY, actor=actor("lanh-dao"))
    classify(code=case.code, found=found("mot-cua-a-binh-an"), actor=actor("can-bo-quan"))
    second_round(case)
    sent = Transfer.objects.filter(case=case, role=TransferRole.SETTLE).order_by("pk")
    assert [one.recipient.slug for one in sent] == ["ubnd-a-an-phu", "ubnd-a-binh-an"]


def test_a_finding_of_the_second_round_rests_on_its_own_verification() -> None:
    case = made(State.DECIDED)
    for text in ("Một.", "Hai."):
        inform(code=case.code, text=text, actor=actor("can-bo-quan"))
        verify_up_to(case.code, State.DECIDED)
    assert now(case).state == State.DECIDED
    assert case.verifications.exclude(finding="").count() == 3


def test_the_way_on_the_tellers_page_begins_again() -> None:
    case = made(State.CLOSED)
    reopen_own(code=case.code, text=WHY)
    stations = {str(one.label): bool(one.on) for one in journey_of(now(case)).stations}
    assert stations == {
        "Mặt trận nhận": True,
        "Xem và phân loại": True,
        "Mở lại hồ sơ": True,
        "Chuyển đến nơi phải trả lời": False,
        "Nơi giải quyết trả lời": False,
        "Báo kết quả cho ông/bà": False,
    }


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (State.VERIFYING, "đang cùng xác minh"),
        (State.VERIFIED, "Đã xác minh xong"),
        (State.PROPOSED, "chờ nơi có thẩm quyền quyết định"),
        (State.DECIDED, "Nơi có thẩm quyền đã quyết định"),
    ],
)
def test_the_tellers_page_says_each_new_state_in_a_plain_sentence(state: State, words: str) -> None:
    assert words in str(journey_of(made(state)).sentence)


# A denunciation taken back


def denunciation(state: State) -> CaseFile:
    case = made(state)
    CaseFile.objects.filter(pk=case.pk).update(kind=Kind.DENUNCIATION)
    return now(case)


def test_a_denunciation_does_not_end_by_being_taken_back() -> None:
    case = denunciation(State.TRANSFERRED)
    withdraw(code=case.code)
    assert (now(case).state, now(case).withdrawal) == (State.TRANSFERRED, Withdrawal.ASKED)
    assert Clock.objects.filter(subject=case.code, stopped_on__isnull=True).exists()


def test_anything_else_ends_by_being_taken_back() -> None:
    case = made(State.TRANSFERRED)
    withdraw(code=case.code)
    assert now(case).state == State.WITHDRAWN


def test_a_denunciation_is_taken_back_once() -> None:
    case = denunciation(State.TRANSFERRED)
    withdraw(code=case.code)
    with pytest.raises(Refused) as refused:
        withdraw(code=case.code)
    assert missing(refused) == ("not_asked_to_withdraw",)


def test_the_officer_lets_a_denunciation_go() -> None:
    case = denunciation(State.VERIFYING)
    withdraw(code=case.code)
    let_withdraw(code=case.code, actor=actor("can-bo-quan"))
    assert now(case).state == State.WITHDRAWN
    assert not Clock.objects.filter(subject=case.code, stopped_on__isnull=True).exists()


@pytest.mark.parametrize("ground", [Withdrawal.BREACH, Withdrawal.COERCED, Withdrawal.ABUSED])
def test_the_officer_goes_on_with_a_denunciation_on_one_of_three_grounds(ground: Withdrawal) -> None:
    case = denunciation(State.ANSWERED)
    withdraw(code=case.code)
    go_on(code=case.code, ground=ground, actor=actor("can-bo-quan"))
    assert (now(case).state, now(case).withdrawal) == (State.ANSWERED, ground)
    assert Entry.objects.get(subject=case.code, event="case.go_on").facts["ground"] == ground


def test_nothing_is_decided_on_a_withdrawal_that_nobody_asked_for() -> None:
    case = denunciation(State.ANSWERED)
    with pytest.raises(Refused) as refused:
        let_withdraw(code=case.code, actor=actor("can-bo-quan"))
    assert missing(refused) == ("withdrawal_asked",)
    with pytest.raises(Refused) as refused:
        go_on(code=case.code, ground=Withdrawal.BREACH, actor=actor("can-bo-quan"))
    assert missing(refused) == ("withdrawal_asked",)


def test_feedback_knows_no_officers_word_on_a_withdrawal() -> None:
    case = made(State.ANSWERED)
    with pytest.raises(Refused) as refused:
        let_withdraw(code=case.code, actor=actor("can-bo-quan"))
    assert refused.value.refusal.why is Why.NOT_FROM_HERE


# A withdrawal on paper


SignIn = Callable[[str], Client]


def with_receipt(mode: TellerMode, secret: bytes = b"one of the papers") -> tuple[CaseFile, str]:
    case = made(State.TRANSFERRED, mode=mode)
    return case, issue(subject=case.code, secret=secret)


def bring(client: Client, case: CaseFile, **changed: Any) -> Any:
    words = {"version": now(case).version, "dated": "12/03/2018", "received_on": "13/03/2018", "receipt": ""}
    return client.post(f"/ban-lam-viec/ho-so/{case.code}/ghi-nhan-rut/", words | changed)


@pytest.mark.parametrize("mode", [TellerMode.ANONYMOUS, TellerMode.CONFIDENTIAL])
def test_whoever_gave_no_open_name_takes_the_word_back_on_paper_with_the_receipt_alone(
    mode: TellerMode, signed_in: SignIn
) -> None:
    case, code = with_receipt(mode)
    other = with_receipt(TellerMode.ANONYMOUS, secret=b"another of them")[1]
    client = signed_in("can-bo-quan")
    for typed in ("", other, "4821 9037 1156 2084", "khong co"):
        answer = bring(client, case, receipt=typed)
        assert answer.status_code == 422, typed
        assert now(case).state == State.TRANSFERRED
    assert bring(client, case, receipt=grouped(code)).status_code == 302
    assert now(case).state == State.WITHDRAWN
    assert not Clock.objects.filter(subject=case.code, stopped_on__isnull=True).exists()


def test_a_named_teller_is_known_by_signature(signed_in: SignIn) -> None:
    case = made(State.TRANSFERRED, mode=TellerMode.NAMED)
    assert bring(signed_in("can-bo-quan"), case).status_code == 302
    assert now(case).state == State.WITHDRAWN


def test_the_code_of_another_case_is_refused_for_a_named_teller_too(signed_in: SignIn) -> None:
    case = made(State.TRANSFERRED, mode=TellerMode.NAMED)
    other = with_receipt(TellerMode.ANONYMOUS)[1]
    assert bring(signed_in("can-bo-quan"), case, receipt=other).status_code == 422
    assert now(case).state == State.TRANSFERRED


def test_the_paper_is_registered_without_a_name_and_its_scan_lies_with_the_original(signed_in: SignIn) -> None:
    case = made(State.TRANSFERRED, mode=TellerMode.NAMED)
    scan = SimpleUploadedFile("don rut.jpg", jpg())
    assert bring(signed_in("can-bo-quan"), case, scan=scan).status_code == 302
    paper = IncomingPaper.objects.get(subject=case.code)
    assert (paper.sender, paper.their_number, paper.scan) == ("Người gửi", "", None)
    assert StoredFile.objects.get().subject == case.code
    entry = Entry.objects.get(subject=case.code, event="case.record_withdrawal")
    assert entry.facts["on_behalf"] is True
    assert IDENTITY.name not in str(Entry.objects.filter(subject=case.code).values_list("facts", flat=True))


def test_a_withdrawal_that_is_refused_keeps_nothing(signed_in: SignIn) -> None:
    case, _code = with_receipt(TellerMode.ANONYMOUS)
    bring(signed_in("can-bo-quan"), case, scan=SimpleUploadedFile("don rut.jpg", jpg()))
    assert not StoredFile.objects.exists()
    assert not IncomingPaper.objects.exists()


@pytest.mark.parametrize(
    "wrong", [{"dated": "14/03/2018", "received_on": "13/03/2018"}, {"received_on": "14/03/2018"}, {"dated": "hôm qua"}]
)
def test_a_withdrawal_has_days_that_can_be(wrong: dict[str, str], signed_in: SignIn) -> None:
    case = made(State.TRANSFERRED, mode=TellerMode.NAMED)
    assert bring(signed_in("can-bo-quan"), case, **wrong).status_code == 422
    assert now(case).state == State.TRANSFERRED


def test_a_denunciation_taken_back_on_paper_waits_for_the_officers_word(signed_in: SignIn) -> None:
    case, code = with_receipt(TellerMode.ANONYMOUS)
    CaseFile.objects.filter(pk=case.pk).update(kind=Kind.DENUNCIATION)
    assert bring(signed_in("can-bo-quan"), case, receipt=code).status_code == 302
    assert (now(case).state, now(case).withdrawal) == (State.TRANSFERRED, Withdrawal.ASKED)
    assert "chap-nhan-rut" in signed_in("can-bo-quan").get(f"/ban-lam-viec/ho-so/{case.code}/").content.decode()


def test_a_receipt_that_is_being_typed_is_not_kept(signed_in: SignIn) -> None:
    case, code = with_receipt(TellerMode.ANONYMOUS)
    client = signed_in("can-bo-quan")
    client.post(f"/ban-lam-viec/nhap/{case.code}/record_withdrawal/", {"receipt": code, "dated": "12/03/2018"})
    page = client.get(f"/ban-lam-viec/ho-so/{case.code}/ghi-nhan-rut/").content.decode()
    assert "12/03/2018" in page
    assert code not in page


@pytest.mark.parametrize("local", ["can-bo-phuong", "can-bo-ubnd", "chu-tich-ubnd", "theo-doi", "giu-khoa"])
def test_nobody_else_records_a_withdrawal(local: str, signed_in: SignIn) -> None:
    case, code = with_receipt(TellerMode.ANONYMOUS)
    assert bring(signed_in(local), case, receipt=code).status_code == 404
    assert now(case).state == State.TRANSFERRED
