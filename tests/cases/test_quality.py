"""Answers are drawn, read by two people apart, and settled; the round can be drawn again and shows no teller."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from tests.cases.made import IDENTITY, actor, made, unit

from vidan.cases.kinds import PersonState, State
from vidan.cases.models import QualityItem, QualityReading, QualityRound
from vidan.cases.services.judge import (
    NothingToRead,
    NotYours,
    agreement_of,
    by_body,
    draw_round,
    questions,
    read_answer,
    settle,
)
from vidan.domain.quality.draw import draw
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.journal.models import Entry

pytestmark = pytest.mark.django_db

YES = dict.fromkeys((one.code for one in questions()), "yes")
LESS = YES | {"basis": "no"}
PLACE = "/ban-lam-viec/chat-luong/"
SignIn = Callable[[str], Client]


def drawn(size: int = 20) -> QualityRound:
    return draw_round(
        front=unit("mttq-a-quan-2"),
        since=date(2018, 1, 1),
        until=date(2018, 3, 31),
        size=size,
        seed="thu-1",
        actor=actor("lanh-dao"),
    )


def item() -> QualityItem:
    made(State.ANSWERED)
    return drawn().items.get()


def reload(one: QualityItem) -> QualityItem:
    return QualityItem.objects.get(pk=one.pk)


def test_a_round_is_drawn_from_the_answers_of_the_period_and_can_be_drawn_again() -> None:
    codes = [made(State.ANSWERED).code for _ in range(4)]
    made(State.TRANSFERRED)
    one = drawn(size=2)
    assert one.population == 4
    taken = list(one.items.order_by("number").values_list("transfer__case__code", flat=True))
    assert taken == list(draw(codes, size=2, seed=one.seed))


def test_without_answers_there_is_nothing_to_draw() -> None:
    made(State.TRANSFERRED)
    with pytest.raises(NothingToRead):
        drawn()


def test_two_who_agree_settle_it_without_more() -> None:
    one = item()
    for local in ("can-bo-quan", "can-bo-quan-2"):
        read_answer(item=one, marks=YES, actor=actor(local))
    assert reload(one).marks == YES


def test_nobody_reads_twice_and_no_third_reads() -> None:
    one = item()
    read_answer(item=one, marks=YES, actor=actor("can-bo-quan"))
    with pytest.raises(NotYours):
        read_answer(item=one, marks=YES, actor=actor("can-bo-quan"))
    read_answer(item=one, marks=LESS, actor=actor("can-bo-quan-2"))
    with pytest.raises(NotYours):
        read_answer(item=one, marks=YES, actor=actor("lanh-dao"))


def disputed() -> QualityItem:
    one = item()
    read_answer(item=one, marks=YES, actor=actor("can-bo-quan"))
    read_answer(item=one, marks=LESS, actor=actor("can-bo-quan-2"))
    assert reload(one).marks == {}
    return one


def test_a_third_settles_what_two_see_differently_and_nothing_else() -> None:
    one = disputed()
    told = YES | {"basis": "partly", "polite": "no"}
    settle(item=one, marks=told, together=False, reason="Có nêu nhưng thiếu số.", actor=actor("lanh-dao"))
    assert reload(one).marks == YES | {"basis": "partly"}
    entry = Entry.objects.get(event="quality.settle")
    assert entry.reason_digest
    assert "thiếu số" not in str(entry.facts)


def test_the_two_settle_together_only_when_they_say_so() -> None:
    one = disputed()
    reader, third = actor("can-bo-quan"), actor("lanh-dao")
    with pytest.raises(NotYours):
        settle(item=one, marks=YES, together=False, reason="x", actor=reader)
    with pytest.raises(NotYours):
        settle(item=one, marks=YES, together=True, reason="x", actor=third)
    settle(item=one, marks=YES, together=True, reason="Đã đọc lại cùng nhau.", actor=reader)
    assert reload(one).together


def test_what_is_settled_is_not_settled_again() -> None:
    one = disputed()
    settle(item=one, marks=YES, together=False, reason="x", actor=actor("lanh-dao"))
    with pytest.raises(NotYours):
        settle(item=one, marks=LESS, together=True, reason="x", actor=actor("can-bo-quan"))


def test_agreement_and_bodies_are_counted() -> None:
    disputed()
    told = {one.question.code: one.percent for one in agreement_of(QualityItem.objects.all())}
    assert str(told["basis"]) == "0.0"
    assert str(told["polite"]) == "100.0"
    assert by_body(QualityItem.objects.all()) == []
    settle(item=QualityItem.objects.get(), marks=LESS, together=False, reason="x", actor=actor("lanh-dao"))
    assert [(one.read, one.yes) for one in by_body(QualityItem.objects.all())] == [(1, (1, 0, 1, 1))]


def test_the_first_readers_marks_are_hidden_from_the_second(signed_in: SignIn) -> None:
    one = item()
    place = f"{PLACE}{one.round_id}/{one.number}/"
    assert signed_in("can-bo-quan").post(place, LESS).status_code == 302
    page = signed_in("can-bo-quan-2").get(place).content.decode()
    assert "Người đọc 1" not in page
    assert "checked" not in page
    signed_in("can-bo-quan-2").post(place, YES)
    assert "Người đọc 1" in signed_in("can-bo-quan").get(place).content.decode()


def test_the_desk_draws_reads_and_settles(signed_in: SignIn) -> None:
    made(State.ANSWERED)
    head = signed_in("lanh-dao")
    answer = head.post(PLACE, {"since": "01/01/2018", "until": "13/03/2018", "size": "5", "seed": "abc-1"})
    place = answer["Location"]
    for local, marks in (("can-bo-quan", YES), ("can-bo-quan-2", LESS)):
        assert signed_in(local).post(f"{place}1/", marks).status_code == 302
    assert "cần thống nhất" in head.get(place).content.decode()
    assert head.post(f"{place}1/", {"basis": "no"}).status_code == 422
    assert head.post(f"{place}1/", {"basis": "no", "reason": "Không có căn cứ nào."}).status_code == 302
    page = head.get(f"{place}1/").content.decode()
    assert "Không có căn cứ nào." in page
    assert "UBND Phường An Phú" in head.get(place).content.decode()


def test_an_incomplete_sheet_is_not_taken_and_keeps_what_was_chosen(signed_in: SignIn) -> None:
    one = item()
    answer = signed_in("can-bo-quan").post(f"{PLACE}{one.round_id}/1/", {"points": "partly"})
    assert answer.status_code == 422
    chosen = [tag for tag in re.findall(r"<input[^>]*>", answer.content.decode()) if "checked" in tag]
    assert ['name="points"' in tag and 'value="partly"' in tag for tag in chosen] == [True]
    assert not QualityReading.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"until": "01/12/2017"},
        {"until": "01/01/2031"},
        {"size": "0"},
        {"size": "9999"},
        {"seed": "Bà Tư"},
        {"since": "x"},
    ],
)
def test_a_round_with_a_wrong_answer_is_not_drawn(wrong: dict[str, str], signed_in: SignIn) -> None:
    made(State.ANSWERED)
    sent = {"since": "01/01/2018", "until": "13/03/2018", "size": "5", "seed": "abc"} | wrong
    assert signed_in("lanh-dao").post(PLACE, sent).status_code == 422
    assert not QualityRound.objects.exists()


def test_no_page_shows_the_teller(signed_in: SignIn) -> None:
    case = made(State.ANSWERED, mode=TellerMode.NAMED)
    one = drawn()
    for place in (PLACE, f"{PLACE}{one.pk}/", f"{PLACE}{one.pk}/1/"):
        page = signed_in("can-bo-quan").get(place).content.decode()
        for secret in (IDENTITY.name, IDENTITY.phone, case.code):
            assert secret not in page, place


def test_a_round_of_another_front_and_an_answer_one_may_not_know_are_not_there(signed_in: SignIn) -> None:
    one = item()
    for place in (
        f"{PLACE}{one.round_id}/",
        f"{PLACE}{one.round_id}/1/",
        f"{PLACE}{one.round_id}/{2**40}/",
        f"{PLACE}{2**70}/",
    ):
        for local in ("can-bo-phuong", "can-bo-ubnd", "theo-doi"):
            assert signed_in(local).get(place).status_code == 404, place
    assert signed_in("can-bo-quan").post(PLACE, {}).status_code == 404


def test_pages_ask_little_of_the_database_however_many_answers(
    signed_in: SignIn, django_assert_max_num_queries: Any
) -> None:
    for _n in range(8):
        made(State.ANSWERED, person=PersonState.NOBODY)
    one = drawn()
    client = signed_in("can-bo-quan")
    for place in (PLACE, f"{PLACE}{one.pk}/", f"{PLACE}{one.pk}/1/"):
        client.get(place)
        with django_assert_max_num_queries(10):
            assert client.get(place).status_code == 200
