"""Who may see a sheet that a unit scores first and do what with it: written by hand, asked of every one of the cast."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.cases.made import actor
from tests.foundation.files.samples import pdf
from tests.scorecards.unit_made import AN_KHANH, committee, declared, handed, opened, sheet

from vidan.domain.moves import Decision, Refusal, Why, decide
from vidan.foundation.calendar import clock
from vidan.scorecards.facts import Known, facts_of
from vidan.scorecards.kinds import State
from vidan.scorecards.models import Scorecard
from vidan.scorecards.moves import TABLE
from vidan.scorecards.services.object_to_result import object_to
from vidan.site.sample.people import CAST

pytestmark = pytest.mark.django_db

SEES = """
                  an-phu  an-khanh
can-bo-quan       yes     yes
can-bo-quan-2     yes     yes
lanh-dao          yes     yes
can-bo-ubnd       yes     no
chu-tich-ubnd     yes     no
can-bo-ubnd-quan  no      no
can-bo-phuong     no      no
phu-nu            no      no
theo-doi          no      no
giu-khoa          no      no
bien-tap          no      no
dieu-tra          no      no
mat-tran-tp       no      no
"""
"""The sheets of two wards at the desk, in every state: the Front that opened them, and the ward's own committee."""

DOES = """
                  self_score  add_evidence  send_in  take_back  take_up  appraise  question  ask_explanation
can-bo-quan       no          no            no       no         yes      yes       yes       yes
can-bo-quan-2     no          no            no       no         yes      yes       yes       yes
lanh-dao          no          no            no       no         no       no        no        no
can-bo-ubnd       yes         yes           yes      yes        no       no        no        no
chu-tich-ubnd     yes         yes           yes      yes        no       no        no        no
can-bo-ubnd-quan  no          no            no       no         no       no        no        no
can-bo-phuong     no          no            no       no         no       no        no        no
phu-nu            no          no            no       no         no       no        no        no
theo-doi          no          no            no       no         no       no        no        no
mat-tran-tp       no          no            no       no         no       no        no        no
"""

THEN_DOES = """
                  answer_question  explain  appraise_again  submit_result  send_back_result  decide_result
can-bo-quan       no               no       yes             yes            no                no
can-bo-quan-2     no               no       yes             yes            no                no
lanh-dao          no               no       no              no             yes               yes
can-bo-ubnd       yes              yes      no              no             no                no
chu-tich-ubnd     yes              yes      no              no             no                no
can-bo-ubnd-quan  no               no       no              no             no                no
can-bo-phuong     no               no       no              no             no                no
phu-nu            no               no       no              no             no                no
theo-doi          no               no       no              no             no                no
mat-tran-tp       no               no       no              no             no                no
"""

LAST_DOES = """
                  publish_result  object  answer_objection  correct
can-bo-quan       no              no      no                yes
can-bo-quan-2     no              no      no                yes
lanh-dao          yes             no      yes               no
can-bo-ubnd       no              yes     no                no
chu-tich-ubnd     no              yes     no                no
can-bo-ubnd-quan  no              no      no                no
can-bo-phuong     no              no      no                no
phu-nu            no              no      no                no
theo-doi          no              no      no                no
mat-tran-tp       no              no      no                no
"""
"""Who may take which move on An Phú's sheet, in the state in which it is open; what it needs besides is another matter."""

OPEN_IN = {
    "self_score": State.SELF_SCORING,
    "add_evidence": State.SELF_SCORING,
    "send_in": State.SELF_SCORING,
    "take_back": State.SENT_IN,
    "take_up": State.SENT_IN,
    "appraise": State.APPRAISING,
    "question": State.APPRAISING,
    "ask_explanation": State.APPRAISING,
    "answer_question": State.EXPLAINING,
    "explain": State.EXPLAINING,
    "appraise_again": State.REVIEWING,
    "submit_result": State.REVIEWING,
    "send_back_result": State.SUBMITTED,
    "decide_result": State.SUBMITTED,
    "publish_result": State.DECIDED,
    "object": State.PUBLISHED,
    "answer_objection": State.PUBLISHED,
    "correct": State.PUBLISHED,
}

ADDRESSES = """
                         can-bo-quan  lanh-dao  can-bo-ubnd  can-bo-phuong  phu-nu  can-bo-ubnd-quan  mat-tran-tp
cham-diem/               200          200       200          200            200     200               404
mo-nhieu/                200          404       404          404            404     404               404
phieu/                   200          200       200          404            404     404               404
muc/1.2/                 200          200       200          404            404     404               404
tai-lieu/                200          200       200          404            404     404               404
ket-qua/                 200          200       404          404            404     404               404
"""
"""How each address answers each of the cast: what is not for him is as if it were not there."""


def rows(table: str) -> list[tuple[str, dict[str, str]]]:
    head, *lines = [line.split() for line in table.strip().splitlines()]
    return [(name, dict(zip(head, verdicts, strict=True))) for name, *verdicts in lines]


def may(card: Scorecard, name: str, move: str) -> str:
    """Whether nothing but a need stands between the person and the move."""
    answer = decide(TABLE, facts_of(Known(card, actor(name)), only=move), move, clock.today())
    needs = isinstance(answer, Refusal) and answer.why is Why.NEEDS
    return "yes" if isinstance(answer, Decision) or needs else "no"


def test_everybody_of_the_cast_has_a_row() -> None:
    assert {name for name, _told in rows(SEES)} == {local for local, *_rest in CAST}


@pytest.mark.parametrize("state", list(dict.fromkeys(OPEN_IN.values())))
def test_a_sheet_is_known_to_the_front_and_to_the_unit_and_to_nobody_else(
    state: State, signed_in: Callable[[str], Client]
) -> None:
    cards = {"an-phu": sheet(state), "an-khanh": sheet(state, AN_KHANH)}
    for ward, card in cards.items():
        found = {name: _sees(name, card) for name, _told in rows(SEES)}
        assert found == {name: told[ward] for name, told in rows(SEES)}, ward
        for name, told in rows(SEES):
            status = signed_in(name).get(f"/ban-lam-viec/cham-diem/phieu/{card.code}/").status_code
            assert (status == 200) == (told[ward] == "yes"), (ward, name)


def _sees(name: str, card: Scorecard) -> str:
    return "yes" if Scorecard.objects.visible_to(actor(name)).filter(pk=card.pk).exists() else "no"


@pytest.mark.parametrize("move", list(OPEN_IN))
def test_a_move_is_for_who_may_and_for_nobody_else(move: str) -> None:
    table = next(rows(one) for one in (DOES, THEN_DOES, LAST_DOES) if move in one.split())
    card = sheet(OPEN_IN[move])
    if move == "answer_objection":
        object_to(code=card.code, text="Xem lại.", actor=committee())
    assert {name: may(card, name, move) for name, _told in table} == {name: told[move] for name, told in table}


def test_a_ward_does_nothing_with_the_sheet_of_another() -> None:
    for move, state in OPEN_IN.items():
        Scorecard.objects.all().delete()
        card = sheet(state, AN_KHANH)
        assert {may(card, name, move) for name in ("can-bo-ubnd", "chu-tich-ubnd")} == {"no"}, move


def test_an_address_answers_who_may_use_it(signed_in: Callable[[str], Client]) -> None:
    (card,) = opened()
    declared(card)
    paper = handed(card)
    desk = "/ban-lam-viec/cham-diem/"
    at = {
        "cham-diem/": desk,
        "mo-nhieu/": f"{desk}mo-nhieu/",
        "phieu/": f"{desk}phieu/{card.code}/",
        "muc/1.2/": f"{desk}phieu/{card.code}/muc/1.2/",
        "tai-lieu/": f"{desk}phieu/{card.code}/tai-lieu/{paper.file.name}/",
        "ket-qua/": f"{desk}ket-qua/{card.rubric_id}/2018/",
    }
    for name, told in rows(ADDRESSES):
        found = {local: str(signed_in(local).get(at[name]).status_code) for local in told}
        assert found == told, name


@pytest.mark.parametrize("local", ["can-bo-quan", "lanh-dao", "can-bo-phuong", "phu-nu", "can-bo-ubnd-quan"])
def test_nobody_hands_in_what_is_the_units(local: str, signed_in: Callable[[str], Client]) -> None:
    (card,) = opened()
    place = f"/ban-lam-viec/cham-diem/phieu/{card.code}/muc/1.2/tai-lieu/"
    answer = signed_in(local).post(place, {"file": SimpleUploadedFile("a.pdf", pdf())})
    assert answer.status_code == 404
    assert not card.evidence.exists()
