"""Search without marks, within what one may know, alike on both engines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidan.foundation.search.find import find, publish, withdraw

pytestmark = pytest.mark.django_db


def found(question: str, *scopes: str) -> list[str]:
    return [subject for _key, subject in find(question, scopes=scopes or ("unit1",))]


@pytest.fixture(autouse=True)
def published() -> None:
    publish(subject="A", words=["PA-2018-0001", "Đỗ Thị Đượm nói trống không"], scopes=["unit1"])
    publish(subject="B", words=["PA-2018-0002", "trễ hẹn ở quầy"], scopes=["unit1", "unit2"])


@pytest.mark.parametrize("question", ["do thi duom", "ĐỖ THỊ ĐƯỢM", "Đỗ duom", "duo"])
def test_marks_and_capitals_do_not_matter(question: str) -> None:
    assert found(question) == ["A"]


def test_every_word_must_be_there() -> None:
    assert found("trong khong tre") == []


def test_a_code_is_found_with_or_without_dashes() -> None:
    assert found("PA-2018-0002") == found("pa 2018 0002") == ["B"]


def test_nobody_finds_outside_his_scope() -> None:
    assert found("tre hen", "unit2") == ["B"]
    assert found("do thi duom", "unit2") == []
    assert find("tre", scopes=()) == []


def test_the_mark_of_a_scope_cannot_be_asked_for() -> None:
    assert found("zunit2z", "unit1") in ([], ["B"])
    assert found("zunit1z", "unit2") in ([], ["B"])


def test_a_changed_file_is_found_by_its_new_words_only() -> None:
    publish(subject="A", words=["lời khen"], scopes=["unit1"])
    assert found("khen") == ["A"]
    assert found("duom") == []
    withdraw(subject="A")
    assert found("khen") == []


@pytest.mark.parametrize("newest", [1, 3, 2_000])
def test_however_many_of_the_newest_are_looked_through_first_the_newest_come_first_and_page_on(
    newest: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vidan.foundation.search.find.NEWEST", newest)
    for n in range(6):
        publish(subject=f"C{n}", words=["chờ lâu", "hiếm" if n == 1 else ""], scopes=["unit1" if n % 2 else "unit2"])
    first = find("cho lau", scopes=("unit1",), limit=2)
    assert [subject for _key, subject in first] == ["C5", "C3"]
    assert [subject for _key, subject in find("cho lau", scopes=("unit1",), limit=2, before=first[-1][0])] == ["C1"]
    assert found("hie") == ["C1"]
    assert found("hie", "unit2") == []


@given(st.text(max_size=80))
def test_no_question_breaks_the_search(question: str) -> None:
    found(question)
