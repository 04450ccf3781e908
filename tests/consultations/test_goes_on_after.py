"""Lists that go on behind a code of the address: whatever stands there, the page opens. NUL only hurts on PostgreSQL."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.consultations.made import OFFICER
from tests.consultations.places_made import brought_again, placed

pytestmark = [pytest.mark.django_db, pytest.mark.smoke]

DESK = "/ban-lam-viec/phan-bien/"
OWN = f"{DESK}DT-2018-0001/"
HOSTILE = ("%00", "%00a", "a%00", "%ED%A0%80", "9" * 5000, "%3Cscript%3E", "' OR 1=1 --")


@pytest.mark.parametrize("page", ["/gop-y-du-thao/", DESK, f"{OWN}cho-y-kien/", f"{OWN}loi/them/"])
def test_a_list_opens_behind_any_word(signed_in: Callable[[str], Client], page: str) -> None:
    brought_again(placed())
    client = signed_in(OFFICER)

    assert [client.get(f"{page}?sau={word}").status_code for word in HOSTILE] == [200] * len(HOSTILE)
