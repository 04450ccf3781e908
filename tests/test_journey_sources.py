"""A session, a petition, a list and a mail in a real browser, in both languages and widths; no page has a violation."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.browser import BROWSER, Person, chromium
from tests.cases.test_pasted import GOOD, HEAD, pasted, with_cell
from tests.foundation.intake.test_mail import message
from tests.live import Live

pytestmark = BROWSER

DESK = "/ban-lam-viec/"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as one:
        yield one


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Live]:
    site = Live(tmp_path)
    site.start()
    yield site
    site.stop()


@pytest.mark.parametrize(("language", "width"), [("vi", 360), ("en", 1280)])
def test_an_officer_holds_a_session_and_enters_what_comes_in_many_ways(
    browser: Browser, house: Live, language: str, width: int
) -> None:
    officer = Person(browser, house.address, language=language, width=width)
    officer.sign_in("can-bo-quan")
    page = officer.go(f"{DESK}tiep-dan/")
    officer.check()
    page.locator("h2 + table").last.locator("a.gist").first.click()
    officer.check()
    page.locator("main form.text button.main").click()
    page.wait_for_selector("#id_gist")
    officer.check()
    page.fill("#id_people", "7")
    page.fill("#id_speakers", "3")
    page.fill("#id_gist", "Đường ngập sau mưa")
    page.locator("main .case form button.main").click()  # seven send two at most
    expect(page.locator("[role=alert]")).to_be_visible()
    officer.check()
    page.fill("#id_speakers", "2")
    page.fill("#id_promise", "Cùng đi xem")
    page.fill("#id_promised_by", "20/03/2018")
    page.locator("main .case form button.main").click()
    page.wait_for_selector("a[href*='luot=1']")
    officer.check()
    page.click("a[href*='luot=1']")
    expect(page.locator("#id_story")).to_have_value("Đường ngập sau mưa")
    officer.go(f"{DESK}kien-nghi-cua-mat-tran/")
    officer.check()
    page.fill("#id_gist", "Bố trí ghế chờ")
    page.fill("#id_text", "Đề nghị bố trí ghế chờ.")
    page.locator("main button.main").click()
    page.wait_for_selector(".time")
    officer.check()


@pytest.mark.parametrize(("language", "width"), [("vi", 1280), ("en", 360)])
def test_a_list_and_a_mail_become_cases(
    browser: Browser, house: Live, tmp_path: Path, language: str, width: int
) -> None:
    officer = Person(browser, house.address, language=language, width=width)
    officer.sign_in("can-bo-quan")
    page = officer.go(f"{DESK}nhap-y-kien/dan-tu-excel/")
    officer.check()
    page.fill("#id_text", pasted(HEAD, GOOD, with_cell(0, "31/02/2018")))
    page.click("button[name=look]")
    page.wait_for_selector("ul.errors")
    officer.check()
    page.check("#id_leave_out")
    page.click("button[name=save]")
    page.wait_for_selector(".slip.large .digits")
    officer.check()
    mail = tmp_path / "thu.eml"
    mail.write_bytes(message().as_bytes())
    officer.go(f"{DESK}nhap-y-kien/thu-dien-tu/")
    officer.check()
    page.set_input_files("#id_mail", mail)
    page.locator("main button.main").click()
    page.wait_for_selector("#id_story")
    officer.check()
    page.select_option("#id_unit", "mot-cua-a-an-phu")
    page.check("input[name=mode][value=named]")
    page.locator("main button.main").click()
    page.wait_for_selector(".slip.large .digits")
    officer.check()
