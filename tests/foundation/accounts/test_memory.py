"""What sign-in remembers is known to all web processes, tells nobody's address, and costs no other page anything."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.live import Live
from tests.poster import Poster

from vidan.foundation.accounts import memory
from vidan.foundation.accounts.models import Remembered
from vidan.site.sample.people import PASSWORD, address, code_now

SIGN_IN = "/ban-lam-viec/dang-nhap/login/"


@pytest.mark.django_db
def test_what_is_remembered_is_forgotten_after_its_time() -> None:
    with time_machine.travel(timezone.now(), tick=False) as clock:
        cache.set("tries", [1.5, 2.5], 60)
        assert cache.get("tries") == [1.5, 2.5]
        clock.shift(timedelta(seconds=61))
        assert cache.get("tries", []) == []
        assert memory.sweep() == 1


@pytest.mark.django_db
def test_only_the_first_adds_until_it_is_forgotten() -> None:
    with time_machine.travel(timezone.now(), tick=False) as clock:
        assert cache.add("lock", True, 10)
        assert not cache.add("lock", True, 10)
        clock.shift(timedelta(seconds=11))
        assert cache.add("lock", True, 10)
        assert cache.delete("lock")
        assert cache.add("lock", True, 10)


@pytest.mark.django_db
def test_a_used_code_is_remembered_as_long_as_it_would_be_taken() -> None:
    with time_machine.travel(timezone.now(), tick=False) as clock:
        assert cache.add("allauth.mfa.totp.used?user=1&code=123456", "y", timeout=30)
        clock.shift(timedelta(seconds=85))
        assert not cache.add("allauth.mfa.totp.used?user=1&code=123456", "y", timeout=30)


@pytest.mark.django_db
def test_nobodys_address_and_nobodys_mail_lies_in_the_table() -> None:
    Client().post(SIGN_IN, {"login": address("can-bo-quan"), "password": "sai"}, REMOTE_ADDR="203.0.113.77")
    rows = list(Remembered.objects.values_list("mark", "value"))
    assert rows
    assert "203.0.113.77" not in str(rows)
    assert "can-bo" not in str(rows)


@pytest.mark.django_db
@pytest.mark.parametrize("place", ["/", "/gui-phan-anh/", "/tra-cuu/", "/ban-lam-viec/", "/ban-lam-viec/ho-so/"])
def test_no_other_page_asks_for_it(place: str, signed_in: Callable[[str], Client]) -> None:
    client = signed_in("can-bo-quan")
    with CaptureQueriesContext(connection) as asked:
        client.get(place)
    assert [q["sql"] for q in asked.captured_queries if Remembered._meta.db_table in q["sql"]] == []


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    site = Live(Path(tmp_path_factory.mktemp("live")), workers=3)
    site.start()
    yield site
    site.stop()


@pytest.mark.kill
@pytest.mark.smoke
def test_three_web_processes_count_the_tries_of_a_person_together(live: Live) -> None:
    told = []
    for n in range(6):
        browser = Poster(live.address)
        browser.get(SIGN_IN)
        password = PASSWORD if n == 5 else f"sai {n}"
        told.append(browser.post(SIGN_IN, {"login": address("can-bo-quan-2"), "password": password}))
    assert ["Đã thử nhiều lần" in page for page in told] == [False] * 5 + [True]


@pytest.mark.kill
@pytest.mark.smoke
def test_a_six_digit_code_counts_once_in_all_processes_together(live: Live) -> None:
    lines = f"""
import django, json; django.setup()
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
row = Authenticator.objects.get(user__email="{address("can-bo-quan")}", type="totp")
print(json.dumps(TOTP(row).validate_code("{code_now()}")))
"""
    assert [live.ask(lines), live.ask(lines)] == [True, False]
