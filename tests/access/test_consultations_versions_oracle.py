"""Who may look at places of opinions and compare versions: written by hand, asked of every one of the cast."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.consultations.made import BODY
from tests.consultations.places_made import GONE, REWORDED, placed, renewed, talked_about

from vidan.consultations.kinds import State
from vidan.consultations.models import Anchoring, Draft, Opinion
from vidan.site.sample.people import CAST

pytestmark = pytest.mark.django_db

PAGES = """
                  places  place  compare  kept  sent  settle  choose  go-on  public
can-bo-quan       yes     yes    yes      yes   yes   yes     yes     yes    yes
can-bo-quan-2     yes     yes    yes      yes   yes   yes     yes     yes    yes
lanh-dao          yes     yes    yes      yes   yes   yes     yes     yes    yes
can-bo-phuong     no      no     yes      no    yes   no      no      no     yes
phu-nu            no      no     yes      no    yes   no      no      no     yes
can-bo-ubnd-quan  no      no     no       no    yes   no      no      no     yes
can-bo-ubnd       no      no     no       no    no    no      no      no     yes
chu-tich-ubnd     no      no     no       no    no    no      no      no     yes
theo-doi          no      no     no       no    no    no      no      no     yes
giu-khoa          no      no     no       no    no    no      no      no     yes
bien-tap          no      no     no       no    no    no      no      no     yes
dieu-tra          no      no     no       no    no    no      no      no     yes
mat-tran-tp       no      no     no       no    no    no      no      no     yes
"""
"""`compare` is of a draft that takes opinions, `kept` of one that is not open yet, `sent` of one that the district's committee
must answer. `settle`, `choose` and `go-on` change something: no means that nothing was changed."""

DESK = "/ban-lam-viec/phan-bien/"


def rows() -> list[tuple[str, dict[str, str]]]:
    head, *lines = [line.split() for line in PAGES.strip().splitlines()]
    return [(name, dict(zip(head, verdicts, strict=True))) for name, *verdicts in lines]


def compared(draft: Draft) -> str:
    return f"{DESK}{draft.code}/so-sanh/1/2/"


def state(draft: Draft, state: State) -> Draft:
    Draft.objects.filter(pk=draft.pk).update(state=state)
    return draft


def test_everybody_of_the_cast_has_a_row() -> None:
    assert {name for name, _told in rows()} == {local for local, *_rest in CAST}


def test_the_pages_open_and_the_buttons_work_for_whom_the_table_says(signed_in: Callable[[str], Client]) -> None:
    draft = placed()
    kept = state(renewed(talked_about(code="DT-2018-0007")), State.REGISTERED)
    sent = state(renewed(talked_about(code="DT-2018-0008")), State.SENT)
    assert sent.body.slug == BODY
    lost, reworded = (Opinion.objects.get(key=key, draft=draft).code for key in (GONE, REWORDED))
    own = f"{DESK}{draft.code}/cho-y-kien/"
    places = {
        "places": own,
        "place": f"{own}{lost}/",
        "compare": compared(draft),
        "kept": compared(kept),
        "sent": compared(sent),
        "public": f"/gop-y-du-thao/{draft.code}/so-sanh/1/2/",
    }
    changes = {
        "settle": (f"{own}{lost}/xong/", {"how": "confirm"}),
        "choose": (f"{own}{reworded}/", {"key": "k1"}),
    }
    for name, wanted in rows():
        client = signed_in(name)
        found = {page: "yes" if client.get(place).status_code == 200 else "no" for page, place in places.items()}
        for change, (place, words) in changes.items():
            Anchoring.objects.update(looked_by="")
            client.post(place, words)
            found[change] = "yes" if Anchoring.objects.exclude(looked_by="").exists() else "no"
        found["go-on"] = "yes" if client.post(f"{own}lam-tiep/").status_code == 302 else "no"
        Anchoring.objects.update(looked_by="")
        assert found == wanted, name


def test_a_visitor_reads_the_public_comparison_and_nothing_of_the_desk(client: Client) -> None:
    draft = placed()

    assert client.get(f"/gop-y-du-thao/{draft.code}/so-sanh/1/2/").status_code == 200
    assert client.get(compared(draft)).status_code == 302
    assert client.post(f"{DESK}{draft.code}/cho-y-kien/lam-tiep/").status_code == 401
