"""A page of the old portal becomes an article: once, with its moment, its openings and its old address."""

from datetime import UTC, datetime

import pytest
from tests.cases.made import FRONT, actor, unit
from tests.outreach.articles_made import EDITOR, REVIEWER, fresh
from tests.outreach.old_pages_made import BODY, SUMMARY, TITLE, WHEN, brought, framed, plain

from vidan.outreach.article_kinds import Category, State
from vidan.outreach.models import Article, OldPage
from vidan.outreach.old_pages.blocks import LARGEST_PAGE, address_of, shown
from vidan.outreach.old_pages.verdicts import REASONS, Verdict
from vidan.outreach.services import show_article
from vidan.outreach.services.bring_pages import bring

pytestmark = pytest.mark.django_db


def one(data: bytes | str, name: str = "tin/1.html") -> tuple[Verdict, tuple[str, ...]]:
    [told] = brought([(name, data)])
    return told.verdict, told.reasons


@pytest.mark.parametrize("page", [plain(), framed()])
def test_text_and_html_become_the_same_article(page: str) -> None:
    assert one(page) == (Verdict.TAKEN, ())
    article = fresh(Article.objects.get())
    assert article.state == State.DRAFT
    assert article.latest is not None
    assert (article.latest.title, article.latest.summary) == (TITLE, SUMMARY)
    assert article.latest.body == (
        f"<h2>{BODY[0]}</h2>\n<p>{BODY[1]}</p>\n<ul><li>{BODY[2][2:]}</li>\n<li>{BODY[3][2:]}</li>\n</ul>"
    )
    old = OldPage.objects.get()
    assert old.posted_at == datetime(2018, 3, 12, 3, 5, tzinfo=UTC)
    assert (old.views, article.views) == (892, 892)
    assert [title for title, _leads_to in old.beside["newer"]] == ["Tin mới"]
    assert [title for title, _leads_to in old.beside["older"]] == ["Tin cũ"]


def test_when_it_comes_out_it_keeps_its_moment_and_its_openings() -> None:
    [told] = brought([("1.txt", plain(when="12 Tháng Hai 2018 10:05:00 SA"))])
    show_article.submit(code=told.article, actor=actor(EDITOR))
    show_article.approve(code=told.article, actor=actor(REVIEWER))
    show_article.publish(code=told.article, actor=actor(REVIEWER))
    article = Article.objects.public().get(code=told.article)
    assert article.published_at == datetime(2018, 2, 12, 3, 5, tzinfo=UTC)
    assert article.views == 892


def test_running_again_brings_nothing_twice_however_the_file_was_written() -> None:
    assert one(plain()) == (Verdict.TAKEN, ())
    assert one(framed(), "2.html") == (Verdict.KNOWN, ("already",))
    assert Article.objects.count() == 1


def test_a_try_writes_nothing_and_sees_what_comes_twice() -> None:
    told = brought([("1.txt", plain()), ("2.txt", plain()), ("3.txt", "gì đó")], only_try=True)
    assert [one.verdict for one in told] == [Verdict.TAKEN, Verdict.KNOWN, Verdict.REFUSED]
    assert not Article.objects.exists()


def test_nothing_is_left_of_a_script_or_of_an_attribute() -> None:
    one(framed(inside="<p onclick='x()'>Chào <a href='javascript:x()'>bạn</a> <b>thân</b></p><iframe>khung</iframe>"))
    latest = fresh(Article.objects.get()).latest
    assert latest is not None
    assert "<p>Chào bạn <strong>thân</strong></p>" in latest.body
    assert not {"alert", "onclick", "javascript", "khung"} & set(latest.body.replace("(", " ").split())


def test_a_table_of_figures_stays_a_table() -> None:
    one(framed(inside="<table><tr><th>Phường</th><th>Số lớp</th></tr><tr><td>An Phú</td><td>3</td></tr></table>"))
    latest = fresh(Article.objects.get()).latest
    assert latest is not None
    assert "<td>An Phú</td>" in latest.body


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_every_encoding_of_unicode_is_read(encoding: str) -> None:
    assert one(plain().encode(encoding)) == (Verdict.TAKEN, ())


def test_letters_written_as_entities_are_read() -> None:
    page = framed().replace("hướng dẫn", "h&#432;&#7899;ng d&#x1EAB;n").replace("thủ", "th&#7911;")
    assert one(page) == (Verdict.TAKEN, ())
    latest = fresh(Article.objects.get()).latest
    assert latest is not None
    assert latest.title == TITLE


@pytest.mark.parametrize(
    ("page", "reasons"),
    [
        (plain(views="không rõ"), ("no_views",)),
        (framed(inside="<p><img src='a.jpg' alt=''></p>"), ("pictures_left",)),
        (plain(summary="Lớp mở h\ufffdc kỳ này."), ("broken_letters",)),
    ],
)
def test_what_a_person_should_look_at_is_told(page: str, reasons: tuple[str, ...]) -> None:
    assert one(page) == (Verdict.DOUBTED, reasons)
    assert OldPage.objects.get().doubts == list(reasons)


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (b"", "unreadable"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "unreadable"),
        (b"x" * (LARGEST_PAGE + 1), "too_large"),
        (b"Xin ch\xc3\xa0o", "no_moment"),
        (plain(when="31 Tháng Hai 2018 10:05:00 SA"), "wrong_moment"),
        (plain(when="13 Tháng Ba 2019 10:05:00 SA"), "in_future"),
        (f"<html><body><p>{WHEN}</p></body></html>", "no_title"),
        (f"<html>{'<div>' * 200}{WHEN}", "no_title"),
        (f"<html>{'<div>' * 5000}{WHEN}", "unreadable"),
    ],
)
def test_what_is_no_article_is_refused_with_its_reason(page: bytes | str, reason: str) -> None:
    verdict, reasons = one(page)
    assert (verdict, reasons) == (Verdict.REFUSED, (reason,))
    assert str(REASONS[reason])
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ("<!-- saved from url=(0040)http://cu.vi.du/tin/xem.aspx?id=7 -->", "/tin/xem.aspx?id=7"),
        ('<link rel="canonical" href="http://cu.vi.du/tin/7">', "/tin/7"),
        ('<meta property="og:url" content="http://cu.vi.du/tin/8?a=1&amp;b=2">', "/tin/8?a=1&b=2"),
        ("", "/tin/1.html"),
    ],
)
def test_the_old_address_is_the_one_that_the_page_names_or_its_file(head: str, address: str) -> None:
    one(framed(head=head))
    assert OldPage.objects.get().address == address


@pytest.mark.parametrize("url", ["", "x", "http://cu.vi.du", "http://cu.vi.du/", "http://[", "//cu/\n"])
def test_what_leads_to_no_page_is_no_address(url: str) -> None:
    assert address_of(url) == ""


def test_two_pages_with_one_address_are_told_and_the_first_keeps_it() -> None:
    head = '<link rel="canonical" href="http://cu.vi.du/tin/7">'
    told = brought([("1.html", framed(head=head)), ("2.html", framed(head=head, title="Bài khác"))])
    assert [one.reasons for one in told] == [(), ("same_address",)]
    assert sorted(OldPage.objects.values_list("address", flat=True)) == ["", "/tin/7"]


def test_the_portals_category_becomes_ours() -> None:
    one(plain().replace("Tin tức sự kiện", "Cải cách hành chính"))
    assert Article.objects.get().category == Category.REFORM


def test_who_does_not_write_for_the_front_brings_nothing() -> None:
    with pytest.raises(Article.DoesNotExist):
        list(bring([("1.txt", lambda: plain().encode())], front=unit(FRONT), actor=actor("phu-nu")))


def test_a_file_that_cannot_be_read_is_told_and_the_next_is_brought() -> None:
    def fails() -> bytes:
        raise OSError

    told = list(bring([("1", fails), ("2", lambda: plain().encode())], front=unit(FRONT), actor=actor(EDITOR)))
    assert [one.verdict for one in told] == [Verdict.REFUSED, Verdict.TAKEN]


def test_links_of_the_lists_are_kept_with_where_they_led() -> None:
    one(framed())
    assert OldPage.objects.get().beside["older"] == [["Tin cũ", "/tin/0.html"]]


@pytest.mark.parametrize(
    "data", [b"<html>\0<p>", b"<p>" * 3000, b"\xff\xfe\x00", b"<table>" * 400, b"&#0;<br>&#xD800;<br>"]
)
def test_hostile_bytes_break_nothing(data: bytes) -> None:
    assert isinstance(shown(data).blocks, list)
