"""No page of the desk where news and bulletins are written asks more than ten times, however many there are."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.outreach.articles_made import EDITOR, article, with_everything
from tests.outreach.bulletins_made import bulletin
from tests.test_queries import MOST, count

from vidan.outreach.article_kinds import State
from vidan.outreach.bulletin_moves import BulletinState

pytestmark = pytest.mark.django_db

BULLETINS, NEWS = "/ban-lam-viec/ban-tin/", "/ban-lam-viec/tin-bai/"


def furnish(many: int) -> None:
    for _number in range(many):
        bulletin()
        bulletin(BulletinState.SENT)
        article(State.IN_REVIEW)


@pytest.mark.parametrize("place", [BULLETINS, f"{BULLETINS}soan/", NEWS, f"{NEWS}viet/"])
def test_lists_and_new_ones(place: str, signed_in: Callable[[str], Client]) -> None:
    client = signed_in(EDITOR)
    furnish(1)
    few = count(client, place)
    furnish(3)
    assert count(client, place) == few <= MOST


@pytest.mark.parametrize("state", list(BulletinState))
def test_the_pages_of_a_bulletin(state: BulletinState, signed_in: Callable[[str], Client]) -> None:
    client, made = signed_in(EDITOR), bulletin(state)
    for step in ("", "thu/", "sua/") if state == BulletinState.DRAFT else ("", "thu/"):
        assert count(client, f"{BULLETINS}{made.year}-{made.number}/{step}") <= MOST, step


def test_the_pages_of_an_article(signed_in: Callable[[str], Client]) -> None:
    client, made = signed_in(EDITOR), with_everything(State.DRAFT)
    for step in ("", "sua/", "kem/", "xem-truoc/", "buoc/gui-duyet/"):
        assert count(client, f"{NEWS}{made.code}/{step}") <= MOST, step
