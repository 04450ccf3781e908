"""Giao hồ sơ: the head gives, an officer takes over; what another changed meanwhile is left and told."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from tests.cases.made import actor, made, official_of

from vidan.cases.kinds import State
from vidan.cases.models import CaseFile
from vidan.cases.services.assign import NotYours, Why, assign
from vidan.cases.timeline import timeline_of
from vidan.foundation.accounts.models import Assignment, Official, User
from vidan.foundation.journal.models import Entry
from vidan.foundation.notices.models import Notice, NoticeKind
from vidan.foundation.units.models import Unit
from vidan.site.sample.people import address

pytestmark = pytest.mark.django_db

SignIn = Callable[[str], Client]
GIVE = "/ban-lam-viec/giao/"


def user(local: str) -> User:
    return User.objects.get(email=address(local))


def carried_by(case: CaseFile) -> str:
    officer = CaseFile.objects.select_related("officer").get(pk=case.pk).officer
    return officer.email.split("@")[0] if officer else ""


def post(client: Client, local: str, *cases: CaseFile) -> str:
    chosen = [f"{case.code}:{case.version}" for case in cases]
    return client.post(GIVE, {"case": chosen, "officer": user(local).code}, follow=True).content.decode()


def test_the_head_gives_several_cases_at_once_with_one_entry_each(signed_in: SignIn) -> None:
    one, two = made(), made(State.TRANSFERRED)
    page = post(signed_in("lanh-dao"), "can-bo-quan-2", one, two)
    assert "Đã giao 2 hồ sơ cho Cán bộ quận thứ hai (mẫu)." in page
    assert [carried_by(one), carried_by(two)] == ["can-bo-quan-2", "can-bo-quan-2"]
    entries = Entry.objects.filter(event="case.assign").order_by("subject")
    assert [(e.subject, e.facts) for e in entries] == [
        (case.code, {"to": user("can-bo-quan-2").code}) for case in (one, two)
    ]


def test_who_is_given_a_case_has_a_notice_of_it(signed_in: SignIn) -> None:
    case = made()
    post(signed_in("lanh-dao"), "can-bo-quan-2", case)
    assert Notice.objects.get(user=user("can-bo-quan-2"), kind=NoticeKind.ASSIGNED).subject == case.code


def test_the_page_of_the_case_says_to_whom_it_was_given(signed_in: SignIn) -> None:
    case = made()
    assign(chosen={case.code: case.version}, officer=user("can-bo-quan-2"), actor=actor("lanh-dao"))
    lines = timeline_of(case, [])
    assert [(str(line.label), line.told, line.by) for line in lines if line.told.startswith("cho ")] == [
        ("Giao người phụ trách", "cho Cán bộ quận thứ hai (mẫu)", "Lãnh đạo Mặt trận (mẫu)")
    ]
    assert (
        "cho Cán bộ quận thứ hai (mẫu)"
        in signed_in("can-bo-quan").get(f"/ban-lam-viec/ho-so/{case.code}/").content.decode()
    )


def test_an_officer_takes_over_for_himself(signed_in: SignIn) -> None:
    case = made()
    post(signed_in("can-bo-quan"), "can-bo-quan", case)
    assert carried_by(case) == "can-bo-quan"


def test_an_officer_gives_nothing_to_somebody_else(signed_in: SignIn) -> None:
    case = made()
    assert "chọn người phụ trách" in post(signed_in("can-bo-quan"), "can-bo-quan-2", case)
    with pytest.raises(NotYours):
        assign(chosen={case.code: case.version}, officer=user("can-bo-quan-2"), actor=actor("can-bo-quan"))
    assert carried_by(case) == ""


def test_what_was_changed_in_the_meantime_is_told_and_the_rest_is_given(signed_in: SignIn) -> None:
    one, two = made(), made()
    CaseFile.objects.filter(pk=two.pk).update(version=two.version + 1)
    page = post(signed_in("lanh-dao"), "can-bo-quan", one, two)
    assert f"Không giao được: {two.code}: vừa được người khác thay đổi." in page
    assert [carried_by(one), carried_by(two)] == ["can-bo-quan", ""]


def test_an_open_form_of_before_is_told_that_the_case_has_changed() -> None:
    case = made()
    assign(chosen={case.code: case.version}, officer=user("can-bo-quan"), actor=actor("lanh-dao"))
    assert CaseFile.objects.get(pk=case.pk).version == case.version + 1


@pytest.mark.parametrize(
    ("state", "changed", "why"),
    [
        (State.CLOSED, {}, Why.ENDED),
        (State.RECEIVED, {"front": "mttq-a-an-phu"}, Why.MISSING),
        (State.RECEIVED, {"about": "mttq-a-quan-2"}, Why.MISSING),
        (State.CLASSIFIED, {}, Why.SAME),
    ],
)
def test_a_case_that_cannot_be_given_is_left_with_the_reason(state: State, changed: dict[str, Any], why: Why) -> None:
    case = made(state, **changed)
    done = assign(chosen={case.code: case.version}, officer=user("can-bo-quan"), actor=actor("lanh-dao"))
    assert (done.given, done.left) == ([], {case.code: why})


def test_nobody_is_given_a_case_that_is_about_himself() -> None:
    front = Unit.objects.get(slug="mttq-a-quan-2")
    who = official_of("can-bo-ubnd")
    Official.objects.filter(pk=who.pk).update(user=user("can-bo-quan-2"))
    case = made(State.CLASSIFIED, about="ubnd-a-an-phu", official=who)
    done = assign(chosen={case.code: case.version}, officer=user("can-bo-quan-2"), actor=actor("lanh-dao"))
    assert done.left == {case.code: Why.UNFIT}
    assert case.front_id == front.pk


def test_nobody_is_given_a_case_of_a_front_in_which_he_carries_none() -> None:
    case = made()
    done = assign(chosen={case.code: case.version}, officer=user("can-bo-phuong"), actor=actor("lanh-dao"))
    assert done.left == {case.code: Why.UNFIT}


def test_the_list_offers_the_officers_of_today_only(signed_in: SignIn) -> None:
    made()
    Assignment.objects.filter(user=user("can-bo-quan-2")).update(valid_to="2018-03-12")
    page = signed_in("lanh-dao").get("/ban-lam-viec/ho-so/").content.decode()
    assert user("can-bo-quan").code in page
    assert user("can-bo-quan-2").code not in page


def test_the_list_is_filtered_by_who_carries_a_case(signed_in: SignIn) -> None:
    mine, nobodys = made(State.CLASSIFIED), made()
    client = signed_in("lanh-dao")
    page = client.get(f"/ban-lam-viec/ho-so/?phu-trach={user('can-bo-quan').code}").content.decode()
    assert mine.code in page
    assert nobodys.code not in page
    page = client.get("/ban-lam-viec/ho-so/?phu-trach=chua-giao").content.decode()
    assert nobodys.code in page
    assert mine.code not in page


def test_giving_leads_back_to_the_list_as_it_was_filtered(signed_in: SignIn) -> None:
    answer = signed_in("lanh-dao").post(f"{GIVE}?trang-thai=received&tre=1&bay-ba=x", {"officer": "u-x"})
    assert answer["Location"] == "/ban-lam-viec/ho-so/?trang-thai=received&tre=1"


@pytest.mark.parametrize("value", ["", "PA-2018-0001", "PA-2018-0001:", "PA-2018-0001:x", ":1", "x" * 900 + ":1"])
def test_nonsense_gives_nothing_and_breaks_nothing(value: str, signed_in: SignIn) -> None:
    client = signed_in("lanh-dao")
    assert client.post(GIVE, {"case": [value], "officer": user("can-bo-quan").code}).status_code == 302
    assert not Entry.objects.filter(event="case.assign").exists()
