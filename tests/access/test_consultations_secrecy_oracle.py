"""Who may ask for a name given with an opinion, open it, and answer about personal data: written by hand, asked of the cast."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.cases.made import actor
from tests.consultations.made import OFFICER
from tests.consultations.opinions_made import given, open_draft

from vidan.consultations.models import NameRequest, Opinion, OpinionDataRequest, OpinionErasure
from vidan.consultations.services.erase import propose
from vidan.consultations.services.open_in_confidence import ask_for_name
from vidan.consultations.services.personal_data import ask
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.intake.personal import Right
from vidan.foundation.intake.tellers import TellerMode
from vidan.site.sample.people import CAST

pytestmark = pytest.mark.django_db

OPENS = """
                  asking  door  register  request
can-bo-quan       yes     no    yes       yes
can-bo-quan-2     yes     no    yes       yes
lanh-dao          no      no    yes       yes
dieu-tra          no      no    no        no
can-bo-phuong     no      no    no        no
giu-khoa          no      yes   no        no
can-bo-ubnd       no      no    no        no
chu-tich-ubnd     no      no    no        no
can-bo-ubnd-quan  no      no    no        no
theo-doi          no      no    no        no
phu-nu            no      no    no        no
bien-tap          no      no    no        no
mat-tran-tp       no      no    no        no
"""
"""The pages about an opinion that was given in confidence to the district's Front."""

KNOWS = """
                  name  request  data  erasure
can-bo-quan       no    no       yes   no
can-bo-quan-2     no    no       yes   no
lanh-dao          no    no       yes   yes
dieu-tra          no    no       no    no
can-bo-phuong     no    no       no    no
giu-khoa          yes   yes      no    no
can-bo-ubnd       no    no       no    no
chu-tich-ubnd     no    no       no    no
can-bo-ubnd-quan  no    no       no    no
theo-doi          no    no       no    no
phu-nu            no    no       no    no
bien-tap          no    no       no    no
mat-tran-tp       no    no       no    no
"""
"""The rules of Opinion.in_custody_of(), NameRequest, OpinionDataRequest and OpinionErasure."""


def rows(table: str) -> dict[str, dict[str, str]]:
    head, *lines = [line.split() for line in table.strip().splitlines()]
    return {name: dict(zip(head, verdicts, strict=True)) for name, *verdicts in lines}


@pytest.fixture
def opinion() -> Opinion:
    """One about which a name was asked for, data was asked for, and the head is to decide."""
    found = given(open_draft(), mode=TellerMode.CONFIDENTIAL)
    ask_for_name(code=found.code, reason="Cần mời dự hội nghị", actor=actor(OFFICER))
    ask(opinion=found, right=Right.ACCESS, words="Tôi muốn xem.")
    propose(subject=found.code, front_id=found.draft.front_id, rule="DL", due=clock.today())
    return found


def test_everybody_of_the_cast_has_a_row() -> None:
    everybody = {local for local, *_rest in CAST}
    assert set(rows(OPENS)) == set(rows(KNOWS)) == everybody


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("page", ["asking", "door", "register", "request"])
def test_a_page_opens_for_whom_it_concerns(
    page: str, method: str, opinion: Opinion, signed_in: Callable[[str], Client]
) -> None:
    desk = "/ban-lam-viec"
    place = {
        "asking": f"{desk}/phan-bien/{opinion.draft.code}/y-kien/{opinion.code}/nho-nguoi-giu-khoa/",
        "door": f"{desk}/giu-khoa/y-kien/{opinion.code}/",
        "register": f"{desk}/du-lieu-nguoi-gop-y/",
        "request": f"{desk}/du-lieu-nguoi-gop-y/{OpinionDataRequest.objects.get().code}/",
    }[page]
    expected = {name: told[page] for name, told in rows(OPENS).items()}
    told = {name: getattr(signed_in(name), method)(place).status_code for name in expected}
    assert {name: "no" if status == 404 else "yes" for name, status in told.items()} == expected


@pytest.mark.parametrize("what", ["name", "request", "data", "erasure"])
def test_the_rule_of_who_knows_of_it(what: str, opinion: Opinion) -> None:
    rules: dict[str, Callable[[Actor], bool]] = {
        "name": lambda who: Opinion.objects.in_custody_of(who).exists(),
        "request": lambda who: NameRequest.objects.visible_to(who).exists(),
        "data": lambda who: OpinionDataRequest.objects.visible_to(who).exists(),
        "erasure": lambda who: OpinionErasure.objects.visible_to(who).exists(),
    }
    known = rules[what]
    expected = {name: told[what] for name, told in rows(KNOWS).items()}
    assert {name: "yes" if known(actor(name)) else "no" for name in expected} == expected


def test_an_answer_is_taken_from_the_custodian_alone(opinion: Opinion, signed_in: Callable[[str], Client]) -> None:
    place = f"/ban-lam-viec/giu-khoa/y-kien/{opinion.code}/de-nghi/{NameRequest.objects.get().pk}/"
    for name in rows(OPENS):
        if name != "giu-khoa":
            assert signed_in(name).post(place, {"outcome": "done", "text": "Xong."}).status_code == 404
    assert NameRequest.objects.get().outcome == "waiting"
