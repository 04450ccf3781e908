"""A question as fields of a page: what is drawn, what comes back, and what is said of a wrong answer."""

from decimal import Decimal

import pytest
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils.datastructures import MultiValueDict
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.questionnaire.test_answers import FORM, FULL, choices, question

from vidan.domain.questionnaire.answers import Answer, Wrong, check
from vidan.domain.questionnaire.form import Kind, Question, Questionnaire, Section, Text
from vidan.surveys.answer_errors import limit_words, wrong_words
from vidan.surveys.asking_forms import Asked, AskedSection, ask, mistakes, parse_post

MORE = FULL | {
    "came": "no",
    "times": "3",
    "why": ["x", "y"],
    "polite": "5",
    "order": ["q", "p"],
    "day": "2018-03-13",
    "word": "Cảm ơn",
}


def page(data: str = "", wrong: dict[str, Wrong] | None = None) -> str:
    return str(render_to_string("surveys/answering/sections.html", {"sections": drawn(data, wrong)}))


def drawn(data: str = "", wrong: dict[str, Wrong] | None = None) -> list[AskedSection]:
    return ask(FORM.sections, form=FORM, typed=QueryDict(data), wrong=wrong)


def one(code: str, data: str = "", wrong: dict[str, Wrong] | None = None) -> Asked:
    return next(asked for section in drawn(data, wrong) for asked in section.questions if asked.question.code == code)


def given_by(data: str) -> dict[str, object]:
    return {code: parse_post(FORM, QueryDict(data))[code] for code in ("word", "day")}


def as_typed(answers: dict[str, Answer]) -> MultiValueDict[str, str]:
    """The answers as a page would send them."""
    typed: MultiValueDict[str, str] = MultiValueDict()
    for code, answer in answers.items():
        if isinstance(answer, dict):
            typed.update({f"q-{code}-{line}": level for line, level in answer.items()})
        elif isinstance(answer, list) and question(code).kind == Kind.RANKING:
            typed.update({f"q-{code}-{one}": str(place) for place, one in enumerate(answer, start=1)})
        elif isinstance(answer, list):
            typed.setlist(f"q-{code}", list(answer))
        else:
            typed[f"q-{code}"] = answer
    return typed


@pytest.mark.parametrize("answers", [FULL, MORE])
def test_answers_come_back_from_a_page_as_they_were(answers: dict[str, Answer]) -> None:
    checked = check(FORM, parse_post(FORM, as_typed(answers)))
    assert (dict(checked.answers), dict(checked.wrong)) == (answers, {})


@given(
    st.dictionaries(
        st.sampled_from(
            [f"q-{code}" for code in ("came", "times", "why", "parts-place", "order-p", "order-q", "day", "word")]
        ),
        st.lists(st.text(max_size=5) | st.sampled_from(["1", "2", "yes", "x"]), max_size=3),
    )
)
def test_whatever_a_program_sends_is_checked_without_fail(sent: dict[str, list[str]]) -> None:
    data = QueryDict(mutable=True)
    for name, values in sent.items():
        data.setlist(name, values)
    check(FORM, parse_post(FORM, data))


def test_a_page_that_sent_nothing_gives_no_answers() -> None:
    assert check(FORM, parse_post(FORM, QueryDict(""))).answers == {}


@pytest.mark.parametrize(
    ("data", "code", "wrong"),
    [
        ("q-order-p=1&q-order-q=1", "order", Wrong.RANK_TWICE),
        ("q-order-p=2", "order", Wrong.TOO_FEW),
        ("q-order-p=9&q-order-q=1", "order", Wrong.NOT_A_CHOICE),
        ("q-came=maybe", "came", Wrong.NOT_A_CHOICE),
        ("q-parts-place=4", "parts", Wrong.MISSING),
        ("q-parts-place=4&q-parts-form=6", "parts", Wrong.NOT_A_CHOICE),
        ("q-why=x&q-why=y&q-why=z", "why", Wrong.TOO_MANY),
    ],
)
def test_what_was_sent_is_wrong_in_its_own_way(data: str, code: str, wrong: Wrong) -> None:
    assert check(FORM, parse_post(FORM, QueryDict(data))).wrong[code] == wrong


def test_control_marks_are_left_out_of_words() -> None:
    assert given_by("q-word=a%00b+%0A+c") == {"word": "ab c", "day": ""}


def test_what_was_typed_stays_on_the_page() -> None:
    html = page("q-came=no&q-times=x%22y&q-why=x&q-order-p=2&q-parts-form=3")
    for kept in (
        'value="no" id="q-came-no" checked',
        'value="x&quot;y"',
        'value="x" id="q-why-x" checked',
        '<option value="2" selected>2</option>',
        'value="3" id="q-parts-form-3" checked',
    ):
        assert kept in html


def test_the_summary_leads_to_the_first_field_that_is_to_be_mended() -> None:
    wrong = {"parts": Wrong.MISSING, "order": Wrong.TOO_FEW, "word": Wrong.TOO_LONG, "came": Wrong.MISSING}
    told = mistakes(drawn("q-parts-place=4", wrong))
    assert [asked.focus for asked in told] == ["q-came-yes", "q-parts-form-1", "q-order-p", "q-word"]
    html = page("q-parts-place=4", wrong)
    assert all(f'id="{asked.focus}"' in html for asked in told)


def test_a_group_of_radio_buttons_names_its_question_and_its_error() -> None:
    html = page("", {"came": Wrong.MISSING})
    assert '<fieldset aria-describedby="q-came-error "' in html
    assert "<legend>Đến lần đầu?" in html


def test_a_condition_is_told_in_words_and_to_scripts() -> None:
    assert one("times").when == "Chỉ trả lời nếu câu “Đến lần đầu?” trả lời là “NO”."
    assert one("times").show_if == '[{"question": "came", "asks": "is", "values": ["no"]}]'
    assert one("polite").when == "Chỉ trả lời nếu câu “Mấy lần?” từ 3 trở lên."


def test_a_text_without_english_is_marked_as_vietnamese_on_an_english_page() -> None:
    with override("en"):
        assert '<legend><span lang="vi">Đến lần đầu?</span>' in page()
        assert one("polite").options[4].label == "Very satisfied"


def test_the_letters_of_a_questionnaire_are_escaped() -> None:
    form = Questionnaire(
        Text("x"), (Section("s", Text("<b>s"), (Question("q", Kind.SINGLE, Text("<i>q"), choices=choices("a", "b")),)),)
    )
    html = render_to_string("surveys/answering/sections.html", {"sections": ask(form.sections, form=form)})
    assert "<b>" not in html
    assert "&lt;i&gt;q" in html


def test_shuffled_choices_stand_in_the_same_order_for_the_same_seed() -> None:
    many = Question("q", Kind.SINGLE, Text("q"), choices=choices(*"abcdefgh"), shuffle=True)
    form = Questionnaire(Text("x"), (Section("s", Text("s"), (many,)),))

    def order(seed: str) -> list[str]:
        return [option.value for option in ask(form.sections, form=form, seed=seed)[0].questions[0].options]

    assert order("1") == order("1") != order("2")


@pytest.mark.parametrize("kind", list(Kind))
def test_every_mistake_is_told_in_words(kind: Kind) -> None:
    asked = Question("q", kind, Text("q"), choices=choices("a", "b"), least=Decimal(1), most=Decimal(2))
    limited = (Kind.MULTIPLE, Kind.NUMBER, Kind.RANKING)
    fits = {
        Wrong.TOO_FEW: limited,
        Wrong.TOO_MANY: limited,
        Wrong.OUT_OF_BOUNDS: (Kind.NUMBER,),
        Wrong.TOO_LONG: (Kind.SHORT, Kind.LONG),
    }
    for wrong in Wrong:
        if kind in fits.get(wrong, (kind,)):
            assert wrong_words(asked, wrong)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("times", "Ghi số từ 2 đến 50."),
        ("why", "Chọn nhiều nhất 2 ý."),
        ("order", "Ghi số thứ tự từ 1 đến 2, 1 là đứng đầu."),
        ("came", ""),
    ],
)
def test_the_bounds_of_an_answer_are_told_beforehand(code: str, told: str) -> None:
    assert limit_words(question(code)) == told
