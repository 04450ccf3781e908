"""A ward's word in real browsers: handed up, taken by the district, asked about, split and guided; no page has a violation."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from tests.browser import BROWSER, Person, chromium
from tests.live import Live

pytestmark = BROWSER

ASIDE = ("khong-xu-ly", "hoi-nguoi-gui", "nhap", "tach", "noi", "giao-xuong")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as one:
        yield one


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    site = Live(tmp_path_factory.mktemp("house"))
    site.start()
    yield site
    site.stop()


def press(page: Page) -> None:
    page.locator("main button.main").first.click()


def enter(ward: Person) -> None:
    """The ward's officer enters what somebody told her."""
    page = ward.go("/ban-lam-viec/nhap-y-kien/")
    page.check("input[name=source][value=hotline]")
    page.select_option("#id_unit", "mot-cua-a-an-phu")
    page.fill("#id_story", "Người trực quầy hẹn lại ba lần; ngoài ra mong phường có thêm ghế chờ.")
    page.check("input[name=mode][value=anonymous]")
    press(page)
    page.wait_for_selector(".slip.large .digits")


@pytest.mark.parametrize(("language", "width"), [("vi", 1280), ("en", 360)])
def test_a_word_of_the_ward_is_handed_up_and_carried_by_the_district(
    browser: Browser, house: Live, language: str, width: int
) -> None:
    ward = Person(browser, house.address, language=language, width=width)
    ward.sign_in("can-bo-phuong")
    enter(ward)
    page = ward.go("/ban-lam-viec/")
    page.locator("a.gist").first.click()
    code = page.url.rstrip("/").rsplit("/", 1)[-1]
    page.click("summary:has(~ ul a[href$='/chuyen-len/'])")
    page.click("a[href$='/chuyen-len/']")
    ward.check()
    page.fill("#id_reason", "Việc liên quan đến nhiều phường.")
    press(page)
    page.wait_for_url("**/chuyen-mat-tran/")
    assert code in page.content()
    ward.check()

    officer = Person(browser, house.address, language=language, width=width)
    officer.sign_in("can-bo-quan")
    page = officer.go("/ban-lam-viec/chuyen-mat-tran/")
    officer.check()
    page.click(f"a[href$='/{code}/nhan/']")
    officer.check()
    press(page)
    page.wait_for_selector(".said")
    for slug in ASIDE:
        officer.go(f"/ban-lam-viec/ho-so/{code}/{slug}/")
        officer.check()
    page = officer.go(f"/ban-lam-viec/ho-so/{code}/tach/")
    page.fill("#id_what", "Mong phường có thêm ghế chờ.")
    page.select_option("#id_unit", "mot-cua-a-an-phu")
    press(page)
    page.wait_for_selector(".slip.large .digits")
    officer.check()
    page = officer.go(f"/ban-lam-viec/ho-so/{code}/huong-dan/")
    officer.check()
    page.fill("#id_body", "Thanh tra Thành phố")
    page.fill("#id_way", "Ông/bà nộp đơn tại bộ phận tiếp công dân.")
    press(page)
    page.wait_for_selector(".said")
    officer.check()
