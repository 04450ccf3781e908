import pytest

from vidan.domain.reporting.citations import Changed, changed, cited_names, figure_of, fill, typed_numbers


def test_a_text_follows_the_figures_it_cites() -> None:
    told = fill(
        "Năm {year} nhận {cases.received} ý kiến, đúng hạn {cases.on_time.share}.",
        {"year": "2018", "cases.received": "120", "cases.on_time.share": "81,5%"},
    )
    assert told.text == "Năm 2018 nhận 120 ý kiến, đúng hạn 81,5%."
    assert told.cited == {"year": "2018", "cases.received": "120", "cases.on_time.share": "81,5%"}
    assert told.unknown == ()


def test_what_nobody_knows_stays_as_it_is_written_and_is_named() -> None:
    told = fill("Có {cases.recieved} ý kiến.", {})
    assert (told.text, told.unknown) == ("Có {cases.recieved} ý kiến.", ("cases.recieved",))


def test_a_value_is_never_read_as_a_citation_again() -> None:
    assert fill("{a.b}", {"a.b": "{c.d}", "c.d": "1"}).text == "{c.d}"


def test_braces_that_cite_nothing_are_left_alone() -> None:
    assert cited_names("{} { cases.received } {Cases} {{a.b}}") == ("a.b",)


@pytest.mark.parametrize(
    ("cited", "figure"),
    [
        ("cases.received", "cases.received"),
        ("cases.on_time.share", "cases.on_time"),
        ("cases.on_time.total", "cases.on_time"),
        ("year", ""),
        ("cases.share", "cases.share"),
    ],
)
def test_the_figure_behind_a_citation(cited: str, figure: str) -> None:
    assert figure_of(cited) == figure


def test_a_number_that_changed_since_the_text_was_written_is_told() -> None:
    then = {"a.b": "5", "a.c": "7", "year": "2018", "a.gone": "1"}
    now = {"a.b": "6", "a.c": "7", "year": "2019", "a.new": "2"}
    assert changed(then, now) == (Changed("a.b", "5", "6"),)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Tổ chức 12 buổi, 1.250 lượt người.", ("12", "1.250")),
        ("Năm 2018, quý 3, ngày 05/9/2018, theo Công văn số 12/MTTQ-BTT và Điều 27.", ()),
        ("Giai đoạn 2018-2020 ở Quận 2; văn bản 308/CTPH-UBND-MTTQ.", ()),
        ("Đã nhận {cases.received} ý kiến, trong đó 3 ý kiến gay gắt.", ("3",)),
        ("Tăng 12,5% so với năm 2017.", ("12,5",)),
    ],
)
def test_numbers_typed_by_hand_follow_nothing(text: str, numbers: tuple[str, ...]) -> None:
    assert typed_numbers(text) == numbers


def test_a_line_that_tells_of_nothing_but_noughts_is_left_out() -> None:
    known = {"a.b": "0", "a.c": "3", "a.d.share": "chưa có", "year": "2018"}
    text = "Năm {year}.\nNhận {a.b}, đạt {a.d.share}.\nNhận {a.b}, đạt {a.c}."
    assert fill(text, known, nought=("0", "chưa có")).text == "Năm 2018.\nNhận 0, đạt 3."
    assert fill("Nhận {a.b}.", known, nought=("0",), instead="Chưa phát sinh.").text == "Chưa phát sinh."
    assert fill("", known, nought=("0",), instead="Chưa phát sinh.").text == ""
