"""Cases that may be the same are shown to who may know of them, at most five, and never by the sealed words."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from tests.cases.made import made, official_of, word

from vidan.cases.kinds import State
from vidan.cases.models import CaseFile
from vidan.cases.services.receive import Story, receive
from vidan.foundation.calendar import clock

pytestmark = pytest.mark.django_db

SignIn = Callable[[str], Client]
PLACE = "/ban-lam-viec/co-the-trung/"
TYPED = {"unit": "mot-cua-a-an-phu", "happened_on": "12/03/2018", "conduct": ["attitude"]}


def shown(page: str) -> list[str]:
    found = page.split('id="co-the-trung"')[1].split("</section>", maxsplit=1)[0]
    return [part[:12] for part in found.split("/ho-so/")[1:]]


def beside(client: Client, case: CaseFile) -> list[str]:
    return shown(client.get(f"/ban-lam-viec/ho-so/{case.code}/phan-loai/").content.decode())


def test_beside_the_classify_form_stand_the_cases_that_may_be_the_same(signed_in: SignIn) -> None:
    other, new = made(), made()
    made(about="mot-cua-a-binh-an")
    assert beside(signed_in("can-bo-quan"), new) == [other.code]


def test_the_sealed_words_are_not_compared(signed_in: SignIn) -> None:
    words = Story(what="Người trực quầy nói trống không và bỏ đi mất")
    long_ago = date(2018, 2, 1)
    receive(word=word(story=words, happened_on=long_ago, conduct=("delay",)))
    new = receive(word=word(story=words))
    assert beside(signed_in("can-bo-quan"), new) == []


def test_the_gist_and_the_checked_copy_are_compared(signed_in: SignIn) -> None:
    other = made(State.CHECKED, happened_on=date(2018, 2, 1))
    client = signed_in("can-bo-quan")
    gist = {"gist": "Người trực quầy nói trống không", "unit": "mot-cua-a-an-phu"}
    assert shown(client.post(PLACE, gist).content.decode()) == [other.code]
    assert shown(client.post(PLACE, gist | {"gist": "Hẹn lại ba lần"}).content.decode()) == []


def test_at_most_five_are_shown(signed_in: SignIn) -> None:
    for _n in range(8):
        made()
    assert len(beside(signed_in("can-bo-quan"), made())) == 5


def test_a_case_of_another_time_is_not_shown(signed_in: SignIn) -> None:
    made()
    with clock.at(clock.now() + timedelta(days=60)):
        assert beside(signed_in("can-bo-quan"), made(happened_on=date(2018, 5, 12))) == []


def test_while_entering_what_was_typed_is_compared_and_no_address_holds_it(signed_in: SignIn) -> None:
    other = made()
    client = signed_in("can-bo-quan")
    assert shown(client.post(PLACE, TYPED).content.decode()) == [other.code]
    assert client.get(PLACE).status_code == 405


def test_without_a_unit_the_officer_is_told_to_choose_one(signed_in: SignIn) -> None:
    page = signed_in("can-bo-quan").post(PLACE, {"happened_on": "không nhớ", "conduct": ["bịa"]}).content.decode()
    assert "Chọn nơi liên quan trước" in page


def test_a_case_an_officer_may_not_know_of_is_not_among_them(signed_in: SignIn) -> None:
    made(State.CLASSIFIED, official=official_of("can-bo-ubnd"), about="ubnd-a-an-phu")
    guarded = CaseFile.objects.get()
    typed = TYPED | {"unit": "ubnd-a-an-phu"}
    assert shown(signed_in("can-bo-quan").post(PLACE, typed).content.decode()) == [guarded.code]
    assert shown(signed_in("can-bo-phuong").post(PLACE, typed).content.decode()) == []


@pytest.mark.parametrize("day", ["01/01/0001", "31/12/9999"])
def test_a_day_far_from_any_case_breaks_nothing(day: str, signed_in: SignIn) -> None:
    made()
    answer = signed_in("can-bo-quan").post(PLACE, TYPED | {"happened_on": day})
    assert answer.status_code == 200
    assert shown(answer.content.decode()) == []
