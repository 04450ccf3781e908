"""A report in a real browser: the officer drafts it, a colleague comments, the head signs, the City's Front reads it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.browser import BROWSER, Person, chromium
from tests.live import Live

pytestmark = BROWSER

DESK = "/ban-lam-viec/bao-cao/"
TODAY = "2018-12-20"

FURNISH = """
import django; django.setup()
import json
from datetime import date
from tests.reports.report_made import counted
for month in (2, 5, 8, 11):
    counted("cases.received", on=date(2018, month, 6), n=30 + month)
    counted("outreach.activities", on=date(2018, month, 9), n=4, about="mttq-a-quan-2")
print(json.dumps(True))
"""


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


def press(person: Person) -> None:
    """Press the main button of a form and wait for the report."""
    person.page.locator("main form button.main").last.click()
    person.page.wait_for_selector("dl.facts")


def test_a_year_is_reported_from_the_draft_to_the_citys_front(browser: Browser, house: Live) -> None:
    officer = Person(browser, house.address, language="vi", width=1280)
    officer.sign_in("can-bo-quan")
    page = officer.go(f"{DESK}mo/")
    officer.check()
    page.select_option("#id_period", "year-2018-1")
    press(officer)
    officer.check()
    expect(page.get_by_text("Đã tiếp nhận 146 ý kiến của Nhân dân")).to_be_visible()
    code = page.url.rstrip("/").rpartition("/")[2]
    report = f"{DESK}{code}/"

    officer.go(f"{report}phan/limits/")
    officer.check()
    page.fill("#id_text", "Năm {year} có {cases.received} ý kiến, còn nơi trả lời trễ.")
    press(officer)
    expect(page.locator("#limits")).to_contain_text("Năm 2018 có 146 ý kiến, còn nơi trả lời trễ.")
    officer.go(f"{report}xin-gop-y/")
    press(officer)

    colleague = Person(browser, house.address, language="vi", width=360)
    colleague.sign_in("can-bo-quan-2")
    page = colleague.go(f"{report}phan/limits/gop-y/")
    colleague.check()
    page.fill("#id_text", "Nêu thêm nguyên nhân.")
    press(colleague)
    colleague.check()

    page = officer.go(report)
    expect(page.locator("#limits")).to_contain_text("Nêu thêm nguyên nhân.")
    page.locator("#limits form button").click()
    page.wait_for_selector("dl.facts")
    officer.go(f"{report}trinh/")
    press(officer)

    head = Person(browser, house.address, language="vi", width=1280)
    head.sign_in("lanh-dao")
    page = head.go("/ban-lam-viec/nam/")
    head.check()
    page.locator(f"a[href$='{report}duyet/']").click()
    head.check()
    page.locator("main form button.main").last.click()
    expect(page.locator("main .errors").first).to_be_visible()
    page.check("#id_seen")
    press(head)
    expect(page.locator("dl.facts")).to_contain_text("01/BC-MTTQ-BTT")
    head.go(f"{report}gui/")
    press(head)
    head.check()

    city = Person(browser, house.address, language="vi", width=1280)
    city.sign_in("mat-tran-tp")
    page = city.go(f"{DESK}cac-don-vi/?ky=year-2018-1&phan=petitions")
    city.check()
    expect(page.locator("tr.total")).to_contain_text("146")
    page.locator("main table tbody a").first.click()
    city.check()
    expect(page.locator("#limits")).to_contain_text("Năm 2018 có 146 ý kiến")
    with page.expect_download() as saved:
        page.locator("dl.facts a", has_text="bao-cao.pdf").click()
    assert saved.value.path().read_bytes().startswith(b"%PDF")

    reader = Person(browser, house.address, language="en", width=360, scripts=False)
    reader.go(f"/bao-cao/{code}/")
    reader.fits()
    for person in (officer, colleague, head, city, reader):
        assert person.faults == []
