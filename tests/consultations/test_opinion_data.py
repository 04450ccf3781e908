"""Personal data of who gives an opinion: the notice, the proof of consent, requests by receipt, and what answering does."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.test import Client
from tests.cases.made import actor
from tests.consultations.opinions_made import WORDS, Speaking, given, open_draft

from vidan.consultations.models import Opinion, OpinionConsent, OpinionDataRequest, OpinionErasure
from vidan.consultations.services.moderate import NotWanted, show
from vidan.consultations.services.open_opinion import open_identity
from vidan.consultations.services.personal_data import acknowledge, answer, ask, extend_term
from vidan.consultations.services.tell_tellers import mail_tellers
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.models import Clock
from vidan.foundation.intake.names import NotToBeOpened
from vidan.foundation.intake.personal import Ground, Right
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.intake.terms import Answered, ExtendedOnce, TooMany
from vidan.foundation.journal.models import Entry
from vidan.foundation.receipts.services import issue

pytestmark = pytest.mark.django_db

SignIn = Callable[[str], Client]
DESK = "/ban-lam-viec/du-lieu-nguoi-gop-y/"
MINE = "/tra-cuu/gop-y/du-lieu/"
IN_FORCE = datetime(2026, 3, 9, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
OFFICER = "can-bo-quan"


def answered(opinion: Opinion, right: Right, ground: Ground | None = None) -> OpinionDataRequest:
    asked = ask(opinion=opinion, right=right, words="Xin giúp tôi.")
    return answer(code=asked.code, text="Mặt trận đã xem.", ground=ground, actor=actor(OFFICER))


def returned(opinion: Opinion) -> Client:
    client = Client()
    client.post("/tra-cuu/", {"code": issue(subject=opinion.code, secret=b"of the opinion's")})
    return client


def test_the_notice_is_read_where_the_name_is_asked_for() -> None:
    person = Speaking(open_draft())
    person.say()
    page = person.client.get(f"{person.place}ten/").content.decode()
    assert "trang công khai, cơ quan soạn thảo và văn bản phản biện không nêu tên" in page


@pytest.mark.parametrize("mode", [TellerMode.NAMED, TellerMode.CONFIDENTIAL])
def test_who_tells_a_name_agrees_to_the_notice_he_read_and_the_proof_is_kept(mode: TellerMode) -> None:
    opinion = given(open_draft(), mode=mode)
    consent = OpinionConsent.objects.get(opinion=opinion)
    assert (consent.notice, consent.mode, consent.given_to) == ("1", mode.value, "teller")
    assert consent.given_at == opinion.given_at


def test_who_tells_none_agrees_to_nothing() -> None:
    given(open_draft())
    assert not OpinionConsent.objects.exists()


def test_with_the_receipt_he_sees_what_he_agreed_to_asks_and_reads_the_answer(signed_in: SignIn) -> None:
    opinion = given(open_draft(), mode=TellerMode.NAMED)
    client = returned(opinion)
    page = client.get(MINE).content.decode()
    assert "Nêu tên" in page
    assert "không dùng vào việc khác" in page
    assert client.post(MINE, {"right": "correction", "words": "Số mới là 0900."})["Location"] == MINE
    asked = OpinionDataRequest.objects.get()
    assert (asked.right, asked.by_receipt) == ("correction", True)
    officer = signed_in(OFFICER)
    assert asked.code in officer.get(DESK).content.decode()
    assert "Số mới là 0900." in officer.get(f"{DESK}{asked.code}/").content.decode()
    officer.post(f"{DESK}{asked.code}/", {"ground": "", "text": "Đã ghi số mới."})
    assert "Đã ghi số mới." in client.get(MINE).content.decode()


def test_what_was_typed_is_kept_when_the_request_lacks_something() -> None:
    answer_ = returned(given(open_draft())).post(MINE, {"words": "Xin xem."})
    assert answer_.status_code == 422
    assert "Xin xem." in answer_.content.decode()


def test_without_a_receipt_no_data_page_opens() -> None:
    assert Client().get(MINE)["Location"] == "/tra-cuu/"


def test_an_officer_enters_a_request_for_who_came_by_the_code_alone(signed_in: SignIn) -> None:
    opinion = given(open_draft(), mode=TellerMode.NAMED)
    client = signed_in(OFFICER)
    told = {"right": "access", "words": "Muốn biết Mặt trận giữ gì."}
    assert client.post(DESK, told | {"code": "YK-2018-77777"}).status_code == 422
    assert client.post(DESK, told | {"code": opinion.code.lower()}).status_code == 302
    assert OpinionDataRequest.objects.get().by_receipt is False


def test_three_requests_wait_at_most() -> None:
    opinion = given(open_draft())
    for right in (Right.ACCESS, Right.CORRECTION, Right.ERASURE):
        ask(opinion=opinion, right=right, words="Xin giúp.")
    with pytest.raises(TooMany):
        ask(opinion=opinion, right=Right.OBJECTION, words="Xin giúp.")


def test_withdrawn_consent_closes_the_name_to_officers_and_mail() -> None:
    draft = open_draft()
    person = Speaking(draft)
    person.say()
    person.tell(mode="named", name="Người Thử", email="thu@vidan.example", by_email="on")
    person.send()
    opinion = Opinion.objects.get()
    answered(opinion, Right.WITHDRAW)
    with pytest.raises(NotToBeOpened):
        open_identity(code=opinion.code, reason="Cần hỏi lại.", actor=actor(OFFICER))
    mail.outbox.clear()
    mail_tellers.call(draft.code, "answered")
    assert mail.outbox == []
    assert OpinionConsent.objects.get().withdrawn_on == clock.today()


@pytest.mark.parametrize("right", [Right.RESTRICTION, Right.OBJECTION])
def test_an_opinion_that_is_not_to_be_used_is_taken_off_and_still_counts(right: Right) -> None:
    opinion = given(open_draft())
    show(code=opinion.code, text=WORDS, actor=actor(OFFICER))
    answered(opinion, right)
    assert WORDS not in Client().get(f"/gop-y-du-thao/{opinion.draft.code}/y-kien/").content.decode()
    assert Opinion.objects.get().hidden_for == "unwanted"
    with pytest.raises(NotWanted):
        show(code=opinion.code, text=WORDS, actor=actor(OFFICER))


def test_the_desk_says_why_such_an_opinion_is_not_shown_again(signed_in: SignIn) -> None:
    opinion = given(open_draft())
    answered(opinion, Right.OBJECTION)
    place = f"/ban-lam-viec/phan-bien/{opinion.draft.code}/y-kien/{opinion.code}/dua-ra/"
    told = {"text": "Lời.", "revision": str(Opinion.objects.get().revision)}
    page = signed_in(OFFICER).post(place, told)
    assert page.status_code == 422
    assert "người góp ý không muốn, hoặc nội dung đã xóa" in page.content.decode()


def test_an_agreed_erasure_waits_for_the_head() -> None:
    opinion = given(open_draft())
    answered(opinion, Right.ERASURE)
    proposed = OpinionErasure.objects.get()
    assert (proposed.subject, proposed.rule, proposed.state) == (opinion.code, "DL", "proposed")


def test_a_refused_request_does_nothing_but_tell_the_ground() -> None:
    opinion = given(open_draft(), mode=TellerMode.NAMED)
    asked = answered(opinion, Right.ERASURE, Ground.RUNNING)
    assert (asked.state, asked.ground) == ("refused", "running")
    assert not OpinionErasure.objects.exists()


def test_no_ground_of_complaints_is_offered_for_opinions(signed_in: SignIn) -> None:
    asked = ask(opinion=given(open_draft()), right=Right.ERASURE, words="Xin xóa.")
    page = signed_in(OFFICER).get(f"{DESK}{asked.code}/").content.decode()
    assert 'value="not_known"' in page
    assert "kept_by_law" not in page


def test_the_terms_run_where_the_rule_is_in_force_are_stopped_and_extended_once() -> None:
    opinion = given(open_draft())
    with clock.at(IN_FORCE):
        asked = ask(opinion=opinion, right=Right.ACCESS, words="Xin xem.")
        assert set(Clock.objects.filter(subject=asked.code).values_list("role", flat=True)) == {
            "data_told",
            "data_done",
        }
        extend_term(code=asked.code, days=5, actor=actor(OFFICER))
        with pytest.raises(ExtendedOnce):
            extend_term(code=asked.code, days=5, actor=actor(OFFICER))
        acknowledge(code=asked.code, actor=actor(OFFICER))
        answer(code=asked.code, text="Đã gửi.", actor=actor(OFFICER))
        with pytest.raises(Answered):
            answer(code=asked.code, text="Đã gửi.", actor=actor(OFFICER))
    assert not Clock.objects.filter(subject=asked.code, stopped_on__isnull=True).exists()


def test_the_journal_holds_right_and_code_and_no_word() -> None:
    asked = answered(given(open_draft()), Right.ACCESS)
    rows = Entry.objects.filter(event__startswith="opinion.data_").order_by("pk")
    assert [row.event for row in rows] == ["opinion.data_request", "opinion.data_answer"]
    assert rows[0].facts == {"request": asked.code, "right": "access", "third_party": False}


def test_requests_on_screen_are_acknowledged_and_not_extended_beyond_measure(signed_in: SignIn) -> None:
    with clock.at(IN_FORCE):
        asked = ask(opinion=given(open_draft()), right=Right.ACCESS, words="Xin xem.")
        client = signed_in(OFFICER)
        client.post(f"{DESK}{asked.code}/bao-nhan/")
        page = client.post(f"{DESK}{asked.code}/gia-han/", {"days": "40"}, follow=True).content.decode()
    assert OpinionDataRequest.objects.get().state == "told"
    assert "từ 1 đến 15 ngày" in page
