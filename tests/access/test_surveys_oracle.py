"""Who may see which round of a survey and do what with it: written by hand, asked of every one of the cast."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from tests.cases.made import actor
from tests.surveys.made import unit
from tests.surveys.round_made import framed, fresh, opened

from vidan.foundation.accounts.models import Assignment, User
from vidan.site.sample.people import CAST, address
from vidan.surveys.kinds import RoundState
from vidan.surveys.models import SurveyRound

pytestmark = pytest.mark.django_db

SEES = """
                  draft  open  closed  published
can-bo-quan       yes    yes   yes     yes
can-bo-quan-2     yes    yes   yes     yes
lanh-dao          yes    yes   yes     yes
dieu-tra          yes    yes   yes     yes
can-bo-phuong     no     no    no      no
giu-khoa          no     no    no      no
can-bo-ubnd       no     no    no      no
chu-tich-ubnd     no     no    no      no
can-bo-ubnd-quan  no     no    no      no
theo-doi          no     no    no      no
phu-nu            no     no    no      no
bien-tap          no     no    no      no
mat-tran-tp       no     no    no      no
"""
"""The district Front's round at the desk, by its state. What is published the others read on the public page."""

DOES = """
                  sua  khung-mau  bo   mo   dong  nguoi-khong-tra-loi  giay-moi
can-bo-quan       yes  yes        yes  no   no    yes                  yes
can-bo-quan-2     yes  yes        yes  no   no    yes                  yes
lanh-dao          yes  yes        yes  yes  yes   yes                  yes
dieu-tra          no   no         no   no   no    yes                  no
can-bo-phuong     no   no         no   no   no    no                   no
giu-khoa          no   no         no   no   no    no                   no
can-bo-ubnd       no   no         no   no   no    no                   no
chu-tich-ubnd     no   no         no   no   no    no                   no
can-bo-ubnd-quan  no   no         no   no   no    no                   no
theo-doi          no   no         no   no   no    no                   no
phu-nu            no   no         no   no   no    no                   no
bien-tap          no   no         no   no   no    no                   no
mat-tran-tp       no   no         no   no   no    no                   no
"""
"""Who may send which form of it, in the state in which it is open."""

OPEN_IN = {"dong": RoundState.OPEN, "nguoi-khong-tra-loi": RoundState.OPEN, "giay-moi": RoundState.OPEN}


def rows(table: str) -> dict[str, dict[str, str]]:
    head, *lines = [line.split() for line in table.strip().splitlines()]
    return {name: dict(zip(head, verdicts, strict=True)) for name, *verdicts in lines}


def made(state: str) -> SurveyRound:
    if state == "draft":
        return framed()
    round_ = opened()
    SurveyRound.objects.filter(pk=round_.pk).update(state=state)
    return fresh(round_)


def place(round_: SurveyRound, *more: str) -> str:
    return "/".join(["/ban-lam-viec/khao-sat", round_.code, *more, ""])


def verdict(answer: Any) -> str:
    return "no" if answer.status_code == 404 else "yes"


def test_everybody_of_the_cast_has_a_row() -> None:
    assert set(rows(SEES)) == set(rows(DOES)) == {local for local, *_rest in CAST}


@pytest.mark.parametrize("state", ["draft", "open", "closed", "published"])
def test_a_round_opens_at_the_desk_for_whom_it_concerns(state: str, signed_in: Callable[[str], Client]) -> None:
    round_ = made(state)
    expected = {name: told[state] for name, told in rows(SEES).items()}
    assert {name: verdict(signed_in(name).get(place(round_))) for name in expected} == expected
    known = {name: SurveyRound.objects.visible_to(actor(name)).filter(pk=round_.pk).exists() for name in expected}
    assert known == {name: told == "yes" for name, told in expected.items()}


@pytest.mark.parametrize("form", ["sua", "khung-mau", "bo", "mo", "dong", "nguoi-khong-tra-loi", "giay-moi"])
def test_a_form_is_taken_from_who_may_and_from_nobody_else(form: str, signed_in: Callable[[str], Client]) -> None:
    round_ = made(OPEN_IN.get(form, RoundState.DRAFT))
    expected = {name: told[form] for name, told in rows(DOES).items()}
    # Without the version that was seen nothing is done, so that one after the other may be asked.
    assert {name: verdict(signed_in(name).post(place(round_, form))) for name in expected} == expected
    assert fresh(round_).version == round_.version


@pytest.mark.parametrize("role", ["district_officer", "head", "interviewer"])
def test_the_same_roles_in_another_front_see_nothing_of_it(role: str, signed_in: Callable[[str], Client]) -> None:
    user = User.objects.get(email=address("can-bo-phuong"))
    Assignment.objects.create(user=user, role=role, unit=unit("mttq-a-an-phu"), valid_from=date(2018, 1, 1))
    for state in ("draft", "open", "published"):
        round_ = made(state)
        assert signed_in("can-bo-phuong").get(place(round_)).status_code == 404
        assert round_.code not in signed_in("can-bo-phuong").get("/ban-lam-viec/khao-sat/").content.decode()


@pytest.mark.parametrize("state", ["draft", "open", "closed", "published"])
def test_people_may_know_of_every_round_but_a_draft(state: str) -> None:
    round_ = made(state)
    status = Client().get(f"/khao-sat/{round_.code}/tai/an-phu/").status_code
    assert status == {"draft": 404, "open": 200, "closed": 410, "published": 410}[state]
