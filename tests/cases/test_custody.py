"""A name given in confidence: officers ask, a custodian in her sitting opens it once, and the head sees that she did."""

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.cases.made import IDENTITY, actor, made, official_of
from tests.test_canaries import SECRET, carried, rows_of_every_table, seen

from vidan.cases.kinds import State
from vidan.cases.models import CaseFile, IdentityRequest
from vidan.cases.services.notify import notify_custodians
from vidan.cases.services.open_identity import open_identity
from vidan.cases.services.open_in_confidence import (
    answer_request,
    ask_for_name,
    open_in_confidence,
)
from vidan.cases.services.read_original import read_original
from vidan.foundation.accounts.models import Official
from vidan.foundation.intake.names import AlreadyAnswered, AlreadyAsked, NotToBeOpened, Outcome
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.journal.models import Entry
from vidan.foundation.journal.record import record
from vidan.foundation.notices.models import Notice
from vidan.foundation.vault.models import Custodian, Sitting
from vidan.foundation.vault.sitting import open_sitting, own_key
from vidan.site.openings import openings_of
from vidan.site.sample.people import PASSPHRASE

pytestmark = pytest.mark.django_db

HOME = "/ban-lam-viec/giu-khoa/"
REASON = "Cần hỏi ngày đến quầy"


def confidential(**changed: Any) -> CaseFile:
    return made(State.CLASSIFIED, mode=TellerMode.CONFIDENTIAL, **changed)


def open_name(case: CaseFile) -> Any:
    custodian = actor("giu-khoa")
    _sitting, secret = open_sitting(actor=custodian, passphrase=PASSPHRASE)
    own = own_key(actor=custodian, secret=secret)
    return open_in_confidence(code=case.code, reason=REASON, actor=custodian, own=own)


def seated(signed_in: Callable[[str], Client]) -> Client:
    client = signed_in("giu-khoa")
    assert client.post(HOME, {"passphrase": PASSPHRASE}).status_code == 302
    return client


def test_a_custodian_in_her_sitting_opens_the_name_and_the_journal_says_so_without_words() -> None:
    case = confidential()
    assert open_name(case) == IDENTITY
    entry = Entry.objects.get(event="case.open_identity")
    assert (entry.subject, entry.actor, entry.facts) == (case.code, actor("giu-khoa").code, {"confidential": True})
    assert len(entry.reason_digest) == 64


def test_a_named_case_is_not_in_her_keeping() -> None:
    with pytest.raises(CaseFile.DoesNotExist):
        open_name(made(mode=TellerMode.NAMED))


def test_a_case_about_her_own_front_is_not_in_her_keeping() -> None:
    case = confidential()
    assert case.subject_unit is not None
    CaseFile.objects.filter(pk=case.pk).update(subject_unit=case.front)
    with pytest.raises(CaseFile.DoesNotExist):
        open_name(case)


def test_a_case_about_herself_is_not_in_her_keeping() -> None:
    case = confidential()
    service = official_of("can-bo-ubnd")
    Official.objects.filter(pk=service.pk).update(user_id=actor("giu-khoa").user_id)
    CaseFile.objects.filter(pk=case.pk).update(official=service)
    with pytest.raises(CaseFile.DoesNotExist):
        open_name(case)


def test_a_case_of_a_ward_whose_front_has_no_key_is_opened_by_the_custodian_above() -> None:
    case = made(mode=TellerMode.CONFIDENTIAL, front="mttq-a-an-phu")
    assert open_name(case) == IDENTITY


def test_an_officer_asks_once_and_reads_the_answer() -> None:
    case = confidential()
    asked = ask_for_name(code=case.code, reason=REASON, actor=actor("can-bo-quan"))
    with pytest.raises(AlreadyAsked):
        ask_for_name(code=case.code, reason=REASON, actor=actor("can-bo-quan"))
    answer_request(pk=asked.pk, outcome=Outcome.DONE, text="Người gửi đến lúc 9 giờ.", actor=actor("giu-khoa"))
    with pytest.raises(AlreadyAnswered):
        answer_request(pk=asked.pk, outcome=Outcome.REFUSED, text="Không.", actor=actor("giu-khoa"))
    assert IdentityRequest.objects.get().outcome == Outcome.DONE


def notices(local: str) -> list[tuple[str, str]]:
    return list(Notice.objects.filter(user__code=actor(local).code).order_by("pk").values_list("kind", "subject"))


def test_while_a_request_waits_its_page_says_so_and_offers_no_second_one(signed_in: Callable[[str], Client]) -> None:
    case, client = confidential(), signed_in("can-bo-quan")
    place = f"/ban-lam-viec/ho-so/{case.code}/nho-nguoi-giu-khoa/"
    assert 'name="reason"' in client.get(place).content.decode()
    client.post(place, {"reason": REASON})
    page = client.get(place).content.decode()
    assert "đang chờ người giữ khóa trả lời" in page
    assert 'name="reason"' not in page


def test_without_a_sitting_no_form_asks_for_a_reason(signed_in: Callable[[str], Client]) -> None:
    case = confidential()
    page = signed_in("giu-khoa").get(f"/ban-lam-viec/giu-khoa/ho-so/{case.code}/").content.decode()
    assert "Phiên chưa mở" in page
    assert 'name="reason"' not in page


def test_a_third_officer_is_told_that_two_others_prepare_the_case(signed_in: Callable[[str], Client]) -> None:
    case = confidential()
    for local in ("one", "two"):
        record("case.read_original", subject=case.code, actor=local, unit_id=case.front_id)
    page = signed_in("can-bo-quan").get(f"/ban-lam-viec/ho-so/{case.code}/").content.decode()
    assert "Hai cán bộ khác đang chuẩn bị hồ sơ này" in page
    assert "/ban-goc/" not in page


def test_custodians_get_notice_that_a_name_is_asked_for_and_nobody_else_does() -> None:
    case = confidential()
    before = Notice.objects.count()
    ask_for_name(code=case.code, reason=REASON, actor=actor("can-bo-quan"))
    assert notices("giu-khoa")[-1] == ("name_asked", case.code)
    assert Notice.objects.count() == before + Custodian.objects.values("keeper__user").distinct().count()


def test_a_custodian_gets_no_notice_about_her_own_front() -> None:
    case = confidential()
    CaseFile.objects.filter(pk=case.pk).update(subject_unit=case.front)
    notify_custodians(case)
    assert notices("giu-khoa") == []


def test_who_asked_gets_notice_of_the_answer(signed_in: Callable[[str], Client]) -> None:
    case = confidential()
    asked = ask_for_name(code=case.code, reason=REASON, actor=actor("can-bo-quan"))
    answer_request(pk=asked.pk, outcome=Outcome.DONE, text="Người gửi đến lúc 9 giờ.", actor=actor("giu-khoa"))
    told = Notice.objects.filter(user__code=actor("can-bo-quan").code, kind="name_told").get()
    answer = signed_in("can-bo-quan").get(f"/ban-lam-viec/bao/{told.pk}/")
    assert answer.headers["location"] == reverse("cases:ask_identity", args=[case.code])


def test_the_notice_of_a_custodian_leads_to_the_door_of_the_name(signed_in: Callable[[str], Client]) -> None:
    case = confidential()
    ask_for_name(code=case.code, reason=REASON, actor=actor("can-bo-quan"))
    told = Notice.objects.get(user__code=actor("giu-khoa").code)
    answer = signed_in("giu-khoa").get(f"/ban-lam-viec/bao/{told.pk}/")
    assert answer.headers["location"] == reverse("cases:custody_case", args=[case.code])


def test_nobody_asks_about_a_named_teller_or_a_case_he_may_not_know() -> None:
    with pytest.raises(NotToBeOpened):
        ask_for_name(code=made(mode=TellerMode.NAMED).code, reason=REASON, actor=actor("can-bo-quan"))
    with pytest.raises(CaseFile.DoesNotExist):
        ask_for_name(code=confidential().code, reason=REASON, actor=actor("can-bo-phuong"))


def test_the_sitting_on_screen_from_passphrase_to_close(signed_in: Callable[[str], Client]) -> None:
    case = confidential()
    client = signed_in("giu-khoa")
    place = f"{HOME}ho-so/{case.code}/"
    before = client.post(place, {"reason": REASON})
    assert before.status_code == 422
    assert REASON in before.content.decode()
    assert client.post(HOME, {"passphrase": PASSPHRASE}).status_code == 302
    cookie = client.cookies["vidan_sitting"]
    assert (cookie["path"], cookie["samesite"], bool(cookie["httponly"])) == (HOME, "Strict", True)
    opened = client.post(place, {"reason": REASON})
    assert IDENTITY.name in opened.content.decode()
    assert "no-store" in opened["Cache-Control"]
    assert IDENTITY.name not in client.get(place).content.decode()
    client.post(f"{HOME}dong/")
    assert not Sitting.objects.exists()
    assert IDENTITY.name not in client.post(place, {"reason": REASON}).content.decode()


def test_a_copied_cookie_after_the_end_opens_nothing(signed_in: Callable[[str], Client]) -> None:
    case = confidential()
    client = seated(signed_in)
    Sitting.objects.update(ends_at=timezone.now() - timedelta(seconds=1))
    answer = client.post(f"{HOME}ho-so/{case.code}/", {"reason": REASON})
    assert answer.status_code == 422
    assert not Entry.objects.filter(event="case.open_identity").exists()


def test_a_wrong_passphrase_is_told_and_not_shown_again(signed_in: Callable[[str], Client]) -> None:
    client = signed_in("giu-khoa")
    for n in range(4):
        page = client.post(HOME, {"passphrase": f"sai lần thứ {n}"})
        assert page.status_code == 422
        assert "sai lần thứ" not in page.content.decode()
    assert "Chờ 1 phút" in page.content.decode()


def test_a_passphrase_typed_after_the_sign_in_ended_is_not_given_back_on_the_page() -> None:
    page = Client().post(HOME, {"passphrase": PASSPHRASE}, headers={"Origin": "http://testserver"})
    assert page.status_code == 401
    assert PASSPHRASE not in page.content.decode()


@pytest.mark.parametrize("passphrase", ["", " ", "x" * 100_000, "a\x00b", "\u202e" * 20, "🔑" * 50])
def test_hostile_passphrases_are_refused_with_a_sentence(passphrase: str, signed_in: Callable[[str], Client]) -> None:
    assert signed_in("giu-khoa").post(HOME, {"passphrase": passphrase}).status_code == 422


def test_officer_and_custodian_on_screen(signed_in: Callable[[str], Client]) -> None:
    case = confidential()
    officer = signed_in("can-bo-quan")
    place = f"/ban-lam-viec/ho-so/{case.code}/nho-nguoi-giu-khoa/"
    assert place in officer.get(f"/ban-lam-viec/ho-so/{case.code}/").content.decode()
    assert officer.post(place, {"reason": "ngắn"}).status_code == 422
    assert officer.post(place, {"reason": REASON}).status_code == 302
    client = seated(signed_in)
    assert case.code in client.get(HOME).content.decode()
    asked = IdentityRequest.objects.get()
    page = f"{HOME}ho-so/{case.code}/de-nghi/{asked.pk}/"
    assert client.post(page, {"outcome": "done", "text": ""}).status_code == 422
    assert client.post(page, {"outcome": "done", "text": "Đến lúc 9 giờ."}).status_code == 302
    assert "Đến lúc 9 giờ." in officer.get(place).content.decode()
    assert "Đến lúc 9 giờ." not in signed_in("can-bo-quan-2").get(place).content.decode()


def test_a_code_outside_her_keeping_and_a_code_of_nobody_get_the_same_answer(
    signed_in: Callable[[str], Client],
) -> None:
    client = seated(signed_in)
    named = made(mode=TellerMode.NAMED)
    answers = [client.post(f"{HOME}tim/", {"code": code}, follow=True) for code in (named.code, "PA-1999-0001", "'")]
    texts = {answer.content.decode().replace("csrf", "") for answer in answers}
    assert {answer.redirect_chain[-1][0] for answer in answers} == {HOME}
    assert all("Không có hồ sơ, ý kiến giữ kín tên nào" in text for text in texts)
    assert client.get(f"{HOME}ho-so/{named.code}/").status_code == 404


def test_the_head_sees_every_opening_with_its_reason(signed_in: Callable[[str], Client]) -> None:
    case = confidential()
    open_name(case)
    read_original(code=case.code, actor=actor("can-bo-quan"))
    named = made(mode=TellerMode.NAMED)
    open_identity(code=named.code, reason="Mời người gửi đến", actor=actor("can-bo-quan"))
    rows, more = openings_of(actor("lanh-dao"))
    assert [(row.entry.event, row.reason, row.in_confidence) for row in rows] == [
        ("case.open_identity", "Mời người gửi đến", False),
        ("case.read_original", "", True),
        ("case.open_identity", REASON, True),
    ]
    assert more is None
    page = signed_in("lanh-dao").get("/ban-lam-viec/danh-tinh/").content.decode()
    assert REASON in page
    assert IDENTITY.name not in page


def test_openings_are_filtered_by_month_and_paged_by_key(signed_in: Callable[[str], Client]) -> None:
    case = made(mode=TellerMode.NAMED)
    for _n in range(32):
        open_identity(code=case.code, reason=REASON, actor=actor("can-bo-quan"))
    rows, more = openings_of(actor("lanh-dao"))
    assert (len(rows), more) == (30, rows[-1].entry.pk)
    assert len(openings_of(actor("lanh-dao"), after=more)[0]) == 2
    client = signed_in("lanh-dao")
    for month, there in (("2018-03", True), ("2018-04", False), ("x", True), ("2018-13", True)):
        assert (case.code in client.get(f"/ban-lam-viec/danh-tinh/?thang={month}").content.decode()) == there, month


def test_a_head_sees_no_opening_of_a_case_he_may_not_know() -> None:
    case = made(mode=TellerMode.NAMED)
    open_identity(code=case.code, reason=REASON, actor=actor("can-bo-quan"))
    CaseFile.objects.filter(pk=case.pk).update(subject_unit=case.front)
    assert openings_of(actor("lanh-dao")) == ([], None)


def test_neither_tables_nor_sessions_nor_logs_hold_what_a_sitting_was_about(
    signed_in: Callable[[str], Client], caplog: pytest.LogCaptureFixture
) -> None:
    case, _visitor = carried(TellerMode.CONFIDENTIAL)
    with caplog.at_level(logging.DEBUG):
        ask_for_name(code=case.code, reason="canaryaskzq là lý do", actor=actor("can-bo-quan"))
        client = seated(signed_in)
        page = client.post(f"{HOME}ho-so/{case.code}/", {"reason": "canarywhyzq là lý do"})
        asked = IdentityRequest.objects.get()
        answer_request(pk=asked.pk, outcome=Outcome.DONE, text="canarytoldzq", actor=actor("giu-khoa"))
    assert SECRET["name"] in page.content.decode()
    words = [*SECRET.values(), "canaryaskzq", "canarywhyzq", "canarytoldzq", PASSPHRASE]
    words.append(client.cookies["vidan_sitting"].value)
    assert [(table, seen(value, words)) for table, value in rows_of_every_table() if seen(value, words)] == []
    assert [s for s in Session.objects.all() if seen(str(s.get_decoded()).encode(), words)] == []
    logged = "\n".join(one.getMessage() for one in caplog.records if one.name != "django.db.backends")
    assert seen(logged.encode(), words) == []


def test_a_sitting_opened_in_english_holds_on_the_english_pages(signed_in: Callable[[str], Client]) -> None:
    case = confidential()
    client = signed_in("giu-khoa")
    client.post(f"/en{HOME}", {"passphrase": PASSPHRASE})
    assert client.cookies["vidan_sitting"]["path"] == f"/en{HOME}"
    page = client.post(f"/en{HOME}ho-so/{case.code}/", {"reason": REASON}).content.decode()
    assert IDENTITY.name in page
    assert "The sitting is open" in page
