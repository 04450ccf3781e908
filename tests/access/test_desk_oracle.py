"""Who may open the pages of the desk that show no single case: written by hand, asked of every one of the cast."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.cases.made import actor, made
from tests.cases.test_publish import closed, written
from tests.cases.test_quality import drawn

from vidan.cases.kinds import State
from vidan.cases.services.personal_data import ask
from vidan.cases.services.save_list import save_list
from vidan.foundation.intake.personal import Right
from vidan.foundation.intake.tellers import TellerMode
from vidan.site.sample.people import CAST

pytestmark = pytest.mark.django_db

PAGES = ("statistics", "publishing", "summary", "round", "wording", "request", "erasures", "openings", "keys", "saved")

ORACLE = """
can-bo-quan       yes yes yes yes no  yes no  no  no  yes
can-bo-quan-2     yes yes yes yes no  yes no  no  no  no
lanh-dao          yes yes yes yes yes yes yes yes no  no
can-bo-phuong     yes yes no  no  no  no  no  no  no  no
giu-khoa          no  no  no  no  no  no  no  no  yes no
can-bo-ubnd       no  no  no  no  no  no  no  no  no  no
chu-tich-ubnd     no  no  no  no  no  no  no  no  no  no
can-bo-ubnd-quan  no  no  no  no  no  no  no  no  no  no
theo-doi          no  no  no  no  no  no  no  no  no  no
phu-nu            no  no  no  no  no  no  no  no  no  no
bien-tap          no  no  no  no  no  no  no  no  no  no
dieu-tra          no  no  no  no  no  no  no  no  no  no
mat-tran-tp       no  no  no  no  no  no  no  no  no  no
"""
"""Person, and for each of PAGES whether it opens. A summary, a round, a request and a saved list are those of the district's
Front; the saved list is the first officer's own. The ward's officer has statistics and publishing of his own Front."""


@pytest.fixture
def places() -> dict[str, str]:
    made(State.ANSWERED)
    asked = ask(case=made(mode=TellerMode.NAMED), right=Right.ACCESS, words="Tôi muốn xem.")
    kept = save_list(name="Trễ của tôi", query="tre=1", shared=False, actor=actor("can-bo-quan"))
    desk = "/ban-lam-viec"
    return {
        "statistics": f"{desk}/thong-ke/",
        "publishing": f"{desk}/cong-khai/",
        "summary": f"{desk}/ho-so/{written(closed()).case.code}/cong-khai/",
        "round": f"{desk}/chat-luong/{drawn().pk}/",
        "wording": f"{desk}/loi-van/transfer_settle/",
        "request": f"{desk}/du-lieu-ca-nhan/{asked.code}/",
        "erasures": f"{desk}/het-han-luu/",
        "openings": f"{desk}/danh-tinh/",
        "keys": f"{desk}/giu-khoa/",
        "saved": f"{desk}/danh-sach/{kept.pk}/doi/",
    }


def rows() -> dict[str, list[str]]:
    return {who: verdicts for who, *verdicts in (line.split() for line in ORACLE.strip().splitlines())}


def test_everybody_of_the_cast_has_a_row() -> None:
    assert set(rows()) == {local for local, _name, _role, _unit in CAST}


def test_each_page_opens_as_the_oracle_says(places: dict[str, str], signed_in: Callable[[str], Client]) -> None:
    found = {}
    for who in rows():
        client = signed_in(who)
        found[who] = [VERDICTS[ask_for(client, page, places[page])] for page in PAGES]
    assert found == rows()


VERDICTS = {200: "yes", 302: "yes", 404: "no"}
"""A list is renamed by a post, which leads back to it; whoever may not is told that there is none."""


def ask_for(client: Client, page: str, place: str) -> int:
    answer = client.post(place, {"name": "Trễ"}) if page == "saved" else client.get(place)
    return int(answer.status_code)


def test_signed_out_none_of_them_opens(places: dict[str, str]) -> None:
    assert [Client().get(place).status_code for place in places.values()] == [302] * len(PAGES)
