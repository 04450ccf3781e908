"""A page of an old portal is taken apart; what is doubtful is said, what is no page is refused."""

from collections.abc import Sequence
from datetime import datetime
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidan.domain.oldpages.page import (
    LONGEST_SUMMARY,
    LONGEST_TITLE,
    Block,
    Doubt,
    Lead,
    NotTaken,
    OldPage,
    Tag,
    Unfit,
    body_html,
    read_page,
)

NOW = datetime(2018, 6, 1)
WHEN = "Tin tức sự kiện 13 Tháng Ba 2018 10:05:00 SA"
ARTICLE = ("Mở lớp học nghề", "Lớp mở tại phường.", "1. THỜI GIAN", "Từ tháng tư.", "- Buổi sáng.", "- Buổi chiều.")
FRAME = ("Số lượt người xem: 892", "TIN MỚI HƠN", "• Tin mới", "TIN ĐÃ ĐƯA", "Tin cũ một", "Tin cũ hai", "Xem tiếp")
FILMS = ("Xem theo ngày Xem theo ngày", "• Phim một", "• Phim hai", "Tìm kiếm")


def blocks(*lines: str) -> list[Block]:
    return [Block(line, escape(line)) for line in lines]


def read(*lines: str) -> OldPage:
    return read_page(blocks(*lines), NOW)


def titles(leads: Sequence[Lead]) -> list[str]:
    return [lead.title for lead in leads]


def test_a_whole_page_is_told_apart() -> None:
    page = read("Trang chủ", "Liên hệ", WHEN, *ARTICLE, *FRAME, *FILMS, "Bản quyền")
    assert (page.posted_at, page.category) == (datetime(2018, 3, 13, 10, 5), "Tin tức sự kiện")
    assert (page.title, page.summary, page.views) == (*ARTICLE[:2], 892)
    assert [block.text for block in page.body] == list(ARTICLE[2:])
    assert titles(page.newer) == ["Tin mới"]
    assert titles(page.older) == ["Tin cũ một", "Tin cũ hai"]
    assert titles(page.films) == ["Phim một", "Phim hai"]
    assert page.doubts == frozenset()


def test_the_body_has_headings_paragraphs_and_lists() -> None:
    page = read(WHEN, *ARTICLE, *FRAME)
    assert body_html(page.body) == (
        "<h2>1. THỜI GIAN</h2>\n<p>Từ tháng tư.</p>\n<ul><li>Buổi sáng.</li><li>Buổi chiều.</li></ul>"
    )


def test_a_table_stays_whole_and_ends_a_list() -> None:
    table = Block("Một Hai", "<table><tr><td>Một</td><td>Hai</td></tr></table>", Tag.TABLE)
    drawn = body_html([Block("- Một", "- Một"), table, Block("Mục", "Mục", Tag.HEADING), Block("Hai", "Hai", Tag.ITEM)])
    assert drawn == f"<ul><li>Một</li></ul>\n{table.html}\n<h2>Mục</h2>\n<ul><li>Hai</li></ul>"


@pytest.mark.parametrize(
    ("views", "count"),
    [
        (("Số lượt người xem: 1.892",), 1892),
        (("So luot nguoi xem 12",), 12),
        (("Số lượt xem:", "7"), 7),
        (("Lượt xem: 99999999999999",), 0),
    ],
)
def test_openings_are_read_in_every_way(views: tuple[str, ...], count: int) -> None:
    assert read(WHEN, *ARTICLE, *views).views == count


@pytest.mark.parametrize(
    ("lines", "doubt"),
    [
        ((WHEN, *ARTICLE), Doubt.NO_VIEWS),
        ((WHEN, *ARTICLE, "TIN ĐÃ ĐƯA", "Tin cũ"), Doubt.NO_VIEWS),
        ((WHEN, ARTICLE[0], ARTICLE[1], FRAME[0]), Doubt.NO_SUMMARY),
        ((WHEN, ARTICLE[0], *ARTICLE[2:], FRAME[0]), Doubt.NO_SUMMARY),
        ((WHEN, "Mở lớp " * 40, *ARTICLE[1:], FRAME[0]), Doubt.LONG_TITLE),
        ((WHEN, ARTICLE[0], "Lớp mở. " * 90, *ARTICLE[2:], FRAME[0]), Doubt.LONG_SUMMARY),
        ((WHEN, *ARTICLE, "Chữ h\ufffdng", FRAME[0]), Doubt.BROKEN_LETTERS),
        ((WHEN, *ARTICLE, "Tin 14 Tháng Ba 2018 10:05:00 SA", "Bài khác", FRAME[0]), Doubt.SECOND_PAGE),
    ],
)
def test_what_is_doubtful_is_said(lines: tuple[str, ...], doubt: Doubt) -> None:
    assert read(*lines).doubts == {doubt}


def test_a_picture_in_the_article_is_told_and_one_of_the_frame_is_not() -> None:
    picture = Block("", "", Tag.PICTURE)
    inside = [picture, *blocks(WHEN, ARTICLE[0]), picture, *blocks(*ARTICLE[1:], *FRAME), picture]
    assert read_page(inside, NOW).doubts == {Doubt.PICTURES_LEFT}
    around = [picture, *blocks(WHEN, *ARTICLE, *FRAME), picture]
    assert read_page(around, NOW) == read(WHEN, *ARTICLE, *FRAME)


def test_what_is_too_long_is_cut_at_a_word_and_the_summary_stays_whole_in_the_body() -> None:
    long = "Lớp mở tại phường. " * 40
    page = read(WHEN, "Mở lớp học nghề " * 20, long.strip(), *ARTICLE[2:], FRAME[0])
    assert len(page.title) <= LONGEST_TITLE
    assert len(page.summary) <= LONGEST_SUMMARY
    assert page.title.endswith("nghề…") or page.title.endswith("học…") or page.title.endswith("lớp…")
    assert page.body[0].text == long.strip()


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ((), Unfit.NO_MOMENT),
        (("Trang chủ", *ARTICLE), Unfit.NO_MOMENT),
        (("31 Tháng Hai 2018 10:05:00 SA", *ARTICLE), Unfit.WRONG_MOMENT),
        (("13 Tháng Ba 2019 10:05:00 SA", *ARTICLE), Unfit.IN_FUTURE),
        ((WHEN,), Unfit.NO_TITLE),
        ((WHEN, FRAME[0]), Unfit.NO_TITLE),
        ((WHEN, ARTICLE[0], FRAME[0]), Unfit.NO_BODY),
    ],
)
def test_what_is_no_article_is_refused_with_its_reason(lines: tuple[str, ...], why: Unfit) -> None:
    with pytest.raises(NotTaken) as refused:
        read(*lines)
    assert refused.value.why is why


LINES = st.lists(st.one_of(st.sampled_from((WHEN, *ARTICLE, *FRAME, *FILMS)), st.text(max_size=80)), max_size=30)


@given(LINES)
def test_any_lines_are_taken_or_refused_and_no_word_of_the_frame_comes_into_the_body(lines: list[str]) -> None:
    try:
        page = read(*lines)
    except NotTaken:
        return
    assert page.title
    assert page.body
    assert not {block.text for block in page.body} & {"TIN MỚI HƠN", "TIN ĐÃ ĐƯA"}
