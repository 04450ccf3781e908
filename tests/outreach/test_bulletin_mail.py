"""The bulletin by mail: asked for, confirmed, sent at most once, left by one press; the address lies nowhere in the open."""

import logging
import re
from collections.abc import Callable, Sequence
from datetime import timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings
from tests.cases.made import actor
from tests.outreach.articles_made import REVIEWER
from tests.outreach.bulletins_made import READER, asked, bulletin, mailed_to, subscribed
from tests.test_canaries import rows_of_every_table, seen

from vidan.foundation.calendar import clock
from vidan.foundation.intake import rates
from vidan.foundation.intake.rates import SLOW_POST
from vidan.foundation.jobs.models import Progress
from vidan.foundation.journal.models import Entry
from vidan.outreach.bulletin_moves import BulletinState
from vidan.outreach.models import Bulletin, Mailing, Subscriber
from vidan.outreach.services import make_bulletin, subscribe
from vidan.outreach.services.mail_bulletin import PATIENCE, mail_bulletins
from vidan.outreach.subscriber_marks import mark_of_token, opened

pytestmark = pytest.mark.django_db

LIST = "/tin-tuc/ban-tin/"
LINK = re.compile(r"https?://[^/]+(/tin-tuc/ban-tin/(?:xac-nhan|thoi-nhan)/[\w-]+/)")


def post(address: str) -> tuple[int, str]:
    answer = Client().post(LIST, {"address": address})
    return answer.status_code, answer.headers.get("Location", "")


def test_an_address_gets_one_mail_that_asks_and_no_bulletin_before_it_is_confirmed() -> None:
    assert post(READER) == (302, f"{LIST}da-gui/")
    subscribe.mail_asking.call(Subscriber.objects.get().pk)
    bulletin(BulletinState.SENT)
    mail_bulletins()
    assert [one.subject for one in mailed_to(READER)] == ["Xác nhận nhận bản tin của Mặt trận"]


def test_a_known_address_is_answered_as_an_unknown_one() -> None:
    subscribed("da-co@vidan.example")
    asked("dang-cho@vidan.example")
    answers = {post(f"{name}@vidan.example") for name in ("da-co", "dang-cho", "moi")}
    assert len(answers) == 1


def test_opening_the_link_confirms_nothing_and_pressing_does() -> None:
    row, token = asked()
    client = Client()
    assert client.get(f"{LIST}xac-nhan/{token}/").status_code == 200
    row.refresh_from_db()
    assert row.confirmed_at is None
    client.post(f"{LIST}xac-nhan/{token}/")
    row.refresh_from_db()
    assert row.confirmed_at == clock.now()


def test_a_link_is_good_for_two_days_and_then_the_address_is_destroyed() -> None:
    _row, token = asked()
    kept, _token = subscribed("da-co@vidan.example")
    with clock.at(clock.now() + timedelta(days=2)):
        assert not subscribe.confirm(token)
        subscribe.sweep()
    assert [one.pk for one in Subscriber.objects.all()] == [kept.pk]


def test_typing_an_address_again_and_again_sends_one_mail_a_day() -> None:
    for typed in (READER, READER.upper(), READER):
        post(typed)
    assert DBTaskResult.objects.count() == 1
    with clock.at(clock.now() + timedelta(days=1)):
        post(READER)
    assert DBTaskResult.objects.count() == 2
    assert Subscriber.objects.count() == 1


def test_too_many_posts_of_one_network_are_told_so_and_keep_what_was_typed() -> None:
    rates.forget()
    whole = SLOW_POST.item().amount
    answers = [Client().post(LIST, {"address": f"mot{n}@vidan.example"}) for n in range(whole + 1)]
    assert [one.status_code for one in answers] == [302] * whole + [422]
    assert f"mot{whole}@vidan.example" in answers[-1].content.decode()


@pytest.mark.parametrize(
    "typed", ["", "khong-phai", "a@b", "a@vidan.example\nBcc: b@vidan.example", "a" * 300 + "@x.vn"]
)
def test_what_is_no_address_is_refused_in_a_sentence(typed: str) -> None:
    assert post(typed)[0] == 422
    assert not Subscriber.objects.exists()


def test_the_mail_has_text_html_and_the_headers_of_one_press() -> None:
    _row, token = subscribed()
    sent = bulletin(BulletinState.SENT)
    mail_bulletins()
    (one,) = mailed_to(READER)
    headers = one.message()
    assert LINK.findall(headers["List-Unsubscribe"]) == [f"{LIST}thoi-nhan/{token}/"]
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert [part.get_content_type() for part in headers.walk()][1:] == ["text/plain", "text/html"]
    for words in ("Tin thứ 1", "Tin thứ 3", f"{LIST}{sent.year}-{sent.number}/", "/tin-tuc/tin-thu-1"):
        assert words in str(one.body)


def test_one_press_without_form_or_cookie_destroys_the_row() -> None:
    _row, token = subscribed()
    bulletin(BulletinState.SENT)
    mail_bulletins()
    client = Client(enforce_csrf_checks=True)
    answer = client.post(f"{LIST}thoi-nhan/{token}/", {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert not Subscriber.objects.exists()
    assert not Mailing.objects.exists()
    bulletin(BulletinState.SENT)
    mail_bulletins()
    assert len(mailed_to(READER)) == 1


def test_opening_the_link_to_leave_leaves_nothing() -> None:
    _row, token = subscribed()
    assert Client().get(f"{LIST}thoi-nhan/{token}/").status_code == 200
    assert Subscriber.objects.exists()


def test_confirming_needs_the_protection_of_forms() -> None:
    _row, token = asked()
    assert Client(enforce_csrf_checks=True).post(f"{LIST}xac-nhan/{token}/").status_code == 403


@pytest.mark.parametrize("rounds", [1, 3])
def test_nobody_gets_it_twice_however_often_the_worker_begins_anew(rounds: int) -> None:
    for n in range(3):
        subscribed(f"mot{n}@vidan.example")
    sent = bulletin(BulletinState.SENT)
    for _n in range(rounds):
        Bulletin.objects.update(mailed_at=None)
        mail_bulletins()
    assert sorted(one.to[0] for one in mail.outbox) == [f"mot{n}@vidan.example" for n in range(3)]
    assert (Progress.objects.get(name=f"bulletin {sent.code}").done, Mailing.objects.count()) == (3, 3)
    told = Entry.objects.filter(event="bulletin.mailed").order_by("pk").values_list("facts", flat=True)[0]
    assert told == {"count": 3, "left": 0}


def test_who_confirms_after_it_came_out_gets_the_next_one() -> None:
    bulletin(BulletinState.SENT)
    with clock.at(clock.now() + timedelta(minutes=1)):
        subscribed()
        mail_bulletins()
        assert mailed_to(READER) == []
        bulletin(BulletinState.SENT)
        mail_bulletins()
    assert len(mailed_to(READER)) == 1


class Refusing(EmailBackend):
    """A mail server that answers the first mail of a round in its own way."""

    answer: Exception

    def send_messages(self, messages: Sequence[EmailMessage]) -> int:
        if any(READER in one.to for one in messages):
            raise self.answer
        return super().send_messages(messages)


def refusing(monkeypatch: pytest.MonkeyPatch, answer: Exception) -> None:
    monkeypatch.setattr(Refusing, "answer", answer, raising=False)
    monkeypatch.setattr("vidan.outreach.services.mail_bulletin.get_connection", Refusing)


NOT_NOW = (SMTPRecipientsRefused({READER: (451, b"later")}), SMTPDataError(451, b"later"))
NEVER = (SMTPRecipientsRefused({READER: (550, b"nobody")}), SMTPDataError(554, b"no"))


@pytest.mark.parametrize("answer", NOT_NOW)
def test_a_mail_that_the_server_did_not_take_for_now_is_tried_again(
    answer: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    subscribed()
    subscribed("khac@vidan.example")
    bulletin(BulletinState.SENT)
    with monkeypatch.context() as while_refusing:
        refusing(while_refusing, answer)
        mail_bulletins()
    assert (len(mailed_to(READER)), len(mailed_to("khac@vidan.example"))) == (0, 1)
    mail_bulletins()
    assert (len(mailed_to(READER)), len(mailed_to("khac@vidan.example"))) == (1, 1)


@pytest.mark.parametrize("answer", NEVER)
def test_a_mail_that_the_server_refuses_for_good_stops_nobody_elses(
    answer: Exception, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    subscribed()
    subscribed("khac@vidan.example")
    made = bulletin(BulletinState.SENT)
    refusing(monkeypatch, answer)
    mail_bulletins()
    made.refresh_from_db()
    assert made.mailed_at is not None
    assert len(mailed_to("khac@vidan.example")) == 1
    assert READER not in caplog.text


def test_a_mail_of_which_nobody_knows_whether_it_went_is_not_sent_again(monkeypatch: pytest.MonkeyPatch) -> None:
    subscribed()
    bulletin(BulletinState.SENT)
    with monkeypatch.context() as while_breaking:
        refusing(while_breaking, SMTPServerDisconnected("gone"))
        with pytest.raises(OSError, match="gone"):
            mail_bulletins()
    mail_bulletins()
    assert mailed_to(READER) == []


def test_a_dead_mail_server_marks_nobody_and_is_waited_for_three_days(monkeypatch: pytest.MonkeyPatch) -> None:
    subscribed()
    made = bulletin(BulletinState.SENT)

    def dead(_self: object) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr(EmailBackend, "open", dead)
    with pytest.raises(ConnectionRefusedError):
        mail_bulletins()
    assert not Mailing.objects.exists()
    monkeypatch.undo()
    monkeypatch.setattr(Refusing, "answer", NOT_NOW[0], raising=False)
    monkeypatch.setattr("vidan.outreach.services.mail_bulletin.get_connection", Refusing)
    with clock.at(clock.now() + PATIENCE):
        mail_bulletins()
    made.refresh_from_db()
    assert made.mailed_at is not None


def test_the_address_and_its_token_lie_in_no_table_no_job_no_log_and_no_journal(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    with caplog.at_level(logging.DEBUG):
        post(READER)
        row = Subscriber.objects.get()
        token = opened(row)[1]
        subscribe.mail_asking.call(row.pk)
        subscribe.confirm(token)
        bulletin(BulletinState.SENT)
        mail_bulletins()
        refusing(monkeypatch, NEVER[0])
        bulletin(BulletinState.SENT)
        mail_bulletins()
    stored = list(rows_of_every_table())
    assert mark_of_token(token).encode() in [value for _table, value in stored]
    assert [table for table, value in stored if seen(value, [READER, "canaryreaderzq", token])] == []
    logged = "\n".join(one.getMessage() for one in caplog.records if one.name != "django.db.backends")
    assert seen(logged.encode(), ["canaryreaderzq", token]) == []


def test_no_page_shows_the_address(signed_in: Callable[[str], Client]) -> None:
    post(READER)
    _row, token = subscribed("canarykeptzq@vidan.example")
    made = bulletin(BulletinState.SENT)
    mail_bulletins()
    desk = f"/ban-lam-viec/ban-tin/{made.year}-{made.number}/"
    client = signed_in("bien-tap")
    for place in ("/ban-lam-viec/ban-tin/", desk, f"{desk}thu/"):
        assert "zq@" not in client.get(place).content.decode(), place
    for place in (LIST, f"{LIST}da-gui/", f"{LIST}xac-nhan/{token}/", f"{LIST}thoi-nhan/{token}/"):
        assert "zq@" not in Client().get(place).content.decode(), place


def test_a_row_that_takes_another_ones_place_does_not_open() -> None:
    one, _token = subscribed()
    other, _other = subscribed("khac@vidan.example")
    Subscriber.objects.filter(pk=other.pk).update(body=one.body)
    bulletin(BulletinState.SENT)
    mail_bulletins()
    assert (len(mailed_to(READER)), len(mailed_to("khac@vidan.example"))) == (1, 0)


def test_without_a_mail_server_nobody_is_asked_for_an_address(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.DEMO = False
    assert 'name="address"' not in Client().get(LIST).content.decode()
    post(READER)
    assert not Subscriber.objects.exists()
    made = bulletin(BulletinState.SENT)
    mail_bulletins()
    made.refresh_from_db()
    assert made.mailed_at is not None


def test_the_second_person_sends_and_the_editor_sees_how_far_it_is(signed_in: Callable[[str], Client]) -> None:
    subscribed()
    made = bulletin(BulletinState.APPROVED)
    make_bulletin.send(pk=made.pk, actor=actor(REVIEWER))
    client = signed_in("bien-tap")
    place = f"/ban-lam-viec/ban-tin/{made.year}-{made.number}/"
    assert "trong vòng một phút" in client.get(place).content.decode()
    mail_bulletins()
    assert "Đã gửi đến 1 người đăng ký." in client.get(place).content.decode()
