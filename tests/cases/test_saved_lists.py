"""Saved lists: filters under a name, one's own or shared within the Front, at most twenty."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.cases.made import actor, made

from vidan.cases.models import SavedList
from vidan.cases.services.save_list import MOST, TooMany, save_list
from vidan.foundation.journal.models import Entry

pytestmark = pytest.mark.django_db

SignIn = Callable[[str], Client]
PLACE = "/ban-lam-viec/danh-sach/"
LIST = "/ban-lam-viec/ho-so/"


def save(client: Client, query: str = "?trang-thai=received&tre=1", **typed: str) -> None:
    assert client.post(f"{PLACE}{query}", {"name": "Trễ của tôi"} | typed).status_code == 302


def test_a_saved_list_stands_in_the_side_and_leads_to_the_filtered_list(signed_in: SignIn) -> None:
    client = signed_in("can-bo-quan")
    save(client)
    for place in ("/ban-lam-viec/", LIST):
        page = client.get(place).content.decode()
        assert f'href="{LIST}?trang-thai=received&amp;tre=1"' in page
        assert "Trễ của tôi" in page


def test_nothing_but_known_filters_is_kept(signed_in: SignIn) -> None:
    save(signed_in("can-bo-quan"), "?words=Nguyen&loai=feedback&sau=12&tre=0&trang-thai=lạ")
    assert SavedList.objects.get().query == "loai=feedback"


def test_a_list_is_its_owners_alone_until_it_is_shared(signed_in: SignIn) -> None:
    save(signed_in("can-bo-quan"))
    assert "Trễ của tôi" not in signed_in("can-bo-quan-2").get(LIST).content.decode()
    kept = SavedList.objects.get()
    signed_in("can-bo-quan").post(f"{PLACE}{kept.pk}/doi/", {"name": "Trễ chung", "shared": "on"})
    for local, sees in (("can-bo-quan-2", True), ("lanh-dao", True), ("can-bo-phuong", False)):
        assert ("Trễ chung" in signed_in(local).get(LIST).content.decode()) == sees, local


def test_a_shared_list_shows_everybody_what_he_may_know_of(signed_in: SignIn) -> None:
    made(front="mttq-a-an-phu")
    save(signed_in("can-bo-quan"), "?trang-thai=received", shared="on")
    page = signed_in("lanh-dao").get(f"{LIST}?{SavedList.objects.get().query}").content.decode()
    assert "PA-2018-0001" not in page


@pytest.mark.parametrize("step", ["doi", "bo"])
def test_nobody_changes_or_removes_the_list_of_another(step: str, signed_in: SignIn) -> None:
    save(signed_in("can-bo-quan"), shared="on")
    kept = SavedList.objects.get()
    answer = signed_in("lanh-dao").post(f"{PLACE}{kept.pk}/{step}/", {"name": "Khác"})
    assert answer.status_code == 404
    assert SavedList.objects.get().name == "Trễ của tôi"


def test_a_list_is_removed_and_its_cases_stay(signed_in: SignIn) -> None:
    case = made()
    client = signed_in("can-bo-quan")
    save(client)
    client.post(f"{PLACE}{SavedList.objects.get().pk}/bo/")
    client.get(LIST)  # where it is said that the list is gone
    page = client.get(LIST).content.decode()
    assert "Trễ của tôi" not in page
    assert case.code in page


def test_one_list_more_than_there_may_be_is_refused_and_the_name_stays_typed(signed_in: SignIn) -> None:
    for n in range(MOST):
        save_list(name=f"Danh sách {n}", query="tre=1", shared=False, actor=actor("can-bo-quan"))
    with pytest.raises(TooMany):
        save_list(name="Nữa", query="tre=1", shared=False, actor=actor("can-bo-quan"))
    answer = signed_in("can-bo-quan").post(f"{PLACE}?tre=1", {"name": "Thêm một"})
    assert answer.status_code == 422
    assert "Thêm một" in answer.content.decode()
    assert SavedList.objects.count() == MOST


def test_a_list_without_a_name_is_not_saved(signed_in: SignIn) -> None:
    answer = signed_in("can-bo-quan").post(f"{PLACE}?tre=1", {"name": "  "})
    assert answer.status_code == 422
    assert not SavedList.objects.exists()


def test_each_step_is_in_the_journal_without_the_name(signed_in: SignIn) -> None:
    client = signed_in("can-bo-quan")
    save(client)
    pk = SavedList.objects.get().pk
    client.post(f"{PLACE}{pk}/doi/", {"name": "Tên khác"})
    client.post(f"{PLACE}{pk}/bo/")
    entries = Entry.objects.filter(subject=f"list-{pk}")
    assert [entry.event for entry in entries] == ["list.save", "list.change", "list.remove"]
    assert all(entry.facts == {"shared": False} for entry in entries)
