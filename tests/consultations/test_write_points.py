"""Gathering opinions into numbered points."""

import pytest
from tests.cases.made import actor
from tests.consultations.made import HEAD, OFFICER, drafted
from tests.consultations.points_made import gathering, numbers, opinion, point, pointed, sent

from vidan.consultations.kinds import OpinionState, State
from vidan.consultations.models import Draft
from vidan.consultations.services.step import NotNow, Refused
from vidan.consultations.services.write_points import (
    Words,
    add_point,
    change_point,
    gather_into,
    join_points,
    place_point,
    remove_point,
    take_out,
)

pytestmark = pytest.mark.django_db
CODE = "DT-2018-0001"


def _three() -> tuple[Draft, list[int]]:
    draft = drafted(State.OPEN)
    for text in ("một", "hai", "ba"):
        add_point(code=CODE, words=Words(text=text), actor=actor(OFFICER))
    return draft, list(draft.points.order_by("number").values_list("pk", flat=True))


def test_ticked_opinions_go_into_a_new_point() -> None:
    draft = gathering()
    chosen = list(draft.opinions.order_by("pk").values_list("pk", flat=True)[:2])
    add_point(code=CODE, words=Words(text="Nhận xét"), opinions=chosen, actor=actor(OFFICER))
    assert point(draft, 1).opinion_count == 2
    assert draft.opinions.filter(point__number=1).count() == 2


def test_an_opinion_that_goes_with_another_is_taken_along() -> None:
    draft, pks = _three()
    first = opinion(draft)
    like = opinion(draft, like=first)
    gather_into(code=CODE, pk=pks[0], opinions=[first.pk], actor=actor(OFFICER))
    like.refresh_from_db()
    assert like.point_id == pks[0]


def test_an_opinion_that_nobody_looked_at_is_not_gathered() -> None:
    draft, pks = _three()
    waiting = opinion(draft, state=OpinionState.WAITING)
    with pytest.raises(NotNow):
        gather_into(code=CODE, pk=pks[0], opinions=[waiting.pk], actor=actor(OFFICER))


def test_an_opinion_on_another_draft_is_not_gathered() -> None:
    _draft, pks = _three()
    other = opinion(drafted(State.OPEN, "DT-2018-0002"))
    with pytest.raises(NotNow):
        gather_into(code=CODE, pk=pks[0], opinions=[other.pk], actor=actor(OFFICER))


def test_an_opinion_of_one_point_does_not_slip_into_another() -> None:
    draft, pks = _three()
    one = opinion(draft)
    gather_into(code=CODE, pk=pks[0], opinions=[one.pk], actor=actor(OFFICER))
    with pytest.raises(NotNow):
        gather_into(code=CODE, pk=pks[1], opinions=[one.pk], actor=actor(OFFICER))


def test_an_opinion_is_taken_out_again() -> None:
    draft, pks = _three()
    one = opinion(draft)
    gather_into(code=CODE, pk=pks[0], opinions=[one.pk], actor=actor(OFFICER))
    take_out(code=CODE, pk=pks[0], opinions=[one.pk], actor=actor(OFFICER))
    one.refresh_from_db()
    assert one.point_id is None
    assert point(draft, 1).opinion_count == 0


@pytest.mark.parametrize(
    ("start", "to", "order"),
    [
        (0, 3, ["hai", "ba", "một"]),
        (2, 1, ["ba", "một", "hai"]),
        (1, 0, ["hai", "một", "ba"]),
        (0, 10**17, ["hai", "ba", "một"]),
        (1, 2, ["một", "hai", "ba"]),
    ],
)
def test_a_point_is_placed_and_the_numbers_have_no_gap(start: int, to: int, order: list[str]) -> None:
    draft, pks = _three()
    place_point(code=CODE, pk=pks[start], number=to, actor=actor(OFFICER))
    assert numbers(draft) == list(enumerate(order, start=1))


def test_a_removed_point_leaves_no_gap_and_frees_its_opinions() -> None:
    draft, pks = _three()
    one = opinion(draft)
    gather_into(code=CODE, pk=pks[0], opinions=[one.pk], actor=actor(OFFICER))
    remove_point(code=CODE, pk=pks[0], actor=actor(OFFICER))
    one.refresh_from_db()
    assert (numbers(draft), one.point_id) == ([(1, "hai"), (2, "ba")], None)


def test_joined_points_keep_the_words_and_opinions_of_both() -> None:
    draft, pks = _three()
    for pk in pks[:2]:
        gather_into(code=CODE, pk=pk, opinions=[opinion(draft).pk], actor=actor(OFFICER))
    join_points(code=CODE, pk=pks[0], into=pks[1], actor=actor(OFFICER))
    assert numbers(draft) == [(1, "hai\n\nmột"), (2, "ba")]
    assert point(draft, 1).opinion_count == 2


def test_a_point_is_not_joined_to_itself() -> None:
    _draft, pks = _three()
    with pytest.raises(NotNow):
        join_points(code=CODE, pk=pks[0], into=pks[0], actor=actor(OFFICER))


def test_words_that_somebody_else_changed_are_not_written_over() -> None:
    draft, pks = _three()
    change_point(code=CODE, pk=pks[0], words=Words(text="mới"), revision=1, actor=actor(OFFICER))
    with pytest.raises(NotNow):
        change_point(code=CODE, pk=pks[0], words=Words(text="cũ"), revision=1, actor=actor(OFFICER))
    assert point(draft, 1).text == "mới"


def test_points_are_not_changed_once_the_document_is_sent() -> None:
    draft = sent()
    with pytest.raises(Refused):
        remove_point(code=CODE, pk=point(draft, 1).pk, actor=actor(HEAD))


def test_the_point_of_another_draft_is_out_of_reach() -> None:
    _draft, _pks = _three()
    other = point(pointed("DT-2018-0002"), 1)
    with pytest.raises(NotNow):
        remove_point(code=CODE, pk=other.pk, actor=actor(OFFICER))
