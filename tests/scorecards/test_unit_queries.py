"""No page of self-scored sheets asks the database more than ten times, however many items, papers and units there are."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.scorecards.unit_made import AN_KHANH, AN_PHU, ORDER, THU_THIEM, handed, opened, sheet, small_rubric
from tests.test_queries import MOST, count

from vidan.scorecards.kinds import State
from vidan.scorecards.models import Scorecard

pytestmark = pytest.mark.django_db

DESK = "/ban-lam-viec/cham-diem/"


@pytest.mark.parametrize("state", ORDER)
@pytest.mark.parametrize("local", ["can-bo-quan", "lanh-dao", "can-bo-ubnd"])
def test_the_sheet_and_its_item(state: State, local: str, signed_in: Callable[[str], Client]) -> None:
    card, client = sheet(state), signed_in(local)
    for rest in ("", "muc/1.2/"):
        assert count(client, f"{DESK}phieu/{card.code}/{rest}") <= MOST, rest


def test_a_sheet_with_papers_asks_no_more(signed_in: Callable[[str], Client]) -> None:
    (card,) = opened()
    client, place = signed_in("can-bo-ubnd"), f"{DESK}phieu/{card.code}/"
    before = count(client, place)
    for item in ("1.1", "1.2", "1.2", "2.2"):
        handed(card, item)
    assert count(client, place) == before
    assert count(client, f"{place}muc/1.2/") <= MOST


def test_lists_and_results_do_not_ask_more_as_they_grow(signed_in: Callable[[str], Client]) -> None:
    sheet(State.PUBLISHED, AN_PHU)
    sheet(State.DECIDED, AN_KHANH)
    head = signed_in("lanh-dao")
    pk = small_rubric().pk
    places = (DESK, f"{DESK}?nam=2018&bo={pk}", f"{DESK}ket-qua/{pk}/2018/", "/chi-so/2018/")
    few = [count(head, place) for place in places]
    sheet(State.PUBLISHED, THU_THIEM)
    sheet(State.REVIEWING, "ubnd-a-binh-an")
    assert [count(head, place) for place in places] == few
    assert max(few) <= MOST


@pytest.mark.parametrize(
    ("state", "local", "slug"),
    [
        (State.SELF_SCORING, "can-bo-quan", ""),
        (State.SENT_IN, "can-bo-ubnd", "rut-lai/"),
        (State.SENT_IN, "can-bo-quan", "tham-dinh/"),
        (State.REVIEWING, "lanh-dao", "quyet-dinh-ket-qua/"),
        (State.DECIDED, "lanh-dao", "cong-bo-ket-qua/"),
        (State.PUBLISHED, "can-bo-ubnd", "kien-nghi/"),
        (State.PUBLISHED, "can-bo-quan", "dinh-chinh/"),
    ],
)
def test_the_pages_of_moves(state: State, local: str, slug: str, signed_in: Callable[[str], Client]) -> None:
    card = sheet(state)
    place = f"{DESK}phieu/{card.code}/{slug}" if slug else f"{DESK}mo-nhieu/"
    assert count(signed_in(local), place) <= MOST


def test_public_pages() -> None:
    card = sheet(State.PUBLISHED)
    for place in (f"/chi-so/phieu/{card.code}/", f"/chi-so/phieu/{card.code}/1.2/"):
        assert count(Client(), place) <= MOST, place
    assert Scorecard.objects.count() == 1
