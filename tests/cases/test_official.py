"""A word about an official by name: he never learns of it from the system, and nobody settles a matter of his own."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.cases.made import COUNTER, actor, made, official_of, unit

from vidan.cases.kinds import PersonState, State, TransferRole
from vidan.cases.models import CaseFile, Transfer
from vidan.cases.selectors import Filters, newest, search
from vidan.foundation.accounts.models import Official
from vidan.foundation.journal.models import Entry
from vidan.foundation.notices.models import Notice

pytestmark = pytest.mark.django_db

COMMITTEE = "ubnd-a-an-phu"
TOLD = {
    "kind": "feedback",
    "conduct": ["attitude"],
    "gist": "Nói trống không ở quầy",
    "unit": COUNTER,
    "person_state": "resolved",
}


def settler(case: CaseFile) -> str:
    return Transfer.objects.get(case=case, role=TransferRole.SETTLE).recipient.slug


def test_the_official_finds_the_case_neither_in_lists_nor_search_nor_notices() -> None:
    case = made(State.TRANSFERRED, about=COMMITTEE, official=official_of("can-bo-ubnd"))
    reader = actor("can-bo-ubnd")
    assert case not in [one.case for one in newest(reader, Filters()).cases]
    assert case not in [one.case for one in search(reader, case.code)]
    told = set(Notice.objects.values_list("user_id", flat=True))
    assert reader.user_id not in told
    assert actor("chu-tich-ubnd").user_id in told


def test_the_page_of_the_case_is_missing_for_the_official(signed_in: Callable[[str], Client]) -> None:
    case = made(State.TRANSFERRED, about=COMMITTEE, official=official_of("can-bo-ubnd"))
    assert signed_in("can-bo-ubnd").get(f"/ban-lam-viec/chuyen-den/{case.code}/").status_code == 404
    assert signed_in("chu-tich-ubnd").get(f"/ban-lam-viec/chuyen-den/{case.code}/").status_code == 200


def test_a_word_about_the_leader_goes_to_the_committee_above() -> None:
    assert settler(made(State.TRANSFERRED, about=COMMITTEE, official=official_of("chu-tich-ubnd"))) == "ubnd-a-quan-2"


def test_a_word_about_another_official_stays_with_his_committee() -> None:
    assert settler(made(State.TRANSFERRED, about=COMMITTEE, official=official_of("can-bo-ubnd"))) == COMMITTEE


def test_the_guard_outlasts_the_service() -> None:
    official = official_of("can-bo-ubnd")
    case = made(State.TRANSFERRED, about=COMMITTEE, official=official)
    Official.objects.filter(pk=official.pk).update(valid_to=official.valid_from)
    assert not CaseFile.objects.visible_to(actor("can-bo-ubnd")).filter(pk=case.pk).exists()


def classified(signed_in: Callable[[str], Client], **changed: object) -> tuple[CaseFile, int]:
    case = made()
    page = f"/ban-lam-viec/ho-so/{case.code}/phan-loai/"
    answer = signed_in("can-bo-quan").post(page, TOLD | {"version": case.version} | changed)
    case.refresh_from_db()
    return case, answer.status_code


def at_the_counter() -> Official:
    return Official.objects.filter(unit=unit(COUNTER)).first() or Official()


def test_an_officer_chooses_the_official_from_the_register(signed_in: Callable[[str], Client]) -> None:
    case, status = classified(signed_in, official=at_the_counter().code)
    assert status == 302
    assert case.official == at_the_counter()
    entry = Entry.objects.get(event="case.classify", subject=case.code)
    assert at_the_counter().code in str(entry.facts)
    assert at_the_counter().name not in str(entry.facts)


@pytest.mark.parametrize("person", [PersonState.NOBODY, PersonState.UNRESOLVED])
def test_who_is_chosen_is_known(person: PersonState, signed_in: Callable[[str], Client]) -> None:
    case, status = classified(signed_in, official=at_the_counter().code, person_state=person.value)
    assert (status, case.state) == (422, State.RECEIVED)


@pytest.mark.parametrize("local", ["chu-tich-ubnd", "can-bo-ubnd"])
def test_who_is_chosen_serves_in_the_unit_that_is_chosen(local: str, signed_in: Callable[[str], Client]) -> None:
    case, status = classified(signed_in, official=official_of(local).code)
    assert (status, case.state) == (422, State.RECEIVED)


def test_somebody_who_is_not_in_the_register_is_refused(signed_in: Callable[[str], Client]) -> None:
    case, status = classified(signed_in, official="o-0000000000")
    assert (status, case.official) == (422, None)
