"""The engine of moves, on a small table of its own."""

from datetime import date

import pytest

from vidan.domain.moves import Decision, Facts, Move, Need, Refusal, Table, Why, decide, outlook

DAY = date(2018, 3, 1)
TABLE = Table(
    states=frozenset({"new", "sent", "done"}),
    ends=frozenset({"done"}),
    moves=(
        Move("send", frozenset({"new"}), "sent", "p.send", "basis", needs=(Need("copy"), Need("address"))),
        Move("urge", frozenset({"sent"}), None, "p.send", "basis"),
        Move("finish", frozenset({"sent"}), "done", "p.end", "old", valid_to=date(2018, 12, 31)),
        Move("finish", frozenset({"sent"}), "done", "p.end", "new", valid_from=date(2019, 1, 1)),
        Move("praise", frozenset({"new"}), "done", "p.end", "basis", kinds=frozenset({"commendation"})),
    ),
)


def facts(state: str = "new", kind: str = "feedback", met: str = "copy address", may: str = "p.send p.end") -> Facts:
    return Facts(state, kind, frozenset(met.split()), frozenset(may.split()))


def test_a_move_with_all_it_needs_leads_to_its_state() -> None:
    answer = decide(TABLE, facts(), "send", DAY)
    assert isinstance(answer, Decision)
    assert answer.state == "sent"


def test_a_move_without_target_keeps_the_state() -> None:
    answer = decide(TABLE, facts(state="sent"), "urge", DAY)
    assert isinstance(answer, Decision)
    assert answer.state == "sent"


@pytest.mark.parametrize(
    ("known", "name", "refusal"),
    [
        (facts(), "dance", Refusal("dance", Why.UNKNOWN)),
        (facts(state="done"), "send", Refusal("send", Why.NOT_FROM_HERE)),
        (facts(), "praise", Refusal("praise", Why.NOT_FROM_HERE)),
        (facts(may="p.end"), "send", Refusal("send", Why.NOT_ALLOWED)),
        (facts(met="address"), "send", Refusal("send", Why.NEEDS, ("copy",))),
        (facts(met=""), "send", Refusal("send", Why.NEEDS, ("copy", "address"))),
    ],
)
def test_a_refusal_says_why(known: Facts, name: str, refusal: Refusal) -> None:
    assert decide(TABLE, known, name, DAY) == refusal


def test_permission_is_asked_before_needs_so_that_a_stranger_learns_nothing() -> None:
    answer = decide(TABLE, facts(met="", may=""), "send", DAY)
    assert answer == Refusal("send", Why.NOT_ALLOWED)


@pytest.mark.parametrize("state", ["new", "sent", "done"])
def test_who_may_never_take_a_move_is_told_the_same_in_every_state(state: str) -> None:
    assert decide(TABLE, facts(state=state, may="p.end"), "send", DAY) == Refusal("send", Why.NOT_ALLOWED)


@pytest.mark.parametrize(("day", "basis"), [(date(2018, 12, 31), "old"), (date(2019, 1, 1), "new")])
def test_the_row_in_force_on_the_day_applies(day: date, basis: str) -> None:
    answer = decide(TABLE, facts(state="sent"), "finish", day)
    assert isinstance(answer, Decision)
    assert answer.move.basis == basis


def test_the_outlook_shows_open_moves_and_those_that_lack_something_only() -> None:
    seen = [(a.move.name if isinstance(a, Decision) else a.name) for a in outlook(TABLE, facts(met=""), DAY)]
    assert seen == ["send"]


def test_a_table_in_which_two_rows_could_apply_is_refused() -> None:
    row = Move("go", frozenset({"a"}), "b", "p", "basis")
    with pytest.raises(ValueError, match="at once"):
        Table(frozenset({"a", "b"}), frozenset({"b"}), (row, row))


def test_a_state_without_a_way_out_is_refused() -> None:
    with pytest.raises(ValueError, match="no way out"):
        Table(frozenset({"a", "b"}), frozenset(), (Move("go", frozenset({"a"}), "b", "p", "basis"),))


def test_a_move_to_an_unknown_state_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown states"):
        Table(frozenset({"a"}), frozenset(), (Move("go", frozenset({"a"}), "z", "p", "basis"),))
