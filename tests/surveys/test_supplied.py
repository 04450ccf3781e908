"""The supplied questionnaires are sound, complete in both languages, and can be taken over."""

from collections.abc import Iterator

import pytest

from vidan.domain.questionnaire.answers import items
from vidan.domain.questionnaire.form import Factor, Questionnaire, Text, faults
from vidan.surveys.supplied import NotSupplied, Supplied, supplied, supplied_as


def texts(form: Questionnaire) -> Iterator[Text]:
    yield form.title
    for section in form.sections:
        yield section.title
        for question in section.questions:
            yield question.label
            if question.hint.vi:
                yield question.hint
            yield from (choice.label for choice in (*question.choices, *question.lines))


def test_three_are_supplied() -> None:
    assert [one.slug for one in supplied()] == [
        "hai-long-dich-vu-cong",
        "lanh-dao-danh-gia-cai-cach",
        "mot-phut-tai-quay",
    ]


@pytest.mark.parametrize("one", supplied(), ids=lambda one: one.slug)
def test_a_supplied_questionnaire_has_no_fault(one: Supplied) -> None:
    assert faults(one.form) == []


@pytest.mark.parametrize("one", supplied(), ids=lambda one: one.slug)
def test_a_supplied_questionnaire_is_complete_in_both_languages(one: Supplied) -> None:
    assert [text.vi for text in (*texts(one.form), one.purpose, one.source) if not (text.vi and text.en)] == []


def test_the_one_for_counters_asks_four_questions_at_most() -> None:
    assert len(list(supplied_as("mot-phut-tai-quay").form.questions())) <= 4


def test_the_one_for_services_rates_all_five_factors() -> None:
    rated = [item.factor for item in items(supplied_as("hai-long-dich-vu-cong").form) if item.is_scale]
    assert set(rated) - {None} == set(Factor)


def test_none_of_another_name_is_supplied() -> None:
    with pytest.raises(NotSupplied):
        supplied_as("khac")
