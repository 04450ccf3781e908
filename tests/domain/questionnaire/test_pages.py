"""A form in pages: no page asks what depends on its own answers, nothing is lost, and haste is measured by what was asked."""

from hypothesis import given
from hypothesis import strategies as st
from tests.domain.questionnaire.test_answers import FORM, choices

from vidan.domain.questionnaire.answers import Answer
from vidan.domain.questionnaire.form import Asks, Condition, Kind, Question, Questionnaire, Section, Text
from vidan.domain.questionnaire.pages import Page, asked_on, pages, seconds_needed

SHORT: dict[str, Answer] = {"came": "yes", "parts": {"place": "4", "form": "5"}}
MORE: dict[str, Answer] = {**SHORT, "came": "no", "times": "3", "why": ["x"]}


def codes(page: Page) -> list[str]:
    return [question.code for section in page for question in section.questions]


def form(*sections: Section) -> Questionnaire:
    return Questionnaire(Text("Thử"), sections)


def single(code: str, *after: str) -> Question:
    conditions = tuple(Condition(one, Asks.IS, ("x",)) for one in after)
    return Question(code, Kind.SINGLE, Text(code), choices=choices("x", "y"), show_if=conditions)


def test_a_form_without_conditions_is_one_page() -> None:
    made = pages(form(Section("a", Text("A"), (single("q"), single("r"))), Section("b", Text("B"), (single("s"),))))
    assert [codes(page) for page in made] == [["q", "r", "s"]]


def test_what_depends_on_an_answer_stands_on_a_later_page() -> None:
    assert [codes(page) for page in pages(FORM)] == [
        ["came"],
        ["times", "why"],
        ["polite", "parts", "order", "day", "word"],
    ]


def test_a_section_in_any_order_is_not_divided() -> None:
    first = Section("a", Text("A"), (single("q"),))
    shuffled = Section("b", Text("B"), (single("r"), single("s", "q")), shuffle=True)
    assert [codes(page) for page in pages(form(first, shuffled))] == [["q"], ["r", "s"]]


def test_a_form_without_questions_has_no_page() -> None:
    assert pages(form(Section("a", Text("A")))) == []


FORMS = st.lists(st.lists(st.integers(0, 11), max_size=2, unique=True), min_size=1, max_size=12).map(
    lambda lines: form(
        Section(
            "a",
            Text("A"),
            tuple(single(f"q{n}", *(f"q{one}" for one in line if one < n)) for n, line in enumerate(lines)),
        )
    )
)


@given(FORMS)
def test_no_page_decides_itself_and_every_question_stands_once_in_its_order(drawn: Questionnaire) -> None:
    made = pages(drawn)
    assert [code for page in made for code in codes(page)] == [question.code for question in drawn.questions()]
    for page in made:
        here = set(codes(page))
        asked = [condition.question for section in page for one in section.questions for condition in one.show_if]
        assert here.isdisjoint(asked)


def test_a_page_is_asked_by_the_answers_that_decide_it() -> None:
    last = pages(FORM)[2]
    assert codes(asked_on(last, SHORT)) == ["parts", "order", "day"]
    assert codes(asked_on(last, MORE)) == codes(last)


def test_each_thing_that_was_asked_takes_a_second() -> None:
    assert seconds_needed(FORM, SHORT) == 6  # came, why, two lines of parts, order, day
    assert seconds_needed(FORM, MORE) == 9
