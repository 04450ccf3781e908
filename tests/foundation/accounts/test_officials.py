"""The register of officials: kept by the Front inside its territory, each step journalled without a name."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from tests.cases.made import actor, official_of, unit

from vidan.foundation.accounts.models import Official, Status
from vidan.foundation.accounts.officials import (
    Entered,
    NobodySignsIn,
    end_service,
    officials_of,
    register,
    served_on,
    units_served,
)
from vidan.foundation.calendar import clock
from vidan.foundation.journal.models import Entry

pytestmark = pytest.mark.django_db

REGISTER = "/ban-lam-viec/can-bo/"
TODAY = date(2018, 3, 13)
TOLD = {
    "name": "Người mới",
    "position": "Văn thư",
    "status": "civil_servant",
    "unit": "ubnd-a-an-phu",
    "email": "",
    "since": "01/03/2018",
}


def entered(email: str = "") -> Entered:
    return Entered("Người mới", "Văn thư", Status.CIVIL_SERVANT, unit("ubnd-a-an-phu"), date(2018, 3, 1), email=email)


def test_who_signs_in_is_linked_by_the_address() -> None:
    official = register(entered=entered("Theo-Doi@vidan.example"), actor=actor("can-bo-phuong"))
    assert official.user_id == actor("theo-doi").user_id


def test_an_address_that_signs_in_nowhere_is_refused() -> None:
    with pytest.raises(NobodySignsIn):
        register(entered=entered("khong-co@vidan.example"), actor=actor("lanh-dao"))
    assert not Official.objects.filter(name="Người mới").exists()


def test_the_journal_names_an_official_by_code_alone() -> None:
    official = register(entered=entered(), actor=actor("lanh-dao"))
    end_service(official=official, last_day=TODAY, actor=actor("lanh-dao"))
    entries = Entry.objects.filter(subject=official.code)
    assert [entry.event for entry in entries] == ["official.register", "official.end"]
    assert "Người mới" not in str(list(entries.values()))


def test_who_has_left_is_no_longer_to_choose_but_was_on_the_day() -> None:
    official = register(entered=entered(), actor=actor("lanh-dao"))
    end_service(official=official, last_day=TODAY, actor=actor("lanh-dao"))

    def to_choose(day: date) -> bool:
        return any(official.code == code for _unit, people in served_on(day) for code, _words in people)

    assert to_choose(TODAY)
    assert not to_choose(TODAY + timedelta(days=1))
    assert not to_choose(date(2018, 2, 28))


def test_a_ward_keeps_its_own_units_and_not_those_of_another() -> None:
    slugs = set(units_served(actor("can-bo-phuong")).values_list("slug", flat=True))
    assert {"ubnd-a-an-phu", "mot-cua-a-an-phu"} <= slugs
    assert not {"ubnd-a-binh-an", "ubnd-a-quan-2"} & slugs


def test_the_register_of_another_territory_is_not_there(signed_in: Callable[[str], Client]) -> None:
    stranger = Official.objects.create(
        name="Ngoài địa bàn", position="Văn thư", status="cadre", unit=unit("ubnd-a-quan-2"), valid_from=TODAY
    )
    assert stranger not in officials_of(actor("can-bo-phuong"))
    ward = signed_in("can-bo-phuong")
    assert "Ngoài địa bàn" not in ward.get(REGISTER).content.decode()
    assert ward.post(f"{REGISTER}{stranger.code}/ket-thuc/").status_code == 404
    stranger.refresh_from_db()
    assert stranger.valid_to is None


def test_an_officer_enters_and_ends_an_official_on_the_page(signed_in: Callable[[str], Client]) -> None:
    client = signed_in("can-bo-quan")
    assert client.post(f"{REGISTER}them/", TOLD).status_code == 302
    official = Official.objects.get(name="Người mới")
    assert "Người mới" in client.get(REGISTER).content.decode()
    client.post(f"{REGISTER}{official.code}/ket-thuc/")
    official.refresh_from_db()
    assert official.valid_to == clock.today()


@pytest.mark.parametrize(
    "changed",
    [
        {"unit": "ubnd-tp-ho-chi-minh"},
        {"status": "king"},
        {"since": "31/02/2018"},
        {"name": ""},
        {"email": "khong-co@vidan.example"},
    ],
)
def test_a_wrong_answer_enters_nobody_and_keeps_what_was_typed(
    changed: dict[str, str], signed_in: Callable[[str], Client]
) -> None:
    answer = signed_in("can-bo-quan").post(f"{REGISTER}them/", TOLD | changed)
    assert answer.status_code == 422
    assert "Văn thư" in answer.content.decode()
    assert not Official.objects.filter(position="Văn thư").exists()


def test_the_register_costs_the_same_for_one_and_for_many(
    signed_in: Callable[[str], Client], django_assert_max_num_queries: Callable[[int], object]
) -> None:
    client = signed_in("can-bo-quan")
    client.get(REGISTER)
    for _number in range(20):
        register(entered=entered(), actor=actor("lanh-dao"))
    with django_assert_max_num_queries(8):  # type: ignore[attr-defined] # pytest-django gives no type for it
        client.get(REGISTER)


def test_the_chairman_in_the_register_leads_his_committee() -> None:
    assert official_of("chu-tich-ubnd").leads
