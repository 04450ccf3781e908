"""A name given with an opinion in confidence: officers ask, a custodian in her sitting opens it once, and the head sees it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.cases.made import actor, made
from tests.consultations.opinions_made import WORDS, given, open_draft
from tests.consultations.test_moderating import desk, events
from tests.consultations.test_opinion_data import answered

from vidan.cases.services.open_in_confidence import ask_for_name as ask_about_case
from vidan.consultations.models import NameRequest, Opinion
from vidan.consultations.services.open_in_confidence import answer_request, ask_for_name, open_in_confidence
from vidan.consultations.services.open_opinion import read_original
from vidan.consultations.services.opinion_files import take_file
from vidan.foundation.accounts.models import User
from vidan.foundation.intake.names import AlreadyAnswered, AlreadyAsked, NotToBeOpened, Outcome
from vidan.foundation.intake.personal import Right
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.journal.models import Entry
from vidan.foundation.journal.readers import NotYours
from vidan.foundation.journal.record import record
from vidan.foundation.notices.models import Notice
from vidan.foundation.vault.models import Custodian
from vidan.foundation.vault.sitting import open_sitting, own_key
from vidan.site.openings import openings_of
from vidan.site.sample.people import PASSPHRASE

pytestmark = pytest.mark.django_db

SignIn = Callable[[str], Client]
HOME = "/ban-lam-viec/giu-khoa/"
REASON = "Mời người góp ý đến dự hội nghị"
NAME = "Người Góp Ý Thử"


def confidential() -> Opinion:
    return given(open_draft(), mode=TellerMode.CONFIDENTIAL)


def open_name(opinion: Opinion) -> Any:
    custodian = actor("giu-khoa")
    _sitting, secret = open_sitting(actor=custodian, passphrase=PASSPHRASE)
    own = own_key(actor=custodian, secret=secret)
    return open_in_confidence(code=opinion.code, reason=REASON, actor=custodian, own=own)


def read_by_two(opinion: Opinion) -> None:
    for local in ("one", "two"):
        record("opinion.read_original", subject=opinion.code, actor=local, unit_id=opinion.draft.front_id)


def test_a_custodian_in_her_sitting_opens_the_name_and_the_journal_says_so_without_words() -> None:
    opinion = confidential()
    assert open_name(opinion).name == NAME
    entry = Entry.objects.get(event="opinion.open_identity")
    assert (entry.subject, entry.actor, entry.facts) == (
        opinion.code,
        actor("giu-khoa").code,
        {"confidential": True},
    )
    assert len(entry.reason_digest) == 64


def test_a_named_opinion_is_not_in_her_keeping() -> None:
    with pytest.raises(Opinion.DoesNotExist):
        open_name(given(open_draft(), mode=TellerMode.NAMED))


def test_an_opinion_sealed_to_a_key_that_she_does_not_hold_is_not_in_her_keeping() -> None:
    opinion = confidential()
    Custodian.objects.filter(keeper__user__code=actor("giu-khoa").code).delete()
    assert not Opinion.objects.in_custody_of(actor("giu-khoa")).filter(pk=opinion.pk).exists()


def test_after_consent_was_withdrawn_not_even_she_opens_the_name() -> None:
    opinion = confidential()
    answered(opinion, Right.WITHDRAW)
    with pytest.raises(NotToBeOpened):
        open_name(opinion)
    with pytest.raises(NotToBeOpened):
        ask_for_name(code=opinion.code, reason=REASON, actor=actor("can-bo-quan"))


def test_an_officer_asks_once_and_reads_the_answer() -> None:
    opinion = confidential()
    asked = ask_for_name(code=opinion.code, reason=REASON, actor=actor("can-bo-quan"))
    with pytest.raises(AlreadyAsked):
        ask_for_name(code=opinion.code, reason=REASON, actor=actor("can-bo-quan"))
    answer_request(pk=asked.pk, outcome=Outcome.DONE, text="Người góp ý nhận lời.", actor=actor("giu-khoa"))
    with pytest.raises(AlreadyAnswered):
        answer_request(pk=asked.pk, outcome=Outcome.REFUSED, text="Không.", actor=actor("giu-khoa"))
    assert NameRequest.objects.get().outcome == Outcome.DONE


def test_nobody_asks_about_a_named_teller_or_an_opinion_of_another_front() -> None:
    confided = confidential()
    named = given(confided.draft, mode=TellerMode.NAMED)
    with pytest.raises(NotToBeOpened):
        ask_for_name(code=named.code, reason=REASON, actor=actor("can-bo-quan"))
    with pytest.raises(Opinion.DoesNotExist):
        ask_for_name(code=confided.code, reason=REASON, actor=actor("can-bo-phuong"))


def test_the_notices_of_asking_and_answering_lead_to_their_pages(signed_in: SignIn) -> None:
    opinion = confidential()
    asked = ask_for_name(code=opinion.code, reason=REASON, actor=actor("can-bo-quan"))
    answer_request(pk=asked.pk, outcome=Outcome.DONE, text="Đã gọi.", actor=actor("giu-khoa"))
    leads = {
        "giu-khoa": ("name_asked", reverse("consultations:custody_opinion", args=[opinion.code])),
        "can-bo-quan": ("name_told", reverse("consultations:ask_name", args=[opinion.draft.code, opinion.code])),
    }
    for local, (kind, place) in leads.items():
        told = Notice.objects.get(user__code=actor(local).code, kind=kind)
        assert told.subject == opinion.code
        assert signed_in(local).get(f"/ban-lam-viec/bao/{told.pk}/")["Location"] == place


def test_everything_that_waits_stands_on_one_table_the_oldest_first(signed_in: SignIn) -> None:
    case, opinion = made(mode=TellerMode.CONFIDENTIAL), confidential()
    ask_about_case(code=case.code, reason=REASON, actor=actor("can-bo-quan"))
    ask_for_name(code=opinion.code, reason=REASON, actor=actor("can-bo-quan"))
    page = signed_in("giu-khoa").get(HOME).content.decode()
    assert 0 < page.index(f"{HOME}ho-so/{case.code}/") < page.index(f"{HOME}y-kien/{opinion.code}/")


def test_on_screen_she_finds_the_opinion_opens_the_name_and_answers(signed_in: SignIn) -> None:
    opinion = confidential()
    asked = ask_for_name(code=opinion.code, reason=REASON, actor=actor("can-bo-quan"))
    client = signed_in("giu-khoa")
    client.post(HOME, {"passphrase": PASSPHRASE})
    place = f"{HOME}y-kien/{opinion.code}/"
    assert client.post(f"{HOME}tim/", {"code": opinion.code.lower()})["Location"] == place
    opened = client.post(place, {"reason": REASON})
    assert NAME in opened.content.decode()
    assert "no-store" in opened["Cache-Control"]
    assert NAME not in client.get(place).content.decode()
    told = {"outcome": "done", "text": "Đã gọi, người góp ý sẽ đến."}
    assert client.post(f"{place}de-nghi/{asked.pk}/", told)["Location"] == place
    page = signed_in("can-bo-quan").get(desk(opinion.draft, opinion.code, "nho-nguoi-giu-khoa")).content.decode()
    assert "người góp ý sẽ đến" in page


def test_without_a_sitting_nothing_opens_and_the_reason_is_kept(signed_in: SignIn) -> None:
    opinion = confidential()
    answer = signed_in("giu-khoa").post(f"{HOME}y-kien/{opinion.code}/", {"reason": REASON})
    assert answer.status_code == 422
    assert REASON in answer.content.decode()
    assert NAME not in answer.content.decode()


def test_the_head_sees_the_opening_with_its_reason_and_the_way_to_the_opinion(signed_in: SignIn) -> None:
    opinion = confidential()
    open_name(opinion)
    read_original(code=opinion.code, actor=actor("can-bo-quan"))
    rows, _more = openings_of(actor("lanh-dao"))
    assert [(row.entry.event, row.reason, row.in_confidence) for row in rows] == [
        ("opinion.read_original", "", True),
        ("opinion.open_identity", REASON, True),
    ]
    page = signed_in("lanh-dao").get("/ban-lam-viec/danh-tinh/").content.decode()
    assert desk(opinion.draft, opinion.code) in page
    assert REASON in page


def test_who_looks_at_a_named_original_is_not_listed_but_who_opens_the_name_is() -> None:
    opinion = given(open_draft(), mode=TellerMode.NAMED)
    read_original(code=opinion.code, actor=actor("can-bo-quan"))
    assert openings_of(actor("lanh-dao")) == ([], None)


def test_in_confidence_a_third_officer_reads_neither_original_nor_letters_nor_file(signed_in: SignIn) -> None:
    opinion = confidential()
    read_by_two(opinion)
    with pytest.raises(NotYours):
        read_original(code=opinion.code, actor=actor("can-bo-quan"))
    client = signed_in("can-bo-quan")
    page = client.get(desk(opinion.draft, opinion.code)).content.decode()
    assert "Hai cán bộ khác đang chuẩn bị ý kiến này" in page
    assert "/ban-goc/" not in page
    answer = client.post(desk(opinion.draft, opinion.code, "ban-goc"), follow=True).content.decode()
    assert WORDS not in answer
    assert events(opinion).count("opinion.read_original") == 2
    with pytest.raises(Opinion.DoesNotExist):
        take_file(code=opinion.code, actor=actor("can-bo-quan"))


def test_in_confidence_a_third_officer_neither_shows_nor_hides_what_he_may_not_read(signed_in: SignIn) -> None:
    opinion = confidential()
    read_by_two(opinion)
    client = signed_in("can-bo-quan")
    for end, told in (("dua-ra", {"text": "Lời."}), ("khong-dua-ra", {"why": "advert"})):
        client.post(desk(opinion.draft, opinion.code, end), told | {"revision": "1"})
    assert Opinion.objects.get().state == "waiting"


def test_a_third_officer_still_reads_the_original_of_a_named_teller() -> None:
    opinion = given(open_draft(), mode=TellerMode.NAMED)
    read_by_two(opinion)
    assert read_original(code=opinion.code, actor=actor("can-bo-quan")) == WORDS


def test_a_custodian_who_left_gets_no_notice() -> None:
    opinion = confidential()
    User.objects.filter(code=actor("giu-khoa").code).update(is_active=False)
    ask_for_name(code=opinion.code, reason=REASON, actor=actor("can-bo-quan"))
    assert not Notice.objects.filter(kind="name_asked", user__is_active=False).exists()
