"""The yearly score in a real browser: drafted from live figures, heard, decided, sent, published, read to its records."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser import BROWSER, Person, chromium
from tests.live import Live

pytestmark = BROWSER

DESK = "/ban-lam-viec/cham-diem/"
TODAY = "2018-04-18"

FURNISH = """
import django; django.setup()
import json
from datetime import datetime
from tests.cases.made import made, settle
from tests.scorecards.made import four_criteria
from vidan.cases.kinds import State
from vidan.foundation.calendar import clock
from vidan.foundation.jobs.schedule import run_due
from vidan.site.schedule import SCHEDULE
with clock.at(datetime(2018, 3, 13, 9, tzinfo=clock.now().tzinfo)):
    for _n in range(3):
        made(State.ANSWERED)
    made(State.TRANSFERRED)
four_criteria()
run_due(SCHEDULE)
print(json.dumps(True))
"""

LEFT_OUT = ("I.1", "II.2", "II.3", "III.2", "III.3", "IV.1", "IV.2")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as one:
        yield one


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Live]:
    site = Live(tmp_path, today=TODAY)
    site.ask(FURNISH)
    site.start()
    yield site
    site.stop()


def line(page: Page, item: str) -> str:
    """Where the line of an item stands in the sheet."""
    key = page.locator(".scoring tbody tr", has=page.locator(f"td:first-child:text-is('{item}')")).get_attribute("id")
    assert key is not None
    return key


def saved(page: Page, key: str) -> None:
    expect(page.locator(f"#{key}got .stopped")).to_be_visible()


def press(page: Page) -> None:
    """Press the main button of a move's page and wait for the sheet."""
    page.locator("main form button.main").last.click()
    page.wait_for_selector(".scoring")


def test_the_district_is_scored_from_live_figures_to_the_point_a_reader_opens(browser: Browser, house: Live) -> None:
    def person(local: str, *, language: str = "vi", width: int = 1280, scripts: bool = True) -> Person:
        one = Person(browser, house.address, language=language, width=width, scripts=scripts)
        if local:
            one.sign_in(local)
        return one

    officer = person("can-bo-quan")
    page = officer.go(f"{DESK}mo/")
    officer.check()
    page.fill("#id_year", "2018")
    page.fill("#id_cut_off", "18/04/2018")
    press(page)
    officer.check()
    sheet = page.url.removeprefix(house.address)
    code = sheet.rstrip("/").rsplit("/", 1)[1]

    # The platform's figure stands beside the item: three of four answers came in time. It is entered in place.
    key = line(page, "II.1")
    expect(page.locator(f"#{key}got a.num")).to_have_text("3 / 4")
    page.fill(f"#{key}in_part", "3")
    page.fill(f"#{key}in_whole", "4")
    page.keyboard.press("Tab")
    saved(page, key)
    expect(page.locator(f"#{key}points")).to_have_text("9,00")
    for item in LEFT_OUT:
        key = line(page, item)
        page.locator(f"#{key} details.note summary").click()
        page.fill(f"#{key}note", "Trong quý I chưa có việc này.")
        page.check(f"#{key}left_out")
        saved(page, key)
    key = line(page, "I.2")
    page.select_option(f"#{key}in_level", "b")
    saved(page, key)
    key = line(page, "III.1")
    page.fill(f"#{key}in_count", "ba")
    page.keyboard.press("Tab")
    expect(page.locator(f"#{key}got .late")).to_be_visible()
    page.fill(f"#{key}in_count", "0")
    page.keyboard.press("Tab")
    saved(page, key)
    expect(page.locator("#tong")).to_contain_text("22,00 / 30")
    officer.check()

    # The committee declares otherwise, without a script on a telephone: the difference has to be explained.
    committee = person("can-bo-ubnd-quan", width=360, scripts=False)
    committee.go(sheet)
    committee.check()
    theirs = committee.go(f"{sheet}muc/II.1/")
    theirs.fill("#id_in_part", "4")
    theirs.fill("#id_in_whole", "4")
    theirs.fill("#id_note", "Trả lời thứ tư đã gửi qua bưu điện.")
    theirs.locator("main form button.main").click()
    committee.check()
    officer.go(sheet)
    assert not page.locator("a[href$='/lay-y-kien/']").count()
    officer.go(f"{sheet}muc/II.1/")
    page.fill("#id_note", "Văn bản gửi qua bưu điện chưa đến Mặt trận.")
    page.locator("main form button.main").click()
    officer.go(f"{sheet}lay-y-kien/")
    officer.check()
    press(page)

    # A women's union and a ward Front give their opinions; the committee's remarks come on paper.
    for local, stand, language in (("phu-nu", "agrees", "vi"), ("can-bo-phuong", "higher", "en")):
        asked = person(local, language=language, width=360)
        one = asked.go(f"{sheet}muc/II.1/")
        one.check(f"input[name=stand][value={stand}]")
        if stand == "higher":
            one.locator("form[action$='/gop-y/'] button.main").click()
            expect(one.locator("[role=alert]")).to_be_visible()
            asked.check()
            one.check(f"input[name=stand][value={stand}]")
            one.fill("form[action$='/gop-y/'] textarea", "Bưu điện chuyển chậm.")
        one.locator("form[action$='/gop-y/'] button.main").click()
        expect(one.locator(".letters .who").first).to_be_visible()
        asked.check()
    officer.go(f"{sheet}ghi-y-kien-don-vi/")
    officer.check()
    for name, value in (("number", "45/UBND"), ("dated", "16/04/2018"), ("received_on", "18/04/2018")):
        page.fill(f"#id_{name}", value)
    page.fill("#id_text", "Đề nghị tính trả lời gửi qua bưu điện theo ngày dấu bưu điện.")
    press(page)
    officer.go(f"{sheet}trinh/")
    officer.check()
    page.fill("#id_comment", "Việc trả lời có tiến bộ; còn một trả lời trễ.")
    press(page)

    # The head decides, the letter goes out with its number, the official index is recorded, the sheet is published.
    head = person("lanh-dao", width=360)
    desk = head.page
    for move in ("quyet-dinh", "gui"):
        head.go(f"{sheet}{move}/")
        head.check()
        press(desk)
        head.check()
    expect(desk.locator(".facts")).to_contain_text("01/MTTQ-BTT")
    officer.go(f"{sheet}ket-qua-cong-bo/")
    officer.check()
    page.fill("#id_source", "Thông báo 9/TB-HĐTĐ")
    page.fill("#id_published_on", "17/04/2018")
    page.fill("#id_points_0", "24,5")
    page.fill("#id_maximum_0", "30")
    press(page)
    officer.check()
    head.go(f"{sheet}cong-bo/")
    head.check()
    press(desk)

    # A reader opens a point; the officer gets from it to the records.
    for language, width in (("vi", 360), ("en", 1280)):
        reader = person("", language=language, width=width, scripts=False)
        shown = reader.go("/chi-so/")
        reader.check()
        shown.click(f"a[href$='/chi-so/phieu/{code}/']")
        reader.check()
        expect(shown.locator("main")).to_contain_text("24" + ("," if language == "vi" else ".") + "5")
        shown.click("a[href$='/II.1/']")
        reader.check()
        expect(shown.locator("main")).to_contain_text("Văn bản gửi qua bưu điện chưa đến Mặt trận.")
    officer.go(f"/chi-so/phieu/{code}/II.1/")
    page.click("a[href*='ky=den-han']")
    page.wait_for_selector(".work tbody tr")
    assert page.locator(".work tbody tr").count() == 4
    officer.check()
