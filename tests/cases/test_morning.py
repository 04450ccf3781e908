"""The mail of the morning: once a working day, counts and codes only, over a real wire."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from smtplib import SMTPException
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from pytest_django import Settings
from tests.cases.made import IDENTITY, made, official_of
from tests.sink import Taken, mail_sink

from vidan.cases.due import SHOWN
from vidan.cases.kinds import PersonState, State
from vidan.cases.models import CaseFile
from vidan.foundation.accounts.models import Assignment, User
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.days import set_day
from vidan.foundation.calendar.models import DayKind
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.notices.morning import send_mornings
from vidan.site.sample.people import address

pytestmark = pytest.mark.django_db

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
WEDNESDAY = datetime(2018, 3, 14, 7, 1, tzinfo=ZONE)
SATURDAY = datetime(2018, 3, 17, 7, 1, tzinfo=ZONE)
SignIn = Callable[[str], Client]


@pytest.fixture(autouse=True)
def sink(settings: Settings) -> Iterator[Taken]:
    with mail_sink() as taken:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", taken.port
        yield taken


def send(moment: datetime = WEDNESDAY) -> str:
    with clock.at(moment):
        return send_mornings()


def text_for(sink: Taken, local: str) -> str:
    mails = [
        message_from_bytes(body.encode(), policy=policy.default) for to, body in sink.mails if to == address(local)
    ]
    assert len(mails) == 1, [to for to, _body in sink.mails]
    return str(mails[0].get_content())


def receivers(sink: Taken) -> set[str]:
    return {to.split("@")[0] for to, _body in sink.mails}


def test_whoever_has_something_waiting_gets_one_mail_with_counts_and_codes(sink: Taken) -> None:
    case = made()
    assert send() == "3 sent"
    assert receivers(sink) == {"can-bo-quan", "can-bo-quan-2", "lanh-dao"}
    text = text_for(sink, "can-bo-quan")
    assert f"Mới nhận, chưa phân loại: 1 ({case.code})" in text
    assert "/ban-lam-viec/" in text


def test_what_was_told_and_who_told_it_is_not_in_it(sink: Taken) -> None:
    case = made(State.CLASSIFIED, mode=TellerMode.NAMED)
    CaseFile.objects.filter(pk=case.pk).update(due_on=WEDNESDAY.date())
    send()
    text = text_for(sink, "can-bo-quan")
    assert f"Đến hạn hôm nay: 1 ({case.code})" in text
    for secret in (IDENTITY.name, IDENTITY.phone, CaseFile.objects.get().gist, "trống không"):
        assert secret not in text


def test_it_is_not_sent_twice_a_day_and_again_on_the_next(sink: Taken) -> None:
    made()
    send()
    assert send(WEDNESDAY + timedelta(minutes=5)) == ""
    assert len(sink.mails) == 3
    send(WEDNESDAY + timedelta(days=1))
    assert len(sink.mails) == 6


@pytest.mark.parametrize(
    "moment", [WEDNESDAY.replace(hour=6, minute=59), WEDNESDAY.replace(hour=12, minute=0), SATURDAY]
)
def test_none_goes_out_too_early_too_late_or_on_a_day_off(moment: datetime, sink: Taken) -> None:
    made()
    assert send(moment) == ""
    assert sink.mails == []


def test_a_saturday_that_is_made_up_for_is_a_working_day(sink: Taken) -> None:
    made()
    set_day(day=SATURDAY.date(), kind=DayKind.SWAPPED_WORKDAY, name="Làm bù", source="thử")
    send(SATURDAY)
    assert receivers(sink) == {"can-bo-quan", "can-bo-quan-2", "lanh-dao"}


def test_who_has_nothing_waiting_gets_none(sink: Taken) -> None:
    send()
    assert sink.mails == []


def test_the_sample_installation_sends_none(sink: Taken, settings: Settings) -> None:
    made()
    settings.DEMO = True
    send()
    assert sink.mails == []


def test_who_does_not_want_it_gets_none_until_he_does(sink: Taken, signed_in: SignIn) -> None:
    made()
    client = signed_in("can-bo-quan")
    client.post("/ban-lam-viec/thu-dau-ngay/", {"wanted": "0"})
    assert "không nhận thư này" in client.get("/ban-lam-viec/thu-dau-ngay/").content.decode()
    send()
    assert receivers(sink) == {"can-bo-quan-2", "lanh-dao"}
    client.post("/ban-lam-viec/thu-dau-ngay/", {"wanted": "1"})
    send(WEDNESDAY + timedelta(days=1))
    assert "can-bo-quan" in receivers(sink)


def test_the_account_page_leads_to_the_choice(signed_in: SignIn) -> None:
    assert "/ban-lam-viec/thu-dau-ngay/" in signed_in("can-bo-quan").get("/ban-lam-viec/bao-ve/").content.decode()


def test_a_closed_sign_in_and_one_without_a_role_get_none(sink: Taken) -> None:
    made()
    User.objects.filter(email=address("can-bo-quan")).update(is_active=False)
    Assignment.objects.filter(user__email=address("can-bo-quan-2")).update(valid_to="2018-03-13")
    send()
    assert receivers(sink) == {"lanh-dao"}


def test_only_the_head_is_told_what_waits_for_approval(sink: Taken) -> None:
    made(State.SUBMITTED)
    send()
    assert "Chờ lãnh đạo duyệt: 1" in text_for(sink, "lanh-dao")
    assert receivers(sink) == {"lanh-dao"}


def test_a_body_is_told_what_it_owes_and_the_guard_holds(sink: Taken) -> None:
    case = made(State.TRANSFERRED, person=PersonState.UNRESOLVED)
    send()
    assert f"Chờ trả lời, chưa đến hạn: 1 ({case.code})" in text_for(sink, "chu-tich-ubnd")
    assert "can-bo-ubnd" not in receivers(sink)


def test_whoever_a_case_is_about_is_not_told_of_it(sink: Taken) -> None:
    made(State.TRANSFERRED, about="ubnd-a-an-phu", official=official_of("can-bo-ubnd"))
    send()
    assert receivers(sink) >= {"chu-tich-ubnd", "theo-doi"}
    assert "can-bo-ubnd" not in receivers(sink)


def test_a_long_list_of_codes_is_cut_and_the_rest_counted(sink: Taken) -> None:
    for _n in range(SHOWN + 2):
        made()
    send()
    assert "và 2 hồ sơ khác" in text_for(sink, "can-bo-quan")


def test_a_mail_that_the_server_does_not_take_is_tried_again(sink: Taken) -> None:
    made()
    sink.refuses = True
    with pytest.raises(SMTPException):
        send()
    sink.refuses = False
    send(WEDNESDAY + timedelta(minutes=5))
    assert receivers(sink) == {"can-bo-quan", "can-bo-quan-2", "lanh-dao"}
    assert len(sink.mails) == 3


def test_an_address_that_is_refused_stops_nobody_elses_mail(sink: Taken) -> None:
    made()
    sink.unknown = address("can-bo-quan")
    assert send() == "2 sent"
    assert receivers(sink) == {"can-bo-quan-2", "lanh-dao"}
