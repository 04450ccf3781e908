"""Sign-ins are made, given roles and closed by a head, inside his own territory and with an entry in the journal."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from tests.cases.made import actor, unit

from vidan.foundation.accounts.actors import actor_of
from vidan.foundation.accounts.models import Assignment, User
from vidan.foundation.accounts.roles import HELD_IN, Role
from vidan.foundation.accounts.staff import (
    AlreadyThere,
    OwnRole,
    add_sign_in,
    close_sign_in,
    end_role,
    staff_of,
    units_of,
)
from vidan.foundation.calendar import clock
from vidan.foundation.journal.models import Entry
from vidan.site.sample.people import address

pytestmark = pytest.mark.django_db

TODAY = date(2018, 3, 13)
STAFF = "/ban-lam-viec/nguoi-dung/"


def added(role: Role = Role.DISTRICT_OFFICER, where: str = "mttq-a-quan-2") -> tuple[User, str]:
    return add_sign_in(
        email="moi@vidan.example", name="Người mới", role=role, unit=unit(where), since=TODAY, actor=actor("lanh-dao")
    )


def test_a_new_person_holds_the_role_from_its_day_on() -> None:
    user, _password = added()
    assert actor_of(user).may("cases.read")
    with clock.at(clock.now() - timedelta(days=1)):
        assert not actor_of(user).held


def test_the_territory_of_a_district_is_its_wards_and_not_the_city() -> None:
    slugs = set(units_of(actor("lanh-dao")).values_list("slug", flat=True))
    assert {"mttq-a-an-phu", "ubnd-a-quan-2", "phu-nu-a-an-phu"} <= slugs
    assert not {"mttq-tp-ho-chi-minh", "so-noi-vu", "b-an-phu"} & slugs


def test_nobody_but_a_head_looks_after_people() -> None:
    assert not staff_of(actor("can-bo-quan"))
    assert not staff_of(actor("mat-tran-tp"))


def test_an_address_signs_in_once() -> None:
    added()
    with pytest.raises(AlreadyThere):
        added()


def test_a_role_ends_with_its_last_day_and_the_journal_tells_each_step() -> None:
    user, _password = added()
    end_role(assignment=Assignment.objects.get(user=user), last_day=TODAY, actor=actor("lanh-dao"))
    assert actor_of(user).held
    with clock.at(clock.now() + timedelta(days=1)):
        assert not actor_of(user).held
    events = list(Entry.objects.filter(subject=user.code).values_list("event", flat=True))
    assert events == ["staff.add", "staff.give_role", "staff.end_role"]


def test_nobody_closes_the_door_behind_himself() -> None:
    head = User.objects.get(email=address("lanh-dao"))
    with pytest.raises(OwnRole):
        close_sign_in(user=head, actor=actor("lanh-dao"))
    with pytest.raises(OwnRole):
        end_role(assignment=Assignment.objects.get(user=head), last_day=TODAY, actor=actor("lanh-dao"))


def test_the_key_of_the_front_is_not_given_with_a_role() -> None:
    assert Role.CUSTODIAN not in HELD_IN


def test_the_first_password_opens_nothing_but_the_page_that_changes_it(signed_in: Callable[[str], Client]) -> None:
    answer = signed_in("lanh-dao").post(
        f"{STAFF}them/",
        {
            "name": "Người mới",
            "email": "moi@vidan.example",
            "unit": "mttq-a-quan-2",
            "role": "head",
            "since": "13/03/2018",
        },
    )
    shown = re.search(r"[a-z2-9]{4}(?:-[a-z2-9]{4}){3}", answer.content.decode())
    assert shown
    client = Client()
    assert client.login(email="moi@vidan.example", password=shown.group()) or client.login(
        username="moi@vidan.example", password=shown.group()
    )
    assert client.get("/ban-lam-viec/ho-so/")["Location"].endswith("/password/change/")
    new = "mot cau de nho cua toi"
    client.post(
        "/ban-lam-viec/dang-nhap/password/change/",
        {"oldpassword": shown.group(), "password1": new, "password2": new},
    )
    assert client.get("/ban-lam-viec/ho-so/")["Location"].endswith("/totp/activate/")
    user = User.objects.get(email="moi@vidan.example")
    assert user.check_password(new)
    assert shown.group() not in str(Entry.objects.filter(subject=user.code).values_list("facts", flat=True))


def test_renewed_access_asks_for_password_and_second_step_again(signed_in: Callable[[str], Client]) -> None:
    officer = User.objects.get(email=address("can-bo-quan"))
    answer = signed_in("lanh-dao").post(f"{STAFF}{officer.code}/cap-lai/")
    assert "no-store" in answer["Cache-Control"]
    officer.refresh_from_db()
    assert officer.has_first_password
    assert not Authenticator.objects.filter(user=officer).exists()


def test_a_closed_sign_in_is_out_at_once(signed_in: Callable[[str], Client]) -> None:
    officer = signed_in("can-bo-quan")
    assert officer.get("/ban-lam-viec/").status_code == 200
    signed_in("lanh-dao").post(f"{STAFF}{User.objects.get(email=address('can-bo-quan')).code}/dong/")
    assert officer.get("/ban-lam-viec/").status_code == 302


def test_a_person_of_another_territory_is_not_there(signed_in: Callable[[str], Client]) -> None:
    stranger = User.objects.get(email=address("mat-tran-tp"))
    client = signed_in("lanh-dao")
    assert client.get(f"{STAFF}{stranger.code}/").status_code == 404
    for act in ("cap-lai", "dong", "het-vai-tro"):
        assert client.post(f"{STAFF}{stranger.code}/{act}/", {"assignment": "1"}).status_code == 404


@pytest.mark.parametrize(
    "changed",
    [
        {"unit": "mttq-tp-ho-chi-minh"},
        {"role": "custodian"},
        {"role": "monitor"},
        {"since": "31/02/2018"},
        {"email": "x"},
    ],
)
def test_a_wrong_answer_is_told_and_makes_nobody(changed: dict[str, str], signed_in: Callable[[str], Client]) -> None:
    told = {"name": "A", "email": "a@vidan.example", "unit": "mttq-a-quan-2", "role": "head", "since": "13/03/2018"}
    answer = signed_in("lanh-dao").post(f"{STAFF}them/", told | changed)
    assert answer.status_code == 422
    assert not User.objects.filter(name="A").exists()
