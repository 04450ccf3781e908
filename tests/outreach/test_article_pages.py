"""Articles at the desk: lists, forms that keep what was typed, steps, parts, comparison, preview."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.cases.made import actor
from tests.foundation.texts.documents import docx_of, spoken
from tests.outreach.articles_made import EDITOR, article, fresh, picture, with_everything, written
from tests.outreach.test_article_text import docx

from vidan.outreach.article_kinds import State
from vidan.outreach.forms.article_parts import youtube_key
from vidan.outreach.models import Article
from vidan.outreach.services.write_article import write

pytestmark = pytest.mark.django_db

DESK = "/ban-lam-viec/tin-bai/"
TYPED = {"title": "Tên", "category": "front", "summary": "Tóm tắt.", "body": "Một dòng\nHai dòng"}


@pytest.fixture
def editor(signed_in: Callable[[str], Client]) -> Client:
    return signed_in(EDITOR)


def test_plain_lines_are_saved_as_paragraphs(editor: Client) -> None:
    editor.post(f"{DESK}viet/", TYPED)
    latest = Article.objects.select_related("latest").get().latest
    assert latest is not None
    assert latest.body == "<p>Một dòng</p>\n<p>Hai dòng</p>"


def test_a_form_that_lacks_something_keeps_what_was_typed_and_saves_nothing(editor: Client) -> None:
    for lacks in (
        {"title": ""},
        {"body": "<p><script>alert(1)</script></p>"},
        {"body": "<p>&nbsp;</p>"},
        {"category": "x"},
    ):
        answer = editor.post(f"{DESK}viet/", TYPED | lacks)
        assert answer.status_code == 422
        assert "Tóm tắt." in answer.content.decode()
    assert not Article.objects.exists()


def test_hostile_html_in_a_form_that_comes_back_is_shown_as_letters(editor: Client) -> None:
    answer = editor.post(f"{DESK}viet/", TYPED | {"title": "", "body": "<p>a</p></textarea><script>alert(1)</script>"})
    assert "<script>alert(1)" not in answer.content.decode()


def test_a_paste_of_ten_megabytes_is_refused_and_breaks_nothing(editor: Client) -> None:
    answer = editor.post(f"{DESK}viet/", TYPED | {"body": "<p>" + "chữ " * 2_000_000})
    assert 400 <= answer.status_code < 500
    answer = editor.post(f"{DESK}viet/", TYPED | {"body": "<p>" + "chữ " * 60_000})
    assert answer.status_code == 422
    assert not Article.objects.exists()


def test_who_saves_after_somebody_else_is_told_and_keeps_his_text(editor: Client) -> None:
    made = article()
    write(code=made.code, written=written(summary="Của người kia."), actor=actor(EDITOR))
    answer = editor.post(f"{DESK}{made.code}/sua/", TYPED | {"version": made.version})
    assert answer.status_code == 422
    assert "vừa được người khác thay đổi" in answer.content.decode()
    assert "Một dòng" in answer.content.decode()
    latest = fresh(made).latest
    assert latest is not None
    assert latest.summary == "Của người kia."


def test_a_word_file_begins_an_article(editor: Client) -> None:
    file = docx(("Title", "Tên bài"), ("Normal", "Tóm tắt."), ("Heading 1", "Phần một"))
    answer = editor.post(f"{DESK}tu-word/", {"category": "guide", "file": file})
    made = Article.objects.get()
    assert answer.headers["Location"] == f"{DESK}{made.code}/sua/"
    answer = editor.post(f"{DESK}tu-word/", {"category": "guide", "file": SimpleUploadedFile("x.docx", b"x")})
    assert answer.status_code == 422


def test_an_article_in_old_fonts_is_put_into_unicode_and_that_is_said(editor: Client) -> None:
    body = (
        f"<w:p>{spoken('Tr¸ch nhiÖm cña MÆt trËn', '.VnTime')}</w:p><w:p>{spoken('D©n biÕt, d©n bµn', '.VnTime')}</w:p>"
    )
    file = SimpleUploadedFile("bai.docx", docx_of(body))
    page = editor.post(f"{DESK}tu-word/", {"category": "guide", "file": file}, follow=True).content.decode()
    assert "TCVN3 (ABC), đã đổi sang Unicode" in page
    assert (latest := Article.objects.get().latest) is not None
    assert (latest.title, latest.summary) == ("Trách nhiệm của Mặt trận", "Dân biết, dân bàn")


def test_each_kind_of_part_is_added_and_taken_away(editor: Client) -> None:
    made = article()
    place = f"{DESK}{made.code}/kem/"
    told = {"anh-version": made.version, "anh-alt": "Hội trường", "anh-file": picture()}
    assert editor.post(f"{place}anh/", told | {"anh-alt": ""}).status_code == 422
    assert editor.post(f"{place}anh/", told | {"anh-file": picture()}).status_code == 302
    one = made.pictures.get()
    assert editor.get(f"{DESK}{made.code}/tep/anh/{one.file.name}/").headers["Content-Type"] == "image/jpeg"
    film = {
        "phim-version": fresh(made).version,
        "phim-title": "Phim",
        "phim-still": picture(),
        "phim-still_alt": "Sân",
        "phim-youtube": "https://youtu.be/abcDEF12345?t=3",
    }
    assert editor.post(f"{place}phim/", film | {"phim-youtube": "https://evil.example/x"}).status_code == 422
    assert editor.post(f"{place}phim/", film | {"phim-still": picture()}).status_code == 302
    assert made.films.get().youtube == "abcDEF12345"
    assert editor.post(f"{place}anh/{one.pk}/bo/").status_code == 302
    assert made.pictures.count() == 0


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("https://www.youtube.com/watch?v=abcDEF12345&t=1", "abcDEF12345"),
        ("youtu.be/abcDEF12345", "abcDEF12345"),
        ("https://m.youtube.com/shorts/abcDEF12345", "abcDEF12345"),
        ("https://youtube.com.evil.example/watch?v=abcDEF12345", ""),
        ("https://www.youtube.com/watch?v=<script>", ""),
        ("javascript:alert(1)", ""),
        ("https://[", ""),
    ],
)
def test_a_film_is_known_by_its_key_and_by_no_other_host(address: str, key: str) -> None:
    assert youtube_key(address) == key


@pytest.mark.parametrize("page", ["", "xem-truoc/"])
def test_a_page_of_the_desk_plays_the_films_that_stand_on_it(page: str, editor: Client) -> None:
    policy = editor.get(f"{DESK}{with_everything(State.DRAFT).code}/{page}").headers["Content-Security-Policy"]
    assert "media-src 'self'" in policy
    assert "frame-src https://www.youtube-nocookie.com" in policy


def test_two_texts_are_compared_word_by_word(editor: Client) -> None:
    made = article()
    write(code=made.code, written=written(summary="Mọi người gọi được cả ngày."), actor=actor(EDITOR))
    told = editor.get(f"{DESK}{made.code}/so-sanh/1/2/").content.decode()
    assert "<del>" in told
    assert "<ins>" in told
    for wrong in ("1/9", "1/99999999999"):
        assert editor.get(f"{DESK}{made.code}/so-sanh/{wrong}/").status_code == 404


def test_the_list_is_filtered_by_the_address_and_searched_without_marks(editor: Client) -> None:
    article(State.PUBLISHED, title="Đường dây nóng", category="people")
    article(title="Hộp thư góp ý", category="guide")

    def told(question: str) -> tuple[bool, bool]:
        page = editor.get(f"{DESK}?{question}").content.decode()
        return "Đường dây nóng" in page, "Hộp thư góp ý" in page

    assert told("") == (True, True)
    assert told("o-buoc=draft") == told("muc=guide") == told("tu=hop thu") == (False, True)
    assert told("tu=duong day&o-buoc=published") == (True, False)
    assert told("tu=hop thu&muc=people") == (False, False)
    assert told("o-buoc=x&sau=%00") == (True, True)


def test_a_step_is_taken_on_its_page(editor: Client, signed_in: Callable[[str], Client]) -> None:
    made = article(State.IN_REVIEW)
    place = f"{DESK}{made.code}/buoc/"
    assert editor.get(f"{place}duyet/").status_code == 302
    reviewer = signed_in("can-bo-quan")
    assert reviewer.post(f"{place}duyet/", {"version": made.version}).status_code == 302
    asked = {"version": fresh(made).version, "day": "12/03/2018", "hour": "07:30"}
    assert editor.post(f"{place}hen-gio/", asked).status_code == 422
    assert editor.post(f"{place}hen-gio/", asked | {"day": "14/03/2018"}).status_code == 302
    assert fresh(made).state == State.SCHEDULED
    assert editor.get(f"{place}go/").status_code == 302
    assert editor.get(f"{place}x/").status_code == 404


@pytest.mark.parametrize("place", ["", "?tu=hoi", "{}/", "{}/xem-truoc/", "{}/kem/", "{}/sua/", "{}/so-sanh/1/2/"])
def test_no_page_of_the_desk_asks_more_than_ten_times(place: str, editor: Client) -> None:
    made = with_everything(State.DRAFT)
    for n in range(3):
        write(code=made.code, written=written(summary=f"Lần {n}."), actor=actor(EDITOR))
    place = DESK + place.format(made.code)
    editor.get(place)
    with CaptureQueriesContext(connection) as asked:
        assert editor.get(place).status_code == 200
    assert len([one for one in asked.captured_queries if not one["sql"].startswith(("SAVEPOINT", "RELEASE"))]) <= 10
