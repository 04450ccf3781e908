"""The notation of the ways to score: whatever the rubrics know is written in two cells and read back; the rest is told."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidan.domain.scoring.methods import (
    Conditional,
    CountSteps,
    Each,
    Judged,
    Level,
    Levels,
    Mapped,
    Method,
    PerDay,
    Proportional,
    RatioSteps,
    Step,
    YesNo,
)
from vidan.domain.scoring.written import method_from, method_to
from vidan.scorecards.ways import EXAMPLES, WAYS, NotUnderstood, details_of, number_in, number_out, read_way, word_of

pytestmark = pytest.mark.once

NUMBERS = st.decimals(0, 999_999, places=2)
KEYS = st.text(st.sampled_from("abcxyz019._-"), min_size=1, max_size=4)
LABELS = st.text(st.sampled_from("aăđ đ=;()[]\"'-:,.%\n"), max_size=12)
STEPS = st.lists(st.builds(Step, NUMBERS, NUMBERS), min_size=1, max_size=4, unique_by=lambda step: step.start)
CODES = st.from_regex(r"[0-9A-ZĐ][0-9A-Za-z.-]{0,10}", fullmatch=True)
PLAIN: st.SearchStrategy[Method] = st.one_of(
    st.just(YesNo()),
    st.lists(st.builds(Level, KEYS, LABELS, NUMBERS), min_size=1, max_size=4, unique_by=lambda level: level.key).map(
        lambda levels: Levels(tuple(levels))
    ),
    st.builds(lambda steps, nothing: RatioSteps(tuple(steps), nothing), STEPS, st.none() | NUMBERS),
    st.builds(lambda steps, nothing: CountSteps(tuple(steps), nothing), STEPS, st.none() | NUMBERS),
    st.builds(lambda one, more: Proportional(one + more + 1, one), NUMBERS, NUMBERS),
    st.builds(PerDay, NUMBERS, NUMBERS, st.integers(0, 99), st.none() | NUMBERS),
    st.builds(Each, st.decimals(-99, 99, places=2)),
    st.builds(lambda low, more: Mapped(low, low + more + 1), st.decimals(-99, 99, places=2), NUMBERS),
    st.builds(Judged, st.integers(0, 6)),
)
METHODS = st.recursive(PLAIN, lambda inner: st.builds(Conditional, CODES, inner, inner), max_leaves=4)


def read(word: str, details: str) -> Method:
    return method_from(read_way(word, details), "")


@given(METHODS)
def test_every_way_is_written_in_two_cells_and_read_back(method: Method) -> None:
    told = method_to(method)
    assert read(word_of(told).strip(), details_of(told).strip()) == method


@pytest.mark.parametrize(
    ("word", "details", "method"),
    [
        ("Có/Không", "", YesNo()),
        ("co/khong", "", YesNo()),
        ("MỨC", "Đủ = 2,5; Thiếu = 0", Levels((Level("a", "Đủ", Decimal("2.5")), Level("b", "Thiếu", Decimal(0))))),
        ("Mức", "Đạt (từ 95%; tính tròn) = 2", Levels((Level("a", "Đạt (từ 95%; tính tròn)", Decimal(2)),))),
        ("Mức", '"Đủ; đúng hạn" = 2', Levels((Level("a", "Đủ; đúng hạn", Decimal(2)),))),
        ("Mức", "[x] Đủ = 2", Levels((Level("x", "Đủ", Decimal(2)),))),
        (
            "Bậc theo tỷ lệ",
            "từ 90% = 8; ≥ 50 = 2.5; khong lam = 0",
            RatioSteps((Step(Decimal(90), Decimal(8)), Step(Decimal(50), Decimal("2.5"))), Decimal(0)),
        ),
        (
            "Bậc theo số lượng",
            "2 = 2; 1 = 1;",
            CountSteps((Step(Decimal(2), Decimal(2)), Step(Decimal(1), Decimal(1)))),
        ),
        ("Theo tỷ lệ", "đủ 85%; từ 60", Proportional(Decimal(85), Decimal(60))),
        ("Theo tỷ lệ", "đủ 85", Proportional(Decimal(85))),
        ("Trừ theo ngày", "mỗi ngày 1; 2 ngày đầu 1", PerDay(Decimal(1), Decimal(1), 2)),
        ("Mỗi việc", "mỗi việc −0,5", Each(Decimal("-0.5"))),
        ("Quy đổi chỉ số", "", Mapped()),
        ("Nhận định", "", Judged()),
        ("Nhận định", "6 chữ số lẻ", Judged(6)),
        (
            "Có điều kiện",
            "theo II.1; có điểm: Mức (Đủ = 2; Thiếu = 0); không có điểm: có/không",
            Conditional("II.1", Levels((Level("a", "Đủ", Decimal(2)), Level("b", "Thiếu", Decimal(0)))), YesNo()),
        ),
    ],
)
def test_a_way_is_read_as_people_write_it(word: str, details: str, method: Method) -> None:
    assert read(word, details) == method


@pytest.mark.parametrize(("kind", "details"), EXAMPLES.items())
def test_every_example_that_is_shown_can_be_read(kind: str, details: str) -> None:
    assert read_way(str(WAYS[kind]), details)["kind"] == kind


@pytest.mark.parametrize(
    ("word", "details", "said"),
    [
        ("Phép màu", "", "Không có cách chấm “Phép màu”"),
        ("Có/Không", "10", "để trống"),
        ("Mức", "", "Còn thiếu chi tiết"),
        ("Mức", "Đủ", "Không hiểu “Đủ”"),
        ("Mức", "= 2", "Không hiểu “= 2”"),
        ("Mức", "Đủ = hai", "Không hiểu “Đủ = hai”"),
        ("Mức", "[a] Đủ = 2; [a] Thiếu = 0", "Không hiểu"),
        ("Bậc theo tỷ lệ", "90", "Không hiểu “90”"),
        ("Bậc theo tỷ lệ", "90 = 8; 90,0 = 7", "Không hiểu “90,0 = 7”"),
        ("Bậc theo số lượng", "1.000 = 8", "Không hiểu “1.000 = 8”"),
        ("Theo tỷ lệ", "từ 60", "Không hiểu “từ 60”"),
        ("Theo tỷ lệ", "đủ 60; từ 85", "Không hiểu"),
        ("Theo tỷ lệ", "đủ 85; đủ 90", "Không hiểu “đủ 90”"),
        ("Trừ theo ngày", "tối đa 5", "Không hiểu"),
        ("Trừ theo ngày", "mỗi ngày -1", "Không hiểu"),
        ("Quy đổi chỉ số", "từ 5 đến 5", "Không hiểu"),
        ("Nhận định", "7 chữ số lẻ", "Không hiểu"),
        ("Có điều kiện", "theo II.1; có điểm: Có/Không", "Không hiểu"),
        ("Có điều kiện", "theo II.1; có điểm: Có/Không; có điểm: Có/Không", "Không hiểu"),
        ("Có điều kiện", "theo II.1; có điểm: Mức (Đủ = 2; không có điểm: Có/Không", "Không hiểu"),
        ("Có điều kiện", "theo II.1; nếu: Có/Không", "Không hiểu “nếu: Có/Không”"),
        ("Mức", "a = 1; " * 1000, "dài quá"),
    ],
)
def test_what_cannot_be_read_is_told_with_what_stands_there(word: str, details: str, said: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        read_way(word, details)
    assert said in refused.value.sentence
    assert refused.value.of_word == (word == "Phép màu")


def test_an_unknown_word_inside_a_condition_is_told_at_the_details() -> None:
    with pytest.raises(NotUnderstood) as refused:
        read_way("Có điều kiện", "theo II.1; có điểm: Phép màu; không có điểm: Có/Không")
    assert not refused.value.of_word


@pytest.mark.parametrize(
    ("text", "number"),
    [("2,5", "2.5"), ("2.5", "2.5"), (" 10 ", "10"), ("-0,5", "-0.5"), ("1.25", "1.25"), ("0.125", "0.125")],
)
def test_a_number_has_a_comma_or_a_dot(text: str, number: str) -> None:
    assert number_in(text) == Decimal(number)


@pytest.mark.parametrize("text", ["", "hai", "1.000", "12.500", "1.000.000", "1,2,3", "1e3", "٣", "1" * 10, "1/2"])
def test_a_number_that_may_be_misread_is_refused(text: str) -> None:
    with pytest.raises(NotUnderstood):
        number_in(text)


@pytest.mark.parametrize(("number", "text"), [("2.50", "2,5"), ("100", "100"), ("-1", "-1"), ("0.0", "0")])
def test_a_number_is_written_with_the_comma(number: str, text: str) -> None:
    assert number_out(number) == text
