"""What the Front publishes at Nơi tiếp nhận: read by everybody at once, ended by those of the territory alone."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.cases.made import actor, unit

from vidan.cases.services.call_off import call_off
from vidan.foundation.calendar import clock
from vidan.foundation.journal.models import Entry
from vidan.foundation.search.models import Published
from vidan.foundation.units.models import ContactPoint, CounterPoint, ReceptionDay
from vidan.foundation.units.places import counter_code

pytestmark = pytest.mark.django_db

PLACES = "/ban-lam-viec/noi-tiep-nhan/"
CONTACT = {"unit": "mttq-a-an-phu", "kind": "hotline", "place": "028 0000 9999", "hours": ""}
SESSION = {
    "unit": "mttq-a-an-phu",
    "day": "20/03/2018",
    "opens": "08:00",
    "closes": "11:00",
    "place": "Trụ sở phường",
    "host": "Ban Thường trực",
    "weeks": 1,
}
COUNTER = {"unit": "mot-cua-a-an-phu", "label": "Quầy 2, hộ tịch"}

SignIn = Callable[[str], Client]


def public() -> str:
    return Client().get("/lien-he/").content.decode()


def test_a_hotline_is_read_by_everybody_from_the_day_it_is_published(signed_in: SignIn) -> None:
    assert signed_in("can-bo-phuong").post(f"{PLACES}dau-moi/them/", CONTACT).status_code == 302
    assert "028 0000 9999" in public()
    assert ContactPoint.objects.get(place="028 0000 9999").valid_from == clock.today()


def test_a_hotline_is_found_until_it_is_taken_back(signed_in: SignIn) -> None:
    client = signed_in("can-bo-phuong")
    client.post(f"{PLACES}dau-moi/them/", CONTACT)
    found = Published.objects.filter(kind="contact", title="Đường dây nóng: 028 0000 9999")
    assert found.exists()
    client.post(f"{PLACES}dau-moi/{ContactPoint.objects.get(place='028 0000 9999').pk}/thoi/")
    assert not found.exists()


def test_the_page_is_kept_and_shows_a_change_at_once(signed_in: SignIn) -> None:
    client = signed_in("can-bo-phuong")
    assert "Trụ sở phường" not in public()
    client.post(f"{PLACES}tiep-dan/them/", SESSION)
    assert "Trụ sở phường" in public()
    with CaptureQueriesContext(connection) as asked:
        public()
    assert len(asked.captured_queries) == 1
    call_off(day=ReceptionDay.objects.get(place="Trụ sở phường"), reason="Mất điện", actor=actor("can-bo-phuong"))
    assert "Mất điện" in public()


def test_a_reception_day_is_read_by_everybody_with_the_day_it_was_published(signed_in: SignIn) -> None:
    client = signed_in("can-bo-phuong")
    client.post(f"{PLACES}tiep-dan/them/", SESSION | {"jointly": "on"})
    session = ReceptionDay.objects.get(place="Trụ sở phường")
    assert session.published_on == clock.today()
    assert "Trụ sở phường" in public()
    assert Entry.objects.filter(subject=f"tiep-dan-{session.pk}", event="place.publish").exists()


def test_a_session_is_never_ended_without_its_reason(signed_in: SignIn) -> None:
    client = signed_in("can-bo-phuong")
    client.post(f"{PLACES}tiep-dan/them/", SESSION)
    session = ReceptionDay.objects.get(place="Trụ sở phường")
    assert client.post(f"{PLACES}tiep-dan/{session.pk}/thoi/").status_code == 404
    assert f"/ban-lam-viec/tiep-dan/{session.pk}/hoan/" in client.get(PLACES).content.decode()


def test_sessions_of_every_week_are_published_at_once_without_days_off(signed_in: SignIn) -> None:
    weekly = SESSION | {"day": "24/04/2018", "weeks": 3}  # 1 May is a holiday
    signed_in("can-bo-phuong").post(f"{PLACES}tiep-dan/them/", weekly)
    days = ReceptionDay.objects.filter(place="Trụ sở phường").values_list("day", flat=True)
    assert list(days) == [date(2018, 4, 24), date(2018, 5, 8)]


def test_a_place_ends_with_today_and_its_row_stays(signed_in: SignIn) -> None:
    client = signed_in("can-bo-phuong")
    client.post(f"{PLACES}dau-moi/them/", CONTACT)
    point = ContactPoint.objects.get(place="028 0000 9999")
    client.post(f"{PLACES}dau-moi/{point.pk}/thoi/")
    with clock.at(clock.now() + timedelta(days=1)):
        assert "028 0000 9999" not in public()
    point.refresh_from_db()
    assert point.valid_to == clock.today()


def test_the_sign_of_a_counter_leads_to_the_form_with_its_place(signed_in: SignIn) -> None:
    client = signed_in("can-bo-phuong")
    client.post(f"{PLACES}quay/them/", COUNTER)
    point = CounterPoint.objects.get(label="Quầy 2, hộ tịch")
    sign = client.get(f"{PLACES}quay/{point.pk}/bang/").content.decode()
    assert f"/q/{point.code}/" in sign
    assert "<svg" in sign
    assert Client().get(f"/q/{point.code}/").status_code == 200


def test_a_code_that_stands_on_paper_is_never_given_again() -> None:
    counter, made = unit("mot-cua-a-an-phu"), []
    for _number in range(3):
        code = counter_code(counter)
        CounterPoint.objects.create(
            code=code, unit=counter, label="q", valid_from=date(2018, 1, 1), valid_to=date(2018, 1, 2)
        )
        made.append(code)
    assert len(set(made)) == 3
    assert all(len(code) <= 20 for code in made)


@pytest.mark.parametrize(
    ("sort", "told"),
    [
        ("dau-moi", CONTACT | {"unit": "mttq-a-quan-2"}),
        ("dau-moi", CONTACT | {"unit": "ubnd-a-an-phu"}),
        ("dau-moi", CONTACT | {"kind": "pigeon"}),
        ("dau-moi", CONTACT | {"place": " "}),
        ("quay", COUNTER | {"unit": "mttq-a-an-phu"}),
        ("tiep-dan", SESSION | {"day": "12/03/2018"}),
        ("tiep-dan", SESSION | {"day": "30/02/2018"}),
        ("tiep-dan", SESSION | {"closes": "08:00"}),
    ],
)
def test_a_wrong_answer_publishes_nothing(sort: str, told: dict[str, str], signed_in: SignIn) -> None:
    before = ContactPoint.objects.count(), CounterPoint.objects.count(), ReceptionDay.objects.count()
    assert signed_in("can-bo-phuong").post(f"{PLACES}{sort}/them/", told).status_code == 422
    assert (ContactPoint.objects.count(), CounterPoint.objects.count(), ReceptionDay.objects.count()) == before


def test_what_another_front_published_is_not_there(signed_in: SignIn) -> None:
    ward = signed_in("can-bo-phuong")
    point = ContactPoint.objects.filter(unit=unit("mttq-a-quan-2")).first()
    counter = CounterPoint.objects.filter(unit=unit("mot-cua-a-binh-an")).first()
    assert point
    assert counter
    assert ward.post(f"{PLACES}dau-moi/{point.pk}/thoi/").status_code == 404
    assert ward.get(f"{PLACES}quay/{counter.pk}/bang/").status_code == 404
    assert ward.get(f"{PLACES}pigeon/them/").status_code == 404
    assert ward.post(f"{PLACES}dau-moi/{2**64}/thoi/").status_code == 404
    assert counter.code not in ward.get(PLACES).content.decode()
