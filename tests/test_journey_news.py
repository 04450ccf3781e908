"""An editor pastes from Word, has it reviewed, schedules, publishes and corrects an article; a reader finds it without typing
marks, goes to older and newer, by date, plays a film. In a real browser, without axe violation."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser import BROWSER, Person, chromium
from tests.live import Live
from tests.outreach.test_article_text import WORD

pytestmark = BROWSER

TODAY = "2018-03-13"
DESK = "/ban-lam-viec/tin-bai/"
PASTE = """(html) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  const place = document.querySelector(".ProseMirror");
  place.focus();
  place.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""
MAKE = """
import django; django.setup()
from datetime import timedelta
from tests.outreach.articles_made import article, with_everything
from vidan.foundation.calendar import clock
from vidan.outreach.article_kinds import State
for back in (9, 2):
    with clock.at(clock.now() - timedelta(days=back)):
        article(State.PUBLISHED, title=f"Tin của {back} ngày trước", category="notice")
with clock.at(clock.now() - timedelta(days=5)):
    with_everything()
print("{}")
"""
DUE = """
import django; django.setup()
from datetime import timedelta
from vidan.foundation.calendar import clock
from vidan.outreach.services.show_article import publish_due
with clock.at(clock.now() + timedelta(days=2)):
    print(publish_due())
"""


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Live]:
    live = Live(tmp_path, today=TODAY)
    live.ask(MAKE)
    live.start()
    yield live
    live.stop()


def step(person: Person, code: str, slug: str, **fields: str) -> None:
    """Open the page of a move, look at it, fill it in and take it."""
    person.go(f"{DESK}{code}/buoc/{slug}/")
    person.check()
    for name, value in fields.items():
        person.page.fill(f"[name={name}]", value)
    person.page.click("main button.main")
    person.page.wait_for_url(f"**{DESK}{code}/")


def test_an_article_goes_from_word_to_its_readers(site: Live) -> None:
    with chromium() as browser:
        code = _written(Person(browser, site.address, language="vi", width=1280), site)
        _read(Person(browser, site.address, language="vi", width=360), site)
        _corrected(browser, site, code)


def _written(editor: Person, site: Live) -> str:
    editor.sign_in("bien-tap")
    editor.go(f"{DESK}viet/")
    page = editor.page
    page.wait_for_selector(".ProseMirror")
    page.fill("#id_title", "Đường dây nóng của phường")
    page.fill("#id_summary", "Gọi được cả ngày.")
    page.evaluate(PASTE, WORD)
    assert page.locator(".ProseMirror h2").inner_text().replace("\xa0", " ") == "Đề mục"
    page.locator(".ProseMirror").press("Control+End")
    page.get_by_role("button", name="Gạch đầu dòng").click()
    page.keyboard.type("gõ thêm")
    editor.check()
    page.click("main button.main")
    page.wait_for_url(re.compile(r"TB-2018-\d+/$"))
    code = page.url.rstrip("/").rsplit("/", 1)[-1]
    body = page.locator(".article").inner_html()
    assert "mso" not in body.lower()
    assert "gõ thêm" in body
    editor.check()
    editor.go(f"{DESK}{code}/xem-truoc/")
    editor.check()
    step(editor, code, "gui-duyet")
    assert not page.get_by_role("link", name="Duyệt bài").count()
    reviewer = Person(editor.browser, site.address, language="vi", width=1280)
    reviewer.sign_in("can-bo-quan")
    step(reviewer, code, "duyet")
    step(editor, code, "hen-gio", day="14/03/2018", hour="07:30")
    assert "Hẹn giờ đăng" in page.inner_text("main")
    assert site.ask(DUE) == 1
    return code


def _read(reader: Person, site: Live) -> None:
    """On the day after, found without marks; from there to older and newer news, by day, to the film."""
    page = reader.page
    reader.go("/tin-tuc/")
    reader.check()
    page.fill("#tu", "hoi nghi tuyen truyen")
    page.press("#tu", "Enter")
    page.get_by_role("link", name="Hội nghị tuyên truyền tại phường").click()
    reader.check()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("link", name="Tin của 2 ngày trước").first.click()
    page.get_by_role("link", name="Hội nghị tuyên truyền tại phường").first.click()
    page.get_by_role("link", name="Tin của 9 ngày trước").first.click()
    page.fill("#ngay", "2018-03-08")
    page.get_by_role("button", name="Xem", exact=True).click()
    page.wait_for_url("**/tin-tuc/2018/3/8/")
    reader.check()
    page.get_by_role("link", name="Hội nghị tuyên truyền tại phường").click()
    page.wait_for_selector(".press")
    assert all(one.startswith(site.address) for one in asked), asked
    page.route("https://www.youtube-nocookie.com/**", lambda route: route.fulfill(body="<p>phim</p>"))
    page.locator(".press").click()
    frame = page.locator("iframe")
    assert (frame.get_attribute("src") or "").startswith("https://www.youtube-nocookie.com/embed/abcDEF12345")
    reader.faults.clear()  # the stand-in film is no film
    reader.go("/tin-tuc/phim/")
    reader.check()


def _corrected(browser: Browser, site: Live, code: str) -> None:
    """On the day of the article's coming out it is corrected, and its readers are told."""
    editor = Person(browser, site.address, language="vi", width=360)
    editor.sign_in("bien-tap")
    editor.go(f"{DESK}{code}/dinh-chinh/")
    editor.page.wait_for_selector(".ProseMirror")
    editor.check()
    editor.page.fill("#id_note", "Bản trước ghi nhầm giờ.")
    editor.page.fill("#id_summary", "Gọi được trong giờ hành chính.")
    editor.page.click("main button.main")
    editor.page.wait_for_url(f"**{DESK}{code}/")
    reviewer = Person(browser, site.address, language="vi", width=1280)
    reviewer.sign_in("can-bo-quan")
    reviewer.go(f"{DESK}{code}/so-sanh/1/2/")
    reviewer.check()
    assert reviewer.page.locator("ins").count()
    step(reviewer, code, "duyet-dinh-chinh")
    assert "Bản trước ghi nhầm giờ." in reviewer.page.inner_text("main")
