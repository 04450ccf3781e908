"""Who may know of the book of a reception session and of the calls: written by hand, asked of every one of the cast."""

import pytest
from django.test import Client
from tests.cases.made import actor
from tests.cases.test_receptions import PLACE, book

from vidan.cases.models import ReceptionSession
from vidan.foundation.accounts.models import User
from vidan.site.sample.people import address

pytestmark = pytest.mark.django_db

ORACLE = """
can-bo-quan       yes
can-bo-quan-2     yes
lanh-dao          yes
can-bo-phuong     no
giu-khoa          no
can-bo-ubnd       no
chu-tich-ubnd     no
can-bo-ubnd-quan  no
theo-doi          no
phu-nu            no
bien-tap          no
dieu-tra          no
mat-tran-tp       no
"""
"""Person, whether he may know of a session of the district's Front."""


@pytest.mark.parametrize(("who", "verdict"), [line.split() for line in ORACLE.strip().splitlines()])
def test_the_book_of_a_session_opens_as_the_oracle_says(who: str, verdict: str) -> None:
    session = book()
    client = Client()
    client.force_login(User.objects.get(email=address(who)))
    assert ReceptionSession.objects.visible_to(actor(who)).exists() == (verdict == "yes")
    answer, missing = client.get(f"{PLACE}{session.day_id}/"), client.get(f"{PLACE}{2**62}/")
    assert answer.status_code == (200 if verdict == "yes" else missing.status_code)
    assert missing.status_code == 404
