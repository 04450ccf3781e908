"""XLSForm: what is written comes back as the same form, and a file of another hand is read or refused at its place."""

from contextlib import suppress
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyxform.xls2xform import convert
from tests.domain.questionnaire.test_answers import FORM, choices

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
    faults,
)
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.sheets.write import as_workbook
from vidan.surveys.supplied import supplied
from vidan.surveys.xlsform.expressions import NotSaid, bounds_in, conditions_in
from vidan.surveys.xlsform.read import Read, read_xlsform
from vidan.surveys.xlsform.write import as_xlsform, sheets_of

LEVELS = ("Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng")
CHOICES = [
    ["list_name", "name", "label"],
    ["muc", "rat_kem", LEVELS[0]],
    ["muc", "kem", LEVELS[1]],
    ["muc", "vua", LEVELS[2]],
    ["muc", "tot", LEVELS[3]],
    ["muc", "rat_tot", LEVELS[4]],
    ["co_khong", "1", "Có"],
    ["co_khong", "0", "Không"],
]
SETTINGS = [["form_title"], ["Phiếu thử"]]
HEAD = ["type", "name", "label", "relevant", "constraint", "required", "appearance", "parameters"]


LINES = (Choice("x", Text("X"), Factor.RESULT), Choice("y", Text("Y", "Why")))
END = ["end_group", "", ""]
WORDS = st.text(max_size=12) | st.sampled_from(["text", "begin_group", "select_one muc"])


def file(*survey: list[str], head: list[str] | None = None, **sheets: list[list[str]]) -> bytes:
    told = {"survey": [head or HEAD, *survey], "choices": CHOICES, "settings": SETTINGS, **sheets}
    return as_workbook("thu", {name: (rows[0], rows[1:]) for name, rows in told.items() if rows})


def read(*survey: list[str], head: list[str] | None = None, **sheets: list[list[str]]) -> Read:
    return read_xlsform(file(*survey, head=head, **sheets))


def form_in(*survey: list[str], **sheets: list[list[str]]) -> Questionnaire:
    found = read(*survey, head=None, **sheets)
    assert found.form, [str(one.sentence) for one in found.wrong]
    return found.form


def round_trip(form: Questionnaire) -> Read:
    return read_xlsform(as_xlsform(form, name="thu", number=1))


@pytest.mark.parametrize("form", [FORM, *(one.form for one in supplied())], ids=lambda one: one.title.vi)
def test_what_is_written_comes_back_as_the_same_form(form: Questionnaire) -> None:
    found = round_trip(form)
    assert (found.form, found.wrong, found.notes) == (form, [], [])


def test_every_property_of_a_form_comes_back() -> None:
    one, two = FORM.sections[0], choices("a", "b", "c")
    rich = Questionnaire(
        Text("Phiếu", "Form"),
        (
            replace(one, title=Text("Phần", "Part")),
            Section(
                "b",
                Text("Phần hai"),
                (
                    Question(
                        "m", Kind.MULTIPLE, Text("M", "M in English"), Text("gợi ý", "hint"), choices=two, shuffle=True
                    ),
                    Question("l", Kind.LONG, Text("L"), required=True, least=None),
                    Question("n", Kind.NUMBER, Text("N"), least=Decimal("-1.5"), most=Decimal(2)),
                    Question(
                        "k",
                        Kind.MATRIX,
                        Text("K"),
                        Text("nhớ"),
                        lines=(Choice("x", Text("X"), Factor.RESULT),),
                        shuffle=True,
                    ),
                ),
                shuffle=True,
            ),
            Section(
                "c",
                Text("Phần ba"),
                (
                    Question(
                        "w",
                        Kind.SHORT,
                        Text("W"),
                        show_if=(
                            Condition("m", Asks.IS, ("a", "b")),
                            Condition("polite", Asks.AT_MOST, ("2",)),
                            Condition("came", Asks.IS_NOT, ("yes", "no")),
                        ),
                    ),
                ),
            ),
        ),
    )
    assert faults(rich) == []
    assert round_trip(rich).form == rich


@pytest.mark.parametrize("form", [FORM, *(one.form for one in supplied())], ids=lambda one: one.title.vi)
def test_the_reference_reader_takes_what_is_written(form: Questionnaire) -> None:
    warnings: list[str] = []
    data = as_xlsform(form, name="thu", number=1)
    made = convert(xlsform=data, validate=False, file_type=".xlsx", warnings=warnings)
    assert form.title.vi in made.xform


def test_a_file_as_kobo_writes_it_is_read() -> None:
    found = read(
        ["start", "start", ""],
        ["end", "end", ""],
        ["select_one co_khong", "_ng_b_n_l_n_u", "Ông/bà đến lần đầu?", "", "", "true"],
        ["begin_group", "group_ab1cd23", "Thái độ phục vụ", "${_ng_b_n_l_n_u} = '1'"],
        ["select_one muc", "Lich_su", "Lịch sự", "", "", "true", "likert"],
        ["select_one muc", "Huong_dan", "Hướng dẫn rõ", "", "", "true"],
        END,
        ["integer", "so_lan", "Mấy lần?", "selected(${_ng_b_n_l_n_u}, '0')", ". > 0 and . < 21"],
        ["text", "gop_y", "Góp ý", "", "", "", "multiline"],
    )
    assert not found.wrong
    assert found.form
    assert [[one.kind for one in section.questions] for section in found.form.sections] == [
        ["single"],
        ["scale", "scale"],
        ["number", "long"],
    ]
    questions = {one.code: one for one in found.form.questions()}
    assert list(questions) == ["ng_b_n_l_n_u", "lich_su", "huong_dan", "so_lan", "gop_y"]
    assert questions["lich_su"].show_if == (Condition("ng_b_n_l_n_u", Asks.IS, ("c1",)),)
    assert questions["so_lan"].show_if == (Condition("ng_b_n_l_n_u", Asks.IS, ("c0",)),)
    assert (questions["so_lan"].least, questions["so_lan"].most) == (Decimal(1), Decimal(20))
    assert [one.row for one in found.notes] == [2, 3, 4, 6, 7]
    assert faults(found.form) == []


def test_a_table_of_scales_is_a_matrix() -> None:
    form = form_in(
        ["begin_group", "bang", "Các mặt", "", "", "", "table-list"],
        ["select_one muc", "cho", "Nơi chờ", "", "", "yes"],
        ["select_one muc", "mau", "Biểu mẫu", "", "", "yes"],
        END,
    )
    asked = next(form.questions())
    assert (asked.kind, asked.required, [line.code for line in asked.lines]) == ("matrix", True, ["cho", "mau"])


def test_a_range_from_one_to_five_is_the_scale() -> None:
    form = form_in(["range", "muc_do", "Mức độ", "", "", "", "", "start=1 end=5 step=1"])
    assert next(form.questions()).kind == Kind.SCALE


def test_five_levels_in_other_words_stay_choices() -> None:
    other = [["list_name", "name", "label"], *([["muc", str(n), f"Mức {n}"] for n in range(1, 6)])]
    form = form_in(["select_one muc", "q", "Q"], choices=other)
    asked = next(form.questions())
    assert (asked.kind, [one.label.vi for one in asked.choices]) == ("single", [f"Mức {n}" for n in range(1, 6)])


TEXT = ["text", "loi", "Lời"]


@pytest.mark.parametrize(
    ("survey", "place"),
    [
        ([TEXT, ["calculate", "x", "X"]], ("survey", 3, "A")),
        ([["begin_repeat", "x", "X"], TEXT, ["end_repeat", "", ""]], ("survey", 2, "A")),
        ([["note", "x", "X"], TEXT], ("survey", 2, "A")),
        ([["geopoint", "x", "X"], TEXT], ("survey", 2, "A")),
        ([["select_one muc or_other", "x", "X"], TEXT], ("survey", 2, "A")),
        ([["select_one khong_co", "x", "X"], TEXT], ("survey", 2, "A")),
        ([["", "x", "X"], TEXT], ("survey", 2, "")),
        ([["text", "", "X"], TEXT], ("survey", 2, "")),
        ([TEXT, TEXT], ("survey", 3, "B")),
        ([["text", "x", "X ${loi}"], TEXT], ("survey", 2, "C")),
        ([["text", "x", "X" * 501], TEXT], ("survey", 2, "C")),
        ([["text", "x", "X", "", "", "maybe"], TEXT], ("survey", 2, "F")),
        ([["text", "x", "X", "", ". > 3"], TEXT], ("survey", 2, "E")),
        ([["integer", "x", "X", "", "regex(., 'a')"], TEXT], ("survey", 2, "E")),
        ([["select_one co_khong", "x", "X", "", "", "", "", "seed=3"], TEXT], ("survey", 2, "H")),
        ([["select_one co_khong", "x", "X", "", "", "", "label"], TEXT], ("survey", 2, "G")),
        ([["range", "x", "X", "", "", "", "", "start=0 end=10 step=1"], TEXT], ("survey", 2, "H")),
        ([["begin_group", "g", "G"], TEXT], ("survey", 2, "A")),
        ([TEXT, END], ("survey", 3, "A")),
        (
            [["begin_group", "g", "G"], ["begin_group", "h", "H"], TEXT, END, END],
            ("survey", 3, "A"),
        ),
        ([["begin_group", "g", "G", "", "", "", "table-list"], TEXT, END], ("survey", 3, "A")),
        ([TEXT, ["text", "x", "X", "${nobody} = 'a'"]], ("survey", 3, "D")),
        ([["select_one co_khong", "k", "K"], ["text", "x", "X", "${k} = '7'"]], ("survey", 3, "D")),
        (
            [["select_one co_khong", "k", "K"], ["text", "x", "X", "${k} = '1' or ${loi} = 'x'"], TEXT],
            ("survey", 3, "D"),
        ),
        ([TEXT, ["text", "x", "X", "string-length(${loi}) > 3"]], ("survey", 3, "D")),
    ],
)
def test_what_cannot_be_said_here_is_refused_at_its_cell(survey: list[list[str]], place: tuple[str, int, str]) -> None:
    found = read(*survey)
    assert found.form is None
    assert place in [(one.sheet, one.row, one.column) for one in found.wrong]
    assert all(str(one.sentence) for one in found.wrong)


@pytest.mark.parametrize(
    "column", ["calculation", "choice_filter", "default", "media::image", "bind::type", "read_only"]
)
def test_a_filled_cell_that_changes_what_is_asked_is_refused(column: str) -> None:
    found = read([*TEXT, "x"], head=["type", "name", "label", column])
    assert [(one.row, one.column) for one in found.wrong] == [(2, "D")]


def test_a_column_that_is_not_used_is_told() -> None:
    found = read([*TEXT, "k1"], head=["type", "name", "label", "$kuid"])
    assert found.form
    assert [(one.row, one.column) for one in found.notes] == [(2, "D")]


def test_what_only_the_reference_reader_minds_is_told_at_its_row() -> None:
    found = read(TEXT, ["text", "a b", "X"])
    assert [(one.sheet, one.row) for one in found.wrong] == [("survey", 3)]


def test_a_file_without_questions_or_title_is_refused() -> None:
    assert [one.sheet for one in read(settings=[]).wrong] == ["survey", "settings"]


def test_a_file_that_is_no_workbook_is_refused() -> None:
    with pytest.raises(NotTaken):
        read_xlsform(b"type,name\ntext,x")


def test_english_beside_vietnamese_is_read_whatever_the_order_of_columns() -> None:
    head = ["label::English (en)", "type", "label::Tiếng Việt (vi)", "name"]
    found = read(["Word", "text", "Lời", "loi"], head=head)
    assert found.form
    assert next(found.form.questions()).label == Text("Lời", "Word")


def test_guidance_in_english_alone_is_refused() -> None:
    found = read([*TEXT, "Only English"], head=["type", "name", "label", "hint::English (en)"])
    assert [one.row for one in found.wrong] == [2]


def test_a_denial_that_counts_only_once_answered_is_told_where_the_file_does_not_say_so() -> None:
    asked = ["select_one co_khong", "k", "K"]
    assert len(read(asked, ["text", "x", "X", "${k} != '1'"], ["text", "y", "Y", "${k} != '0'"]).notes) == 1
    assert read(asked, ["text", "x", "X", "${k} != '' and ${k} != '1'"]).notes == []


def test_another_language_is_told_and_left_out() -> None:
    found = read([*TEXT, "Mot"], head=["type", "name", "label", "label::Français (fr)"])
    assert [(one.row, one.column) for one in found.notes] == [(2, "D")]


def known(name: str, value: str) -> tuple[str, str]:
    return name, value


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("${a} = 'x'", [("a", Asks.IS, ("x",))]),
        ('  ${a}="x" ', [("a", Asks.IS, ("x",))]),
        ("selected(${a}, 'x')", [("a", Asks.IS, ("x",))]),
        ("${a} = 'x' or selected(${a}, 'y')", [("a", Asks.IS, ("x", "y"))]),
        ("(${a} = 'x' or ${a} = 'y') and ${b} >= 3", [("a", Asks.IS, ("x", "y")), ("b", Asks.AT_LEAST, ("3",))]),
        ("not(selected(${a}, 'x')) and ${a} != 'y'", [("a", Asks.IS_NOT, ("x", "y"))]),
        ("${a} != '' and ${a} != 'x'", [("a", Asks.IS_NOT, ("x",))]),
        ("${a} > 3", [("a", Asks.AT_LEAST, ("4",))]),
        ("${a} < 3", [("a", Asks.AT_MOST, ("2",))]),
        ("${a} <= 2.5", [("a", Asks.AT_MOST, ("2.5",))]),
    ],
)
def test_a_condition_is_read(text: str, conditions: list[tuple[str, Asks, tuple[str, ...]]]) -> None:
    assert [(one.question, one.asks, one.values) for one in conditions_in(text, known)] == conditions


@pytest.mark.parametrize(
    "text",
    ["", "x", "${a}", "${a} = ", "${a} = 'x' or ${b} = 'y'", "${a} != ''", "${a} > 2.5", "not(${a} > 3)", "(" * 50, "${a} = 'x')",
     "${a} = '' ", "${a} >= 'x'", "today() > 3", "${a} = 'x' and", "'x' = ${a}", "not(not(${a} = 'x'))"],
)  # fmt: skip
def test_a_condition_that_cannot_be_said_is_refused(text: str) -> None:
    with pytest.raises(NotSaid):
        conditions_in(text, known)


@given(st.text(alphabet="${}ab'\"()=<>!3 andornotselected,.", max_size=60))
def test_whatever_stands_for_a_condition_is_read_or_refused(text: str) -> None:
    with suppress(NotSaid):
        conditions_in(text, known)


@pytest.mark.parametrize(
    ("text", "kind", "bounds"),
    [
        (". >= 1 and . <= 10", Kind.NUMBER, ("1", "10")),
        (". > 0", Kind.NUMBER, ("1", None)),
        ("(. <= 2.5)", Kind.NUMBER, (None, "2.5")),
        ("count-selected(.) <= 3", Kind.MULTIPLE, (None, "3")),
    ],
)
def test_bounds_are_read(text: str, kind: Kind, bounds: tuple[str | None, str | None]) -> None:
    assert tuple(bound if bound is None else str(bound) for bound in bounds_in(text, kind)) == bounds


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.lists(st.text(max_size=12) | st.sampled_from(["text", "begin_group", "select_one muc"]), max_size=9),
        max_size=6,
    )
)
def test_whatever_stands_in_a_sheet_is_read_or_refused(rows: list[list[str]]) -> None:
    found = read(*rows)
    assert found.form or found.wrong


def test_sheets_hold_the_columns_of_the_convention_only() -> None:
    rows = sheets_of(FORM, name="thu", number=2)
    assert rows["settings"][0]["version"] == "2"
    assert {row["list_name"] for row in rows["choices"]} == {"hai_long", "came", "why", "order"}
