"""The sample installation believes in its own day, whatever the machine's date is; sign-in and sessions use real time."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings
from tests.public import Visitor

from vidan.cases.models import CaseFile
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.models import Clock
from vidan.foundation.jobs.models import JobState
from vidan.foundation.jobs.schedule import run_due
from vidan.foundation.journal.models import Seal
from vidan.site.sample.people import PASSWORD, address, code_now
from vidan.site.sample.work import make_work
from vidan.site.schedule import SCHEDULE

pytestmark = pytest.mark.django_db

DAY = date(2020, 11, 16)


@pytest.fixture(autouse=True)
def in_2031(settings: Settings, still_clock: None) -> Iterator[None]:
    """It is 5 May 2031 on the machine, and the sample installation runs."""
    settings.DEMO, settings.DEMO_TODAY = True, DAY
    cache.clear()  # a six-digit code counts once
    token = clock._pinned.set(None)
    with time_machine.travel(datetime(2031, 5, 5, 8, 0, tzinfo=UTC)):
        yield
    clock._pinned.reset(token)


def signed_in(local: str) -> Client:
    client = Client()
    client.post("/ban-lam-viec/dang-nhap/login/", {"login": address(local), "password": PASSWORD})
    answer = client.post("/ban-lam-viec/bao-ve/authenticate/", {"code": code_now()})
    assert answer["Location"] == "/ban-lam-viec/"
    return client


def test_the_sample_is_made_up_to_its_own_day_and_no_further() -> None:
    made = make_work(25)
    assert made >= 25
    assert max(CaseFile.objects.values_list("received_at", flat=True)).date() <= DAY
    assert CaseFile.objects.filter(is_sample=True).count() == made


def test_roles_units_and_terms_are_those_of_the_sample_day() -> None:
    visitor = Visitor()
    visitor.write()
    visitor.send()
    case = CaseFile.objects.get()
    assert case.code == "PA-2020-0001"
    assert Clock.objects.get(subject=case.code, role="transfer").due_on == date(2020, 11, 23)
    page = signed_in("can-bo-quan").get("/ban-lam-viec/").content.decode()
    assert "Thứ Hai, 16/11/2020" in page
    assert case.code in page


def test_every_page_says_that_it_is_a_sample_and_which_day_it_believes_in() -> None:
    for place in ("/", "/gui-phan-anh/", "/tra-cuu/", "/so-lieu/", "/minh-bach/", "/lien-he/", "/khong-co/"):
        assert "thứ Hai, 16/11/2020" in Client().get(place).content.decode(), place


def test_sessions_end_by_real_time() -> None:
    signed_in("can-bo-quan")
    assert {session.expire_date.year for session in Session.objects.all()} == {2031}


def test_jobs_are_run_by_real_time_and_write_the_sample_day() -> None:
    visitor = Visitor()
    visitor.write()
    visitor.send()
    assert run_due(SCHEDULE) == len(SCHEDULE)
    assert JobState.objects.get(name="seal the journal").started_at.year == 2031
    assert clock.local(Seal.objects.get().sealed_at).date() == DAY
