"""Who may prepare, hold and number hearings of a draft: written by hand, asked of every one of the cast."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.cases.made import actor
from tests.consultations.hearings_made import attended, ended, invited, minuted, planned
from tests.consultations.made import OFFICER, drafted

from vidan.consultations.kinds import HearingKind
from vidan.consultations.services.hearing_papers import write_minutes
from vidan.site.sample.people import CAST

pytestmark = pytest.mark.django_db

PAGES = """
                  list  new   page  invite  attend  step  minutes  paper  number  reply  over  reopen
can-bo-quan       yes   yes   yes   yes     yes     yes   yes      yes    no      yes    yes    no
can-bo-quan-2     yes   yes   yes   yes     yes     yes   yes      yes    no      yes    yes    no
lanh-dao          yes   yes   yes   yes     yes     yes   yes      yes    yes     yes    yes    yes
can-bo-phuong     no    no    no    no      no      no    no       no     no      no     no     no
phu-nu            no    no    no    no      no      no    no       no     no      no     no     no
can-bo-ubnd-quan  no    no    no    no      no      no    no       no     no      no     no     no
can-bo-ubnd       no    no    no    no      no      no    no       no     no      no     no     no
chu-tich-ubnd     no    no    no    no      no      no    no       no     no      no     no     no
theo-doi          no    no    no    no      no      no    no       no     no      no     no     no
giu-khoa          no    no    no    no      no      no    no       no     no      no     no     no
bien-tap          no    no    no    no      no      no    no       no     no      no     no     no
dieu-tra          no    no    no    no      no      no    no       no     no      no     no     no
mat-tran-tp       no    no    no    no      no      no    no       no     no      no     no     no
"""
"""The district Front prepares, holds and minutes; only its head gives a paper its number and opens what has ended again.
Those who are asked or must answer read of hearings on the draft's public page, as everybody."""


def rows() -> list[tuple[str, dict[str, str]]]:
    head, *lines = [line.split() for line in PAGES.strip().splitlines()]
    return [(name, dict(zip(head, verdicts, strict=True))) for name, *verdicts in lines]


def test_everybody_of_the_cast_has_a_row() -> None:
    assert {name for name, _told in rows()} == {local for local, *_rest in CAST}


def test_the_pages_open_for_whom_the_table_says(signed_in: Callable[[str], Client]) -> None:
    draft = drafted()
    meeting = attended(planned(draft))
    code, pk = draft.code, meeting.pk
    paper = write_minutes(code=code, pk=pk, minutes_text="", actor=actor(OFFICER))
    done, over = minuted(planned(draft)), ended(minuted(planned(draft)))
    writes = invited(planned(draft, HearingKind.WRITTEN))
    base = f"/ban-lam-viec/phan-bien/{code}/hoi-nghi/"
    places = {
        "list": base,
        "new": f"{base}moi/dialogue/",
        "page": f"{base}{pk}/",
        "invite": f"{base}{pk}/khach-moi/",
        "attend": f"{base}{pk}/diem-danh/",
        "step": f"{base}{pk}/buoc/frame/",
        "minutes": f"{base}{pk}/bien-ban/",
        "paper": f"{base}{pk}/van-ban/{paper.pk}.docx",
        "number": f"{base}{pk}/duyet/{paper.pk}/",
        "reply": f"{base}{writes.pk}/tra-loi/{writes.invited.all()[0].pk}/",
        "over": f"{base}{done.pk}/xong/",
        "reopen": f"{base}{over.pk}/mo-lai/",
    }
    for name, wanted in rows():
        client = signed_in(name)
        found = {page: "yes" if client.get(place).status_code == 200 else "no" for page, place in places.items()}
        assert found == wanted, name
