"""Who may read, write and publish procedures: written by hand, asked of every one of the cast."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.cases.made import actor
from tests.outreach.procedure_made import drafted, published

from vidan.outreach.models import Procedure
from vidan.site.sample.people import CAST

pytestmark = pytest.mark.django_db

PAGES = """
                  list  draft  shown  new  bring  sheet  change  forms  end  public
bien-tap          yes   yes    yes    yes  yes    yes    yes     yes    yes  yes
lanh-dao          yes   yes    yes    no   no     yes    no      no     yes  yes
can-bo-quan       yes   yes    yes    no   no     yes    no      no     no   yes
can-bo-quan-2     yes   yes    yes    no   no     yes    no      no     no   yes
can-bo-phuong     yes   no     yes    no   no     yes    no      no     no   yes
phu-nu            no    no     no     no   no     no     no      no     no   yes
can-bo-ubnd-quan  no    no     no     no   no     no     no      no     no   yes
can-bo-ubnd       no    no     no     no   no     no     no      no     no   yes
chu-tich-ubnd     no    no     no     no   no     no     no      no     no   yes
theo-doi          no    no     no     no   no     no     no      no     no   yes
giu-khoa          no    no     no     no   no     no     no      no     no   yes
dieu-tra          no    no     no     no   no     no     no      no     no   yes
mat-tran-tp       no    no     no     no   no     no     no      no     no   yes
"""
"""The district's editor writes and publishes, its head publishes and ends, its officers read; the ward reads what is public."""

POSTS = """
                  show  take_back  drop_form
bien-tap          yes   yes        yes
lanh-dao          yes   yes        no
can-bo-quan       no    no         no
can-bo-phuong     no    no         no
chu-tich-ubnd     no    no         no
mat-tran-tp       no    no         no
"""

DESK = "/ban-lam-viec/thu-tuc/"


def rows(table: str) -> list[tuple[str, dict[str, str]]]:
    head, *lines = [line.split() for line in table.strip().splitlines()]
    return [(name, dict(zip(head, verdicts, strict=True))) for name, *verdicts in lines]


def test_everybody_of_the_cast_has_a_row() -> None:
    assert {name for name, _told in rows(PAGES)} == {local for local, *_rest in CAST}


def test_the_pages_open_for_whom_the_table_says(signed_in: Callable[[str], Client]) -> None:
    shown, draft = published().pk, drafted(valid_from="01/01/2019").pk
    places = {
        "list": DESK,
        "draft": f"{DESK}{draft}/",
        "shown": f"{DESK}{shown}/",
        "new": f"{DESK}moi/",
        "bring": f"{DESK}bang-tinh/",
        "sheet": f"{DESK}thu-tuc.xlsx",
        "change": f"{DESK}{draft}/sua/",
        "forms": f"{DESK}{draft}/mau/",
        "end": f"{DESK}{shown}/het-hieu-luc/",
        "public": "/thu-tuc/khai-sinh/",
    }
    for name, wanted in rows(PAGES):
        client = signed_in(name)
        found = {page: "yes" if client.get(place).status_code == 200 else "no" for page, place in places.items()}
        assert found == wanted, name


def test_the_steps_are_taken_by_whom_the_table_says(signed_in: Callable[[str], Client]) -> None:
    for n, (name, wanted) in enumerate(rows(POSTS)):
        draft, shown = drafted(code=f"mot-{n}").pk, published(code=f"hai-{n}").pk
        client = signed_in(name)
        answers = {
            "show": client.post(f"{DESK}{draft}/cong-bo/").status_code == 302,
            "take_back": client.post(f"{DESK}{shown}/rut/").status_code == 302,
            "drop_form": client.post(f"{DESK}{shown}/mau/", {"label": ""}).status_code == 422,
        }
        assert {step: "yes" if taken else "no" for step, taken in answers.items()} == wanted, name


def test_who_may_know_of_a_draft_is_asked_of_the_model_alike() -> None:
    draft = drafted()
    known = {local for local, *_rest in CAST if Procedure.objects.visible_to(actor(local)).filter(pk=draft.pk)}
    assert known == {"bien-tap", "lanh-dao", "can-bo-quan", "can-bo-quan-2"}
