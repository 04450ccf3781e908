"""Preparing devices at the desk: who may, what is kept of the secret, and that nobody stays signed in on one."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from tests.cases.made import actor
from tests.surveys.device_made import FORM, registered
from tests.surveys.made import open_round

from vidan.foundation.journal.models import Entry
from vidan.surveys.kinds import RoundState, Way
from vidan.surveys.models import Device, SurveyRound
from vidan.surveys.services.register_device import NotRegistered, end_device, register_device

pytestmark = pytest.mark.django_db

SignIn = Callable[[str], Client]
LIST = "/ban-lam-viec/khao-sat/ks-2018-01/may/"
PREPARE = f"{LIST}chuan-bi/"


def prepared(client: Client, **told: Any) -> Any:
    return client.post(PREPARE, {"way": "interviewer", "label": "Điện thoại số 3", **told})


def secret_of(answer: Any) -> str:
    found = re.search(r'<script id="may-moi" type="application/json">(.*?)</script>', answer.content.decode())
    assert found
    return str(json.loads(found[1])["secret"])


def test_the_secret_is_told_once_and_only_a_mark_of_it_is_kept(signed_in: SignIn) -> None:
    open_round()
    client = signed_in("dieu-tra")
    answer = prepared(client)
    secret = secret_of(answer)
    device = Device.objects.get()
    assert secret not in str(vars(device))
    assert client.get(FORM, headers={"Authorization": f"Device {secret}"}).status_code == 200
    assert "no-store" in answer["Cache-Control"]
    assert secret not in str(list(Entry.objects.values()))


def test_whoever_prepares_a_device_is_signed_out_on_it(signed_in: SignIn) -> None:
    open_round()
    client = signed_in("dieu-tra")
    assert client.get(LIST).status_code == 200
    prepared(client)
    assert client.get(LIST).status_code == 302


def test_a_kiosk_needs_a_place_and_what_was_typed_is_kept(signed_in: SignIn) -> None:
    open_round()
    answer = prepared(signed_in("can-bo-quan"), way="kiosk", label="Máy ở sảnh")
    assert answer.status_code == 422
    assert "Máy ở sảnh" in answer.content.decode()
    assert "Chọn nơi đặt máy." in answer.content.decode()
    assert not Device.objects.exists()


def test_an_interviewer_prepares_no_kiosk(signed_in: SignIn) -> None:
    round_ = open_round()
    answer = prepared(signed_in("dieu-tra"), way="kiosk", stratum=round_.strata.all()[0].pk)
    assert (answer.status_code, Device.objects.count()) == (422, 0)


@pytest.mark.parametrize(
    "told", [{"stratum": "999999"}, {"stratum": "x"}, {"label": ""}, {"label": "a" * 81}, {"way": "paper"}]
)
def test_what_cannot_be_is_refused_with_a_sentence(told: dict[str, str], signed_in: SignIn) -> None:
    open_round()
    answer = prepared(signed_in("can-bo-quan"), **told)
    assert (answer.status_code, Device.objects.count()) == (422, 0)


def test_a_place_of_another_round_is_no_place(signed_in: SignIn) -> None:
    open_round()
    other = open_round("ks-2018-02")
    assert prepared(signed_in("can-bo-quan"), stratum=other.strata.all()[0].pk).status_code == 422


@pytest.mark.parametrize("told", [{"state": RoundState.CLOSED}, {"ways": ["counter"]}, {"device_public": ""}])
def test_a_round_that_takes_no_devices_gets_none(told: dict[str, Any]) -> None:
    round_ = open_round()
    SurveyRound.objects.filter(pk=round_.pk).update(**told)
    with pytest.raises(NotRegistered):
        registered(round_)


def test_a_kiosk_without_a_place_is_refused_by_the_service_too() -> None:
    with pytest.raises(NotRegistered):
        register_device(round_=open_round(), way=Way.KIOSK, stratum=None, label="M", actor=actor("can-bo-quan"))


@pytest.mark.parametrize(
    ("local", "sees"), [("can-bo-quan", 2), ("lanh-dao", 2), ("dieu-tra", 1), ("can-bo-phuong", 0), ("mat-tran-tp", 0)]
)
def test_an_officer_knows_all_devices_of_his_front_and_an_interviewer_his_own(local: str, sees: int) -> None:
    round_ = open_round()
    registered(round_)
    registered(round_, Way.INTERVIEWER)
    assert Device.objects.visible_to(actor(local)).count() == sees


def test_ending_and_letting_a_device_send_again_is_journalled_once_each(signed_in: SignIn) -> None:
    device, _secret = registered(open_round(), Way.INTERVIEWER)
    client = signed_in("dieu-tra")
    place = f"{LIST}{device.pk}/thoi/"
    assert client.post(place).status_code == 302
    device.refresh_from_db()
    assert device.ended_on is not None
    end_device(device=device, actor=actor("dieu-tra"))
    assert "thôi dùng từ" in client.get(LIST).content.decode()
    assert client.post(place).status_code == 302
    assert not Device.objects.exclude(ended_on=None).exists()
    events = list(
        Entry.objects.filter(event__startswith="survey.device").order_by("pk").values_list("event", flat=True)
    )
    assert events == ["survey.device_add", "survey.device_end", "survey.device_resume"]


def test_an_interviewer_cannot_end_a_device_of_somebody_else(signed_in: SignIn) -> None:
    device, _secret = registered(open_round())
    assert signed_in("dieu-tra").post(f"{LIST}{device.pk}/thoi/").status_code == 404
    assert signed_in("dieu-tra").post(f"{LIST}{2**70}/thoi/").status_code == 404


def test_the_list_shows_the_day_of_the_last_sending_and_no_time(signed_in: SignIn) -> None:
    device, _secret = registered(open_round())
    Device.objects.filter(pk=device.pk).update(last_sent_on="2018-03-12")
    page = signed_in("can-bo-quan").get(LIST).content.decode()
    assert "12/03/2018" in page
    assert "Máy số 1" in page


def test_the_list_needs_few_questions_to_the_database(signed_in: SignIn, django_assert_max_num_queries: Any) -> None:
    round_ = open_round()
    for _n in range(5):
        registered(round_)
    client = signed_in("can-bo-quan")
    client.get(LIST)
    with django_assert_max_num_queries(10):
        assert client.get(LIST).status_code == 200


def test_the_application_is_one_page_for_everybody_and_says_without_scripts_what_it_needs() -> None:
    page = Client().get("/khao-sat/may/")
    assert page.status_code == 200
    text = page.content.decode()
    assert "Trang này cần JavaScript" in text
    assert "This page needs JavaScript" in text
    assert Client().get("/en/khao-sat/may/")["Location"] == "/khao-sat/may/"


def told_by_the_keeper() -> tuple[str, dict[str, Any]]:
    """The type of the keeper's script, and what it was told."""
    answer = Client().get("/khao-sat/may/sw.js")
    assert "Service-Worker-Allowed" not in answer
    found = re.search(r"self\.told = (.*);", answer.content.decode())
    assert found is not None
    return answer["Content-Type"], json.loads(found[1])


def test_the_keeper_names_the_page_and_its_files_and_changes_with_them() -> None:
    kind, told = told_by_the_keeper()
    assert kind.startswith("text/javascript")
    assert told["page"] == "/khao-sat/may/"
    assert len(told["version"]) == 12
    assert told["version"] == told_by_the_keeper()[1]["version"]
