"""What is taken of an answer, what is shown after it, and what is counted of it, by tables of cases."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidan.domain.questionnaire.answers import Wrong, check, choices_in_order, counted, in_order, items
from vidan.domain.questionnaire.form import (
    Asks,
    Choice,
    Condition,
    Factor,
    Kind,
    Question,
    Questionnaire,
    Section,
    Text,
)


def choices(*codes: str) -> tuple[Choice, ...]:
    return tuple(Choice(code, Text(code.upper())) for code in codes)


FORM = Questionnaire(
    Text("Thử"),
    (
        Section(
            "a",
            Text("Phần một"),
            (
                Question("came", Kind.SINGLE, Text("Đến lần đầu?"), required=True, choices=choices("yes", "no")),
                Question(
                    "times",
                    Kind.NUMBER,
                    Text("Mấy lần?"),
                    show_if=(Condition("came", Asks.IS, ("no",)),),
                    least=Decimal(2),
                    most=Decimal(50),
                ),
                Question("why", Kind.MULTIPLE, Text("Vì sao?"), choices=choices("x", "y", "z"), most=Decimal(2)),
                Question(
                    "polite",
                    Kind.SCALE,
                    Text("Thái độ"),
                    factor=Factor.OFFICIALS,
                    show_if=(Condition("times", Asks.AT_LEAST, ("3",)),),
                ),
                Question(
                    "parts",
                    Kind.MATRIX,
                    Text("Các mặt"),
                    required=True,
                    lines=(Choice("place", Text("Nơi chờ"), Factor.ACCESS), Choice("form", Text("Biểu mẫu"))),
                    factor=Factor.PROCEDURE,
                ),
                Question("order", Kind.RANKING, Text("Xếp thứ tự"), choices=choices("p", "q")),
                Question("day", Kind.DATE, Text("Ngày")),
                Question("word", Kind.SHORT, Text("Một lời"), show_if=(Condition("why", Asks.IS_NOT, ("z",)),)),
            ),
        ),
    ),
)
FULL = {"came": "yes", "parts": {"place": "4", "form": "5"}}


def question(code: str) -> Question:
    return next(one for one in FORM.questions() if one.code == code)


def test_a_full_reply_is_taken_as_it_is() -> None:
    checked = check(FORM, FULL)
    assert (dict(checked.answers), dict(checked.wrong)) == (FULL, {})


WRONG: list[tuple[dict[str, object], str, object]] = [
    ({"came": ""}, "came", Wrong.MISSING),
    ({"came": "maybe"}, "came", Wrong.NOT_A_CHOICE),
    ({"came": ["yes"]}, "came", Wrong.NOT_A_CHOICE),
    ({"came": "no", "times": "many"}, "times", Wrong.NOT_A_NUMBER),
    ({"came": "no", "times": "1"}, "times", Wrong.OUT_OF_BOUNDS),
    ({"came": "no", "times": "51"}, "times", Wrong.OUT_OF_BOUNDS),
    ({"came": "no", "times": "٣"}, "times", Wrong.NOT_A_NUMBER),
    ({"why": ["x", "w"]}, "why", Wrong.NOT_A_CHOICE),
    ({"why": "x"}, "why", Wrong.NOT_A_CHOICE),
    ({"why": ["x", "y", "z"]}, "why", Wrong.TOO_MANY),
    ({"parts": {"place": "6"}}, "parts", Wrong.NOT_A_CHOICE),
    ({"parts": {"place": ["4"]}}, "parts", Wrong.NOT_A_CHOICE),
    ({"parts": {"place": "4"}}, "parts", Wrong.MISSING),
    ({"parts": "4"}, "parts", Wrong.NOT_A_CHOICE),
    ({"order": ["p"]}, "order", Wrong.TOO_FEW),
    ({"order": ["p", "p"]}, "order", Wrong.RANK_TWICE),
    ({"day": "31/02/2020"}, "day", Wrong.NOT_A_DAY),
    ({"day": "20200305"}, "day", Wrong.NOT_A_DAY),
    ({"day": "0000-01-01"}, "day", Wrong.NOT_A_DAY),
    ({"word": "a" * 201, "why": ["x"]}, "word", Wrong.TOO_LONG),
]


@pytest.mark.parametrize(("told", "code", "wrong"), WRONG)
def test_what_cannot_be_taken_is_wrong_for_its_reason(told: dict[str, object], code: str, wrong: object) -> None:
    assert check(FORM, FULL | told).wrong == {code: wrong}


TAKEN: list[tuple[dict[str, object], str, object]] = [
    ({"came": " yes "}, "came", "yes"),
    ({"came": "no", "times": "2,5"}, "times", "2.5"),
    ({"why": ["z", "x"]}, "why", ["x", "z"]),
    ({"order": ["q", "p"]}, "order", ["q", "p"]),
    ({"day": "5/3/2020"}, "day", "2020-03-05"),
    ({"day": "2020-03-05"}, "day", "2020-03-05"),
]


@pytest.mark.parametrize(("told", "code", "taken"), TAKEN)
def test_what_can_be_taken_is_kept_in_one_way(told: dict[str, object], code: str, taken: object) -> None:
    assert check(FORM, FULL | told).answers[code] == taken


SHOWN: list[tuple[dict[str, object], str, object]] = [
    ({"times": "3"}, "times", False),
    ({"came": "no", "times": "3"}, "times", True),
    ({"came": "no", "times": "3", "polite": "4"}, "polite", True),
    ({"came": "no", "times": "2", "polite": "4"}, "polite", False),
    ({"came": "no", "polite": "4"}, "polite", False),
    ({"word": "tốt"}, "word", False),
    ({"word": "tốt", "why": ["x"]}, "word", True),
    ({"word": "tốt", "why": ["x", "z"]}, "word", False),
]


@pytest.mark.parametrize(("told", "code", "is_taken"), SHOWN)
def test_an_answer_counts_only_where_its_question_is_shown(
    told: dict[str, object], code: str, is_taken: object
) -> None:
    checked = check(FORM, FULL | told)
    assert (code in checked.answers, dict(checked.wrong)) == (is_taken, {})


def test_each_line_of_a_matrix_is_an_item_with_its_own_factor_or_the_questions() -> None:
    lines = [(item.code, item.factor) for item in items(FORM) if item.line]
    assert lines == [("parts.place", Factor.ACCESS), ("parts.form", Factor.PROCEDURE)]


def test_what_is_counted_tells_open_from_not_asked() -> None:
    told = {"came": "no", "times": "2", "why": ["x", "y"], "parts": {"place": "4", "form": "1"}, "order": ["q", "p"]}
    assert list(counted(FORM, check(FORM, told).answers)) == [
        ("came", "no"),
        ("times", "+"),
        ("why", "x"),
        ("why", "y"),
        ("polite", "-"),
        ("parts.place", "4"),
        ("parts.form", "1"),
        ("order", "q:1"),
        ("order", "p:2"),
        ("day", ""),
        ("word", ""),
    ]


def test_an_order_that_may_change_is_the_same_for_the_same_seed_and_loses_nothing() -> None:
    mixed = Question("m", Kind.SINGLE, Text("M"), choices=choices(*"abcdefgh"), shuffle=True)
    section = Section("s", Text("S"), tuple(FORM.questions()), shuffle=True)
    orders = {tuple(one.code for one in choices_in_order(mixed, str(seed))) for seed in range(20)}
    assert len(orders) == 20
    assert {frozenset(order) for order in orders} == {frozenset("abcdefgh")}
    assert choices_in_order(mixed, "1") == choices_in_order(mixed, "1")
    assert in_order(section, "1") != in_order(section, "2")
    assert set(in_order(section, "1")) == set(section.questions)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9) | st.sampled_from(["yes", "no", "x", "4", "p"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from([one.code for one in FORM.questions()]), anything))
def test_whatever_is_given_is_taken_or_wrong_and_what_is_taken_is_taken_again(told: dict[str, object]) -> None:
    checked = check(FORM, told)
    assert not set(checked.answers) & set(checked.wrong)
    assert check(FORM, checked.answers).answers == checked.answers


@given(st.dictionaries(st.sampled_from([one.code for one in FORM.questions()]), anything))
def test_every_item_is_counted(told: dict[str, object]) -> None:
    pairs = list(counted(FORM, check(FORM, told).answers))
    assert {code for code, _value in pairs} == {item.code for item in items(FORM)}
