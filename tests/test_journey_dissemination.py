"""Dissemination in a real browser: a ward logs a conference on a telephone, the union pastes its list, the district reads the
plan against what was done and prints a poster, and everybody reads of the conference."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.browser import BROWSER, Person, chromium
from tests.foundation.files.samples import jpg
from tests.live import Live

pytestmark = BROWSER

DESK = "/ban-lam-viec/tuyen-truyen/"
TITLE = "Hỏi đáp về đăng ký khai sinh"
SHOWS = "Bà con nghe giới thiệu thủ tục khai sinh"
ROWS = (
    "05/03/2018\tNói chuyện, sinh hoạt\tThủ tục hành chính\tVăn phòng khu phố 1\t35\n"
    "06/03/2018\tNói chuyện, sinh hoạt\tKhảo sát sự hài lòng\tVăn phòng khu phố 2\tbốn mươi\n"
    "07/03/2018\tTờ gấp, áp phích\tĐường dây nóng, hộp thư góp ý\tChợ phường\t120\n"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as one:
        yield one


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Live]:
    site = Live(tmp_path / "house")
    site.start()
    yield site
    site.stop()


def test_a_conference_goes_from_a_telephone_to_the_plan_and_the_public_page(
    browser: Browser, house: Live, tmp_path: Path
) -> None:
    def person(local: str = "", *, language: str = "vi", width: int = 1280, scripts: bool = True) -> Person:
        one = Person(browser, house.address, language=language, width=width, scripts=scripts)
        if local:
            one.sign_in(local)
        return one

    head, ward = person("lanh-dao"), person("can-bo-phuong", width=360)
    write_plan(head)
    log_conference(ward, tmp_path / "IMG_2041.jpg")
    paste_list(person("phu-nu"))
    read_plan(head)
    print_poster(head)
    read_public(person(width=360, scripts=False), "lượt người")
    read_public(person(language="en"), "activities")


def press(one: Person, name: str) -> None:
    """Press a button of the page, and look at what comes."""
    one.page.get_by_role("button", name=name).click()
    one.page.wait_for_load_state()
    one.check()


def write_plan(head: Person) -> None:
    """The ward shall hold two conferences on procedures this quarter."""
    page = head.go(f"{DESK}ke-hoach/ghi/")
    for width in (360, 1280):
        head.widen(width)
        head.check()
    page.select_option("#id_unit", label="Ủy ban Mặt trận Tổ quốc Việt Nam Phường An Phú")
    page.select_option("#id_quarter", "1")
    page.select_option("#id_topic", "procedures")
    page.fill("#id_count", "2")
    press(head, "Ghi vào kế hoạch")
    expect(page.locator("main")).to_contain_text("0 / 2")


def log_conference(ward: Person, photo: Path) -> None:
    """One page of a telephone: kind and day stand there already; topic, place, people, a picture, and a name from the fold."""
    photo.write_bytes(jpg(size=(2400, 1800)))
    page = ward.go(DESK)
    page.get_by_role("link", name="Ghi một hoạt động").click()
    ward.check()
    expect(page.locator("#id_kind")).to_have_value("conference")
    expect(page.locator("#id_on")).to_have_value("13/03/2018")
    press(ward, "Ghi hoạt động")
    expect(page.locator("[role=alert]")).to_contain_text("Chọn nội dung tuyên truyền")
    page.select_option("#id_topic", "procedures")
    page.fill("#id_place", "Nhà văn hóa phường An Phú")
    page.fill("#id_reached", "85")
    page.set_input_files("#id_upload", photo)
    page.fill("#id_alt", SHOWS)
    page.get_by_text("Ghi thêm: tên").click()
    page.fill("#id_title", TITLE)
    page.fill("#id_cost", "1.500.000")
    ward.check()
    press(ward, "Ghi hoạt động")
    expect(page.locator("h1")).to_have_text(TITLE)
    expect(page.locator("main")).to_contain_text("1.500.000")
    expect(page.get_by_alt_text(SHOWS)).to_be_visible()


def paste_list(union: Person) -> None:
    """Three rows from Excel, one with a faulty cell, which is told and mended on the page."""
    page = union.go(f"{DESK}dan-tu-excel/")
    page.fill("#id_text", ROWS)
    press(union, "Xem trước")
    expect(page.locator("td .errors")).to_have_text("Ghi số người bằng chữ số.")
    expect(page.locator("main")).to_contain_text("2 dòng đúng, 1 dòng sai")
    page.fill("#id_text", page.input_value("#id_text").replace("bốn mươi", "40"))
    press(union, "Xem trước")
    press(union, "Lưu 3 dòng")
    expect(page.locator("tbody tr")).to_have_count(3)


def read_plan(head: Person) -> None:
    """The district sees what of the plan is done, what is beyond it, and its figure."""
    page = head.go(f"{DESK}ke-hoach/?nam=2018")
    ward = page.locator("tr", has_text="Mặt trận Phường An Phú").first
    expect(ward).to_contain_text("1 / 2")
    union = page.locator("tr", has_text="Hội Phụ nữ Phường An Phú").first
    expect(union.locator("td").last).to_have_text("3")
    head.check()
    page = head.go(f"{DESK}?don-vi=phu-nu-a-an-phu&chu-de=survey")
    expect(page.locator("tbody tr")).to_have_count(1)
    head.check()


def print_poster(head: Person) -> None:
    """The poster of the ward's counter is looked at and taken as PDF."""
    page = head.go("/ban-lam-viec/ap-phich/")
    head.check()
    page.get_by_role("link", name="Một cửa Phường An Phú").first.click()
    page.wait_for_load_state()  # pictures too
    assert page.locator("figure img").evaluate("one => one.complete && one.naturalWidth") == 595
    head.check()
    with page.expect_download() as coming:
        page.get_by_role("link", name="A3").click()
    assert Path(coming.value.path()).read_bytes().startswith(b"%PDF")


def read_public(reader: Person, said: str) -> None:
    """Everybody reads of the conference and sees its picture; nobody sees what it cost."""
    page = reader.go("/so-lieu/")
    reader.check()
    page.locator("main a[href*='/tuyen-truyen/']").click()
    expect(page.locator("main")).to_contain_text(TITLE)
    expect(page.locator("main")).to_contain_text(said)
    expect(page.locator("main")).not_to_contain_text("1.500.000")
    expect(page.get_by_alt_text(SHOWS)).to_be_visible()
    picture = page.context.request.get(f"{reader.site}{page.get_by_alt_text(SHOWS).get_attribute('src')}")
    assert (picture.status, picture.headers["content-type"]) == (200, "image/webp")
    reader.check()
