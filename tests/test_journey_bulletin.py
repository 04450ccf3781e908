"""A bulletin goes out: a reader asks for it without scripts on a telephone and confirms, the editor gathers three articles, a
second person approves and sends, the mail comes, the reader leaves by one press. In a real browser, without axe violation."""

import re
import time
import urllib.request
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser import BROWSER, Person, chromium
from tests.live import Live
from tests.sink import Taken, mail_sink

pytestmark = BROWSER

READER = "nguoi-doc@vidan.example"
LIST, DESK = "/tin-tuc/ban-tin/", "/ban-lam-viec/ban-tin/"
MAKE = """
import django; django.setup()
from tests.outreach.articles_made import article
from vidan.outreach.article_kinds import State
for n in range(4):
    article(State.PUBLISHED, title=f"Tin thứ {n}", category="notice")
print("{}")
"""
MAIL = """
import django; django.setup()
from vidan.outreach.services.mail_bulletin import mail_bulletins
mail_bulletins()
print("{}")
"""
"""What the worker does each minute, at once."""

Place = tuple[Live, Taken]


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Place]:
    with mail_sink() as taken:
        live = Live(tmp_path, more={"VIDAN_MAIL_URL": f"smtp://127.0.0.1:{taken.port}"})
        live.ask(MAKE)
        live.start()
        yield live, taken
        live.stop()


def letters(taken: Taken, count: int) -> list[EmailMessage]:
    """The mails to the reader, as soon as there are so many."""
    until = time.monotonic() + 30
    found: list[str] = []
    while len(found) < count and time.monotonic() < until:
        found = [body for to, body in taken.mails if to == READER]
        time.sleep(0.1)
    assert len(found) == count
    return [message_from_bytes(one.encode(), _class=EmailMessage, policy=default) for one in found]


def words_of(letter: EmailMessage) -> str:
    body = letter.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def test_a_bulletin_goes_out(site: Place) -> None:
    live, taken = site
    with chromium() as browser:
        _subscribe(browser, live, taken)
        _send(browser, live, "Tháng Ba ở phường mình")
        live.ask(MAIL)
        _asking, bulletin = letters(taken, 2)
        assert "Tin thứ 2" in words_of(bulletin)
        _read(browser, live)
        _leave(browser, live, bulletin)
        _send(browser, live, "Tháng Tư ở phường mình")
        live.ask(MAIL)
        assert len(letters(taken, 2)) == 2
    assert READER not in (live.folder / "log").read_text()


def _subscribe(browser: Browser, live: Live, taken: Taken) -> None:
    reader = Person(browser, live.address, language="vi", width=360, scripts=False)
    page = reader.go("/tin-tuc/")
    page.get_by_role("link", name="Bản tin: đọc, in, nhận qua thư").click()
    reader.check()
    page.fill("#id_address", "khong-phai")
    page.get_by_role("button", name="Đăng ký nhận").click()
    assert page.input_value("#id_address") == "khong-phai"
    page.fill("#id_address", READER)
    page.get_by_role("button", name="Đăng ký nhận").click()
    page.wait_for_url(f"**{LIST}da-gui/")
    reader.check()
    (letter,) = letters(taken, 1)
    links = re.findall(r"https?://\S+/xac-nhan/\S+", words_of(letter))
    assert len(links) == 1
    page.goto(links[0])
    reader.check()
    page.get_by_role("button", name="Xác nhận nhận bản tin").click()
    assert "Đã xác nhận" in page.inner_text("h1")


def _send(browser: Browser, live: Live, title: str) -> None:
    """The editor gathers and looks at it as page, mail and paper; a second person approves and sends."""
    editor = Person(browser, live.address, language="vi", width=1280)
    editor.sign_in("bien-tap")
    page = editor.go(f"{DESK}soan/")
    editor.check()
    page.fill("#id_title", title)
    page.fill("#id_opening", "Ba việc vừa xong ở phường.")
    page.get_by_role("button", name="Lưu bản tin").click()
    assert "Chọn từ một đến mười hai bài" in page.inner_text("main")
    assert page.input_value("#id_title") == title
    for n, place in ((2, "1"), (0, "2"), (1, "3")):
        page.get_by_role("checkbox", name=f"Tin thứ {n}").check()
        page.get_by_label(f"Thứ tự của bài Tin thứ {n}").fill(place)
    page.get_by_role("button", name="Lưu bản tin").click()
    page.wait_for_url(re.compile(rf"{DESK}2018-\d+/$"))
    editor.check()
    told = page.inner_text(".case ol")
    assert -1 < told.index("Tin thứ 2") < told.index("Tin thứ 0") < told.index("Tin thứ 1")
    place = "/" + page.url.split("/", 3)[3]
    editor.go(f"{place}thu/")
    editor.check()
    assert page.context.request.get(f"{live.address}{place}to-in.pdf").body().startswith(b"%PDF")
    editor.go(f"{place}buoc/duyet/")
    assert "cần người duyệt không phải người soạn" in page.inner_text("body")
    second = Person(browser, live.address, language="vi", width=360)
    second.sign_in("can-bo-quan")
    for slug in ("duyet", "phat-hanh"):
        second.go(f"{place}buoc/{slug}/")
        second.check()
        second.page.click("main button.main")
        second.page.wait_for_url(f"**{place}")
    second.check()
    assert "Đã phát hành" in second.page.inner_text("main")
    editor.context.close()
    second.context.close()


def _read(browser: Browser, live: Live) -> None:
    """Anybody reads it as a page and takes the paper; in English too."""
    reader = Person(browser, live.address, language="vi", width=360)
    page = reader.go(LIST)
    page.get_by_role("link", name="Tháng Ba ở phường mình").click()
    reader.check()
    paper = page.context.request.get(f"{live.address}{LIST}2018-1.pdf")
    assert paper.headers["content-type"] == "application/pdf"
    assert paper.body().startswith(b"%PDF")
    page.get_by_role("link", name="Tin thứ 2").click()
    assert page.inner_text("h1") == "Tin thứ 2"
    english = Person(browser, live.address, language="en", width=360)
    english.go(LIST)
    english.check()


def _leave(browser: Browser, live: Live, letter: EmailMessage) -> None:
    """The mail program presses for the reader; the page says so to whoever opens the link afterwards."""
    link = str(letter["List-Unsubscribe"]).strip(" <>")
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    reader = Person(browser, live.address, language="vi", width=360, scripts=False)
    reader.page.goto(link)
    reader.check()
    assert "Thôi nhận bản tin" in reader.page.inner_text("h1")
    with urllib.request.urlopen(link, data=b"List-Unsubscribe=One-Click", timeout=10) as answer:
        assert answer.status == 200
    reader.page.goto(link)
    assert "Địa chỉ không còn ở đây" in reader.page.inner_text("h1")
