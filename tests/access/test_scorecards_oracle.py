"""Who may see which scorecard and do what with it: written by hand, asked of every one of the cast."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.cases.made import actor
from tests.scorecards.made import carded

from vidan.domain.moves import Decision, decide
from vidan.foundation.calendar import clock
from vidan.scorecards.facts import Known, facts_of
from vidan.scorecards.kinds import State
from vidan.scorecards.models import Scorecard
from vidan.scorecards.moves import TABLE
from vidan.site.sample.people import CAST

pytestmark = pytest.mark.django_db

SEES = """
                  drafting  consulting  submitted  sent  published
can-bo-quan       yes       yes         yes        yes   yes
can-bo-quan-2     yes       yes         yes        yes   yes
lanh-dao          yes       yes         yes        yes   yes
can-bo-phuong     no        yes         yes        yes   yes
phu-nu            no        yes         yes        yes   yes
can-bo-ubnd-quan  yes       yes         yes        yes   yes
can-bo-ubnd       no        no          no         no    no
chu-tich-ubnd     no        no          no         no    no
theo-doi          no        no          no         no    no
giu-khoa          no        no          no         no    no
bien-tap          no        no          no         no    no
dieu-tra          no        no          no         no    no
mat-tran-tp       no        no          no         no    no
"""
"""The district Front's sheet of the district's committee at the desk, by its state. The district's own committee sees it from
the start, because it declares; those who are asked from then on; a ward's committee is not concerned."""

DOES = """
                  score  declare  opine  remark  record_remark  submit  decide  send  publish  record_index
can-bo-quan       yes    no       no     no      yes            yes     no      no    no       yes
lanh-dao          no     no       no     no      no             no      yes     yes   yes      no
can-bo-phuong     no     no       yes    no      no             no      no      no    no       no
phu-nu            no     no       yes    no      no             no      no      no    no       no
can-bo-ubnd-quan  no     yes      no     yes     no             no      no      no    no       no
can-bo-ubnd       no     no       no     no      no             no      no      no    no       no
chu-tich-ubnd     no     no       no     no      no             no      no      no    no       no
theo-doi          no     no       no     no      no             no      no      no    no       no
mat-tran-tp       no     no       no     no      no             no      no      no    no       no
"""
"""Who may take which move, in the state in which it is open."""

OPEN_IN = {
    "score": State.CONSULTING,
    "declare": State.CONSULTING,
    "opine": State.CONSULTING,
    "remark": State.CONSULTING,
    "record_remark": State.CONSULTING,
    "submit": State.CONSULTING,
    "decide": State.SUBMITTED,
    "send": State.DECIDED,
    "publish": State.SENT,
    "record_index": State.SENT,
}


def rows(table: str) -> list[tuple[str, dict[str, str]]]:
    head, *lines = [line.split() for line in table.strip().splitlines()]
    return [(name, dict(zip(head, verdicts, strict=True))) for name, *verdicts in lines]


def test_everybody_of_the_cast_has_a_row() -> None:
    assert {name for name, _told in rows(SEES)} == {local for local, *_rest in CAST}


@pytest.mark.parametrize("state", ["drafting", "consulting", "submitted", "sent", "published"])
def test_a_sheet_opens_at_the_desk_for_whom_it_concerns(state: str, signed_in: Callable[[str], Client]) -> None:
    card = carded(State(state))
    found = {
        name: "yes" if Scorecard.objects.visible_to(actor(name)).filter(pk=card.pk).exists() else "no"
        for name, _told in rows(SEES)
    }
    assert found == {name: told[state] for name, told in rows(SEES)}
    for name, told in rows(SEES):
        status = signed_in(name).get(f"/ban-lam-viec/cham-diem/phieu/{card.code}/").status_code
        assert (status == 200) == (told[state] == "yes"), name


@pytest.mark.parametrize("move", list(OPEN_IN))
def test_a_move_is_taken_by_who_may_and_by_nobody_else(move: str) -> None:
    card = carded(OPEN_IN[move])
    if move == "submit":  # heard, so that nothing but the permission decides
        card.remarks.create(text="Đồng ý.", said_by="x", said_at=clock.now())
    found = {}
    for name, _told in rows(DOES):
        answer = decide(TABLE, facts_of(Known(card, actor(name)), only=move), move, clock.today())
        found[name] = "yes" if isinstance(answer, Decision) else "no"
    assert found == {name: told[move] for name, told in rows(DOES)}
