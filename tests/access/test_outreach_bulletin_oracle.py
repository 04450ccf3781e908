"""Who may make, see and send the bulletin: written by hand, asked of every one of the cast."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.cases.made import actor
from tests.outreach.articles_made import EDITOR
from tests.outreach.bulletins_made import bulletin, gathered

from vidan.foundation.accounts.models import Assignment
from vidan.foundation.units.models import Unit
from vidan.outreach.bulletin_moves import BulletinState
from vidan.outreach.models import Bulletin
from vidan.outreach.services import make_bulletin
from vidan.site.sample.people import CAST, address

pytestmark = pytest.mark.django_db

PAGES = """
                  list  new  draft  change  mail  paper  approve  take_back  send_back  send  public
bien-tap          yes   yes  yes    yes     yes   yes    no       yes        yes        yes   yes
can-bo-quan       yes   no   yes    no      yes   yes    yes      no         yes        yes   yes
can-bo-quan-2     yes   no   yes    no      yes   yes    yes      no         yes        yes   yes
lanh-dao          yes   no   yes    no      yes   yes    yes      no         yes        yes   yes
can-bo-phuong     no    no   no     no      no    no     no       no         no         no    yes
phu-nu            no    no   no     no      no    no     no       no         no         no    yes
can-bo-ubnd-quan  no    no   no     no      no    no     no       no         no         no    yes
can-bo-ubnd       no    no   no     no      no    no     no       no         no         no    yes
chu-tich-ubnd     no    no   no     no      no    no     no       no         no         no    yes
theo-doi          no    no   no     no      no    no     no       no         no         no    yes
giu-khoa          no    no   no     no      no    no     no       no         no         no    yes
dieu-tra          no    no   no     no      no    no     no       no         no         no    yes
mat-tran-tp       no    no   no     no      no    no     no       no         no         no    yes
"""
"""The editor of the district's Front made all of them. `approve` is not for who made it; the steps behind it are of an
approved one: an editor is a reviewer too, so he sends what somebody else approved."""

DESK = "/ban-lam-viec/ban-tin/"


def rows() -> list[tuple[str, dict[str, str]]]:
    head, *lines = [line.split() for line in PAGES.strip().splitlines()]
    return [(name, dict(zip(head, verdicts, strict=True))) for name, *verdicts in lines]


def test_everybody_of_the_cast_has_a_row() -> None:
    assert {name for name, _told in rows()} == {local for local, *_rest in CAST}


def test_the_pages_open_for_whom_the_table_says(signed_in: Callable[[str], Client]) -> None:
    draft, approved, sent = (f"2018-{bulletin(state).number}" for state in BulletinState)
    places = {
        "list": DESK,
        "new": f"{DESK}soan/",
        "draft": f"{DESK}{draft}/",
        "change": f"{DESK}{draft}/sua/",
        "mail": f"{DESK}{draft}/thu/",
        "paper": f"{DESK}{draft}/to-in.pdf",
        "approve": f"{DESK}{draft}/buoc/duyet/",
        "take_back": f"{DESK}{approved}/buoc/lay-ve/",
        "send_back": f"{DESK}{approved}/buoc/tra-lai/",
        "send": f"{DESK}{approved}/buoc/phat-hanh/",
        "public": f"/tin-tuc/ban-tin/{sent}/",
    }
    wrong = []
    for local, told in rows():
        client = signed_in(local)
        wrong += [
            (local, name)
            for name, place in places.items()
            if (client.get(place).status_code == 200) != (told[name] == "yes")
        ]
    assert wrong == []


def test_an_editor_of_another_front_knows_nothing_of_it(signed_in: Callable[[str], Client]) -> None:
    made = bulletin()
    Assignment.objects.filter(user__email=address(EDITOR)).update(unit=Unit.objects.get(slug="mttq-a-an-phu"))
    assert signed_in(EDITOR).get(f"{DESK}{made.year}-{made.number}/").status_code == 404
    with pytest.raises(Bulletin.DoesNotExist):
        make_bulletin.write(pk=made.pk, gathered=gathered("x"), actor=actor(EDITOR))
