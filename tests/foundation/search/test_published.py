"""One search over everything that is published: without marks, forgiving slips, by kind and year, newest first."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from vidan.foundation.search import find
from vidan.foundation.search.models import Found, Published
from vidan.foundation.search.published import PAGE, Entry, hide, known, like, look_for, renew, show

pytestmark = pytest.mark.django_db


def entry(subject: str, title: str, *, kind: str = "article", year: int = 2018, words: str = "") -> Entry:
    return Entry(subject, kind, title, date(year, 3, 13), "site:figures", words=(words,))


BIRTH = entry("p1", "Đăng ký khai sinh", kind="procedure", words="giấy chứng sinh, tờ khai")
COPY = entry("p2", "Chứng thực bản sao từ bản chính", kind="procedure", year=2019)
HOTLINE = entry("a1", "Công bố số điện thoại đường dây nóng", words="Mặt trận phường An Phú")
MEETING = entry("a2", "Hội nghị phổ biến thủ tục khai sinh, chứng thực", year=2019)


@pytest.fixture(autouse=True)
def published() -> Iterator[None]:
    for one in (BIRTH, COPY, HOTLINE, MEETING):
        show(one)
    known.forget()
    yield
    known.forget()


def titles(question: str, *, kind: str = "", year: int | None = None) -> list[str]:
    return [row.title for row in look_for(question, kind=kind, year=year).rows]


def test_it_is_found_without_marks_the_newest_first() -> None:
    assert titles("khai sinh") == [MEETING.title, BIRTH.title]


@pytest.mark.parametrize("slip", ["khai shin", "kahi sinh", "khai sinhh", "khái sinj"])
def test_a_slip_of_the_finger_is_forgiven(slip: str) -> None:
    answer = look_for(slip)
    assert answer.near
    assert BIRTH.title in [row.title for row in answer.rows]


def test_of_a_question_with_one_slip_the_other_words_are_meant_as_they_were_typed() -> None:
    show(entry("a3", "Phường dạy nghề đông người"))
    assert titles("duong day nogn") == [HOTLINE.title]
    assert titles("phuogn nghe dong nguoi") == ["Phường dạy nghề đông người"]


def test_what_holds_the_very_words_is_not_mixed_with_what_is_like_them() -> None:
    answer = look_for("duong day nong")
    assert [row.title for row in answer.rows] == [HOTLINE.title]
    assert not answer.near


def test_nothing_is_found_for_what_is_like_nothing() -> None:
    answer = look_for("xyzxyz qqqqq")
    assert answer.rows == ()
    assert not answer.near


def test_kind_and_year_narrow_it_down() -> None:
    assert titles("chung thuc", kind="procedure") == [COPY.title]
    assert titles("khai sinh", year=2018) == [BIRTH.title]
    assert titles("khai sinh", kind="article", year=2018) == []


def test_an_unfinished_last_word_is_enough() -> None:
    assert titles("duong day no") == [HOTLINE.title]


def test_what_is_told_anew_is_found_by_its_new_words_and_day_only() -> None:
    show(entry("p1", "Đăng ký kết hôn", kind="procedure", year=2020))
    assert titles("khai sinh") == [MEETING.title]
    assert titles("ket hon", year=2020) == ["Đăng ký kết hôn"]
    assert titles("ket hon", year=2018) == []


def test_what_is_hidden_is_found_no_more() -> None:
    hide("a2")
    hide("never-there")
    assert titles("khai sinh") == [BIRTH.title]
    assert not Published.objects.filter(title=MEETING.title).exists()


def test_files_of_the_desk_are_never_found_whatever_is_asked_for() -> None:
    find.publish(subject="PA-2018-0001", words=["khai sinh zallz"], scopes=["unit4"])
    assert [row.found.subject for row in look_for("khai sinh").rows] == ["a2", "p1"]
    assert titles("zunit4z") == []


def test_a_full_page_tells_where_the_next_one_begins() -> None:
    for n in range(PAGE + 3):
        show(entry(f"n{n}", f"Tin phường số {n}"))
    first = look_for("tin phuong so")
    assert len(first.rows) == PAGE
    rest = look_for("tin phuong so", before=first.following)
    assert len(rest.rows) == 3
    assert rest.following is None
    assert not {row.title for row in first.rows} & {row.title for row in rest.rows}


def test_renewing_takes_out_what_is_published_no_more() -> None:
    assert renew([BIRTH, COPY]) == 2
    assert sorted(Found.objects.values_list("subject", flat=True)) == ["p1", "p2"]


def test_the_nearest_words_alone_stand_in_for_a_mistyped_one() -> None:
    assert like("sinhh") == ["sinh"]
    assert like("chugn") == ["chung"]


def test_a_short_word_is_compared_with_nothing() -> None:
    assert like("xn") == []


@given(st.text(max_size=60))
def test_no_question_breaks_it(question: str) -> None:
    look_for(question)


def test_a_common_word_is_found_at_once_however_many_files_that_nobody_may_see_are_newer(
    monkeypatch: pytest.MonkeyPatch, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    monkeypatch.setattr(find, "NEWEST", PAGE + 5)
    monkeypatch.setattr(find, "FEW", PAGE)
    for n in range(PAGE + 1):
        show(entry(f"n{n}", f"Tin số {n} của phường"))
    for n in range(PAGE):
        find.publish(subject=f"private-{n}", words=["phường"], scopes=["unit1"], is_new=True)
    with django_assert_max_num_queries(3):
        assert titles("phuong")[0] == f"Tin số {PAGE} của phường"
