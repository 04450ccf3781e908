"""Who may see which opinion on a draft and do what with it: written by hand, asked of every one of the cast."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from tests.cases.made import actor
from tests.consultations.made import OFFICER, unit
from tests.consultations.opinions_made import entered, given, open_draft

from vidan.consultations.models import Draft, Opinion
from vidan.consultations.services.moderate import show
from vidan.consultations.services.new_opinion import Said
from vidan.consultations.services.sign import sign
from vidan.foundation.accounts.models import Assignment, User
from vidan.foundation.intake.tellers import TellerMode
from vidan.site.sample.people import CAST, address

pytestmark = pytest.mark.django_db

SEES = """
                  list  waiting  named  signed  ghi  dan  cua-to-chuc
can-bo-quan       yes   yes      yes    yes     yes  yes  no
can-bo-quan-2     yes   yes      yes    yes     yes  yes  no
lanh-dao          yes   yes      yes    yes     yes  yes  no
dieu-tra          no    no       no     no      no   no   no
can-bo-phuong     no    no       no     no      no   no   yes
giu-khoa          no    no       no     no      no   no   no
can-bo-ubnd       no    no       no     no      no   no   no
chu-tich-ubnd     no    no       no     no      no   no   no
can-bo-ubnd-quan  no    no       no     no      no   no   no
theo-doi          no    no       no     no      no   no   no
phu-nu            no    no       no     no      no   no   yes
bien-tap          no    no       no     no      no   no   no
mat-tran-tp       no    no       no     no      no   no   no
"""
"""The pages of an open draft's opinions at the desk; who signs reads his own on the page where he signs."""

DOES = """
                  ban-goc  dua-ra  khong-dua-ra  di-cung  viet-thu  ten
can-bo-quan       yes      yes     yes           yes      yes       yes
can-bo-quan-2     yes      yes     yes           yes      yes       yes
lanh-dao          yes      yes     yes           yes      yes       yes
dieu-tra          no       no      no            no       no        no
can-bo-phuong     no       no      no            no       no        no
giu-khoa          no       no      no            no       no        no
can-bo-ubnd       no       no      no            no       no        no
chu-tich-ubnd     no       no      no            no       no        no
can-bo-ubnd-quan  no       no      no            no       no        no
theo-doi          no       no      no            no       no        no
phu-nu            no       no      no            no       no        no
bien-tap          no       no      no            no       no        no
mat-tran-tp       no       no      no            no       no        no
"""
"""Who may send which form about a named opinion of the public. An empty form changes nothing, so one after the other is asked."""

KNOWS = """
                  waiting  signed-phu-nu  signed-phuong
can-bo-quan       yes      yes            yes
can-bo-quan-2     yes      yes            yes
lanh-dao          yes      yes            yes
dieu-tra          no       no             no
can-bo-phuong     no       no             yes
giu-khoa          no       no             no
can-bo-ubnd       no       no             no
chu-tich-ubnd     no       no             no
can-bo-ubnd-quan  no       no             no
theo-doi          no       no             no
phu-nu            no       yes            no
bien-tap          no       no             no
mat-tran-tp       no       no             no
"""
"""The rule of Opinion.visible_to()."""


def rows(table: str) -> dict[str, dict[str, str]]:
    head, *lines = [line.split() for line in table.strip().splitlines()]
    return {name: dict(zip(head, verdicts, strict=True)) for name, *verdicts in lines}


def place(draft: Draft, *more: str) -> str:
    return "/".join(["/ban-lam-viec/phan-bien", draft.code, "y-kien", *more, ""])


def verdict(answer: Any) -> str:
    return "no" if answer.status_code == 404 else "yes"


def signed_by(local: str, draft: Draft) -> Opinion:
    who = actor(local)
    (unit_id,) = who.units_with("consultations.opine")
    return sign(code=draft.code, unit_id=unit_id, said=Said("Ý kiến của đơn vị."), upload=None, actor=who)


def test_everybody_of_the_cast_has_a_row() -> None:
    everybody = {local for local, *_rest in CAST}
    assert set(rows(SEES)) == set(rows(DOES)) == set(rows(KNOWS)) == everybody


@pytest.mark.parametrize("page", ["list", "waiting", "named", "signed", "ghi", "dan", "cua-to-chuc"])
def test_a_page_opens_for_whom_it_concerns(page: str, signed_in: Callable[[str], Client]) -> None:
    draft = open_draft()
    objects = {
        "waiting": given(draft).code,
        "named": given(draft, mode=TellerMode.NAMED).code,
        "signed": entered(draft, actor(OFFICER)).code,
    }
    address_ = place(draft) if page == "list" else place(draft, objects.get(page, page))
    expected = {name: told[page] for name, told in rows(SEES).items()}
    assert {name: verdict(signed_in(name).get(address_)) for name in expected} == expected


@pytest.mark.parametrize("form", ["ban-goc", "dua-ra", "khong-dua-ra", "di-cung", "viet-thu", "ten"])
def test_a_form_is_taken_from_who_may_and_from_nobody_else(form: str, signed_in: Callable[[str], Client]) -> None:
    opinion = given(open_draft(), mode=TellerMode.NAMED)
    expected = {name: told[form] for name, told in rows(DOES).items()}
    told = {name: verdict(signed_in(name).post(place(opinion.draft, opinion.code, form))) for name in expected}
    assert told == expected
    assert Opinion.objects.get(pk=opinion.pk).state == opinion.state


@pytest.mark.parametrize("which", ["waiting", "signed-phu-nu", "signed-phuong"])
def test_the_rule_of_who_knows_of_an_opinion(which: str) -> None:
    draft = open_draft()
    local = {"signed-phu-nu": "phu-nu", "signed-phuong": "can-bo-phuong"}.get(which)
    opinion = signed_by(local, draft) if local else given(draft)
    expected = {name: told[which] for name, told in rows(KNOWS).items()}
    known = {name: Opinion.objects.visible_to(actor(name)).filter(pk=opinion.pk).exists() for name in expected}
    assert known == {name: told == "yes" for name, told in expected.items()}


@pytest.mark.parametrize("role", ["district_officer", "head"])
def test_the_same_roles_in_another_front_see_nothing_of_it(role: str, signed_in: Callable[[str], Client]) -> None:
    user = User.objects.get(email=address("can-bo-phuong"))
    Assignment.objects.create(user=user, role=role, unit=unit("mttq-a-an-phu"), valid_from=date(2018, 1, 1))
    opinion = given(open_draft(), mode=TellerMode.NAMED)
    client = signed_in("can-bo-phuong")
    assert client.get(place(opinion.draft)).status_code == 404
    assert client.get(place(opinion.draft, opinion.code)).status_code == 404
    assert client.get(place(opinion.draft, "ghi")).status_code == 404
    for form in rows(DOES)["can-bo-phuong"]:
        assert client.post(place(opinion.draft, opinion.code, form)).status_code == 404


def test_an_opinion_is_not_reached_through_another_draft(signed_in: Callable[[str], Client]) -> None:
    opinion, other = given(open_draft()), open_draft(code="DT-2018-0002")
    assert signed_in("can-bo-quan").get(place(other, opinion.code)).status_code == 404
    show(code=opinion.code, text="Lời.", actor=actor(OFFICER))
    agree = f"/gop-y-du-thao/{other.code}/y-kien/{opinion.code}/dong-tinh/"
    assert Client().post(agree, {"wanted": "1"}).status_code == 404


def test_what_waits_or_is_hidden_is_nobody_s_without_signing_in() -> None:
    opinion = given(open_draft())
    assert opinion.code not in Client().get(f"/gop-y-du-thao/{opinion.draft.code}/y-kien/").content.decode()
    assert Client().get(place(opinion.draft, opinion.code)).status_code == 302
