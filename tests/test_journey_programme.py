"""The plan in a real browser: an officer reads it out of a Word file and gives its duties to the wards, the head puts it into
force, a ward reports on a telephone, the district sends the report back and accepts it, and the board shows it to everybody."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Browser, expect
from tests.browser import BROWSER, Person, chromium
from tests.live import Live

pytestmark = BROWSER

DESK = "/ban-lam-viec/"
TITLE = "Kế hoạch phối hợp cải cách hành chính năm 2018"
HOLD = "Hằng quý Mặt trận các phường tổ chức hội nghị tuyên truyền thủ tục hành chính."
LINES = (
    TITLE,
    "Thực hiện Chương trình phối hợp số 308/CTPH-UBND-MTTQ ngày 29 tháng 12 năm 2017;",
    "1. MỤC ĐÍCH",
    "Giúp người dân hiểu quyền của mình.",
    "2. TRIỂN KHAI",
    HOLD,
    "- Công khai số điện thoại tiếp nhận phản ánh.",
    "Nơi nhận: các phường",
)
SHORT = "Hội nghị tuyên truyền"
TOLD = "Một hội nghị, chưa đếm người dự."


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


def test_a_plan_goes_from_a_word_file_to_the_board(browser: Browser, house: Live, tmp_path: Path) -> None:
    def person(local: str = "", *, language: str = "vi", width: int = 1280, scripts: bool = True) -> Person:
        one = Person(browser, house.address, language=language, width=width, scripts=scripts)
        if local:
            one.sign_in(local)
        return one

    officer, head, ward = person("can-bo-quan"), person("lanh-dao"), person("can-bo-phuong", width=360)
    read_plan(officer, tmp_path / "ke-hoach.docx")
    assign(officer)
    publish(head)
    report(ward)
    send_back(officer)
    complete(ward)
    accept(officer)
    see_board(officer)
    read_public(person(width=360, scripts=False), "Báo cáo đã nộp: 1 / 1")
    read_public(person(language="en"), "Reports sent")


def press(one: Person, name: str) -> None:
    """Press a button of the page, and look at what comes."""
    one.page.get_by_role("button", name=name).click()
    one.page.wait_for_load_state()
    one.check()


def read_plan(officer: Person, file: Path) -> None:
    """Without a file it says so; with one, the purpose is proposed as no duty, and one of two duties is left out."""
    document = Document()
    for line in LINES:
        document.add_paragraph(line)
    document.save(str(file))
    page = officer.go(f"{DESK}chuong-trinh/")
    page.get_by_role("link", name="Đọc một kế hoạch").click()
    officer.check()
    press(officer, "Đọc")
    expect(page.locator("[role=alert]")).to_contain_text("Chọn tệp")
    page.set_input_files("#id_file", file)
    press(officer, "Đọc")
    for width in (360, 1280):
        officer.widen(width)
        officer.check()
    expect(page.locator("main")).to_contain_text("Đã đọc được 3 mục")
    boxes = page.get_by_role("checkbox")
    assert [boxes.nth(n).is_checked() for n in range(3)] == [False, True, True]
    page.get_by_label("Tên ngắn").nth(1).fill(SHORT)
    press(officer, "Xác nhận các mục đã chọn")
    expect(page.locator("main")).to_contain_text("2 nhiệm vụ")
    expect(page.locator("main")).to_contain_text("chưa giao ai")


def assign(officer: Person) -> None:
    """Every ward holds it each quarter, and the activities in the book show it."""
    page = officer.page
    page.get_by_role("link", name=SHORT).click()
    page.get_by_role("link", name="Giao, sửa nhiệm vụ").click()
    for width in (360, 1280):
        officer.widen(width)
        officer.check()
    page.locator("#id_responsible").get_by_label("Mọi Mặt trận phường").check()
    expect(page.locator("#id_rhythm")).to_have_value("quarter")
    page.select_option("#id_figure", "outreach.activities")
    press(officer, "Lưu")
    expect(page.locator("main")).to_contain_text("Mặt trận Phường An Phú")


def publish(head: Person) -> None:
    """The head puts the plan into force."""
    page = head.go(f"{DESK}chuong-trinh/")
    page.get_by_role("link", name=TITLE).click()
    head.check()
    press(head, "Ban hành kế hoạch")
    expect(page.locator("main")).to_contain_text("ban hành 13/03/2018")


def report(ward: Person) -> None:
    """One page of a telephone: the number stands there, some words, sent."""
    page = ward.go(f"{DESK}bao-cao-nhiem-vu/?tinh-trang=no")
    ward.check()
    page.get_by_role("link", name=SHORT).first.click()
    ward.check()
    page.get_by_role("link", name="Viết báo cáo").click()
    ward.check()
    expect(page.locator("#id_counted")).to_have_value("0")
    press(ward, "Nộp báo cáo")
    expect(page.locator("[role=alert]")).to_contain_text("lời báo cáo hoặc tệp kèm theo")
    page.fill("#id_counted", "1")
    page.fill("#id_words", TOLD)
    press(ward, "Nộp báo cáo")
    expect(page.locator("main")).to_contain_text("nộp đúng hạn")


def send_back(officer: Person) -> None:
    """What waits stands in the officer's day; it goes back with a reason."""
    page = officer.go(DESK)
    page.get_by_role("link", name="Xem, nhận hoặc trả về").first.click()
    officer.check()
    expect(page.locator("main")).to_contain_text(TOLD)
    page.get_by_role("link", name="Trả về để bổ sung").click()
    officer.check()
    page.fill("#id_reason", "Xin đếm số người dự.")
    press(officer, "Trả về để bổ sung")
    expect(page.locator("main")).to_contain_text("Nộp lại")


def complete(ward: Person) -> None:
    """The reason stands in the ward's day and on the page where it writes."""
    page = ward.go(DESK)
    page.get_by_role("link", name="Bổ sung báo cáo").first.click()
    ward.check()
    expect(page.locator("main")).to_contain_text("Xin đếm số người dự.")
    expect(page.locator("#id_words")).to_have_value(TOLD)
    page.fill("#id_words", "Một hội nghị, 80 người dự.")
    press(ward, "Nộp báo cáo")


def accept(officer: Person) -> None:
    """The officer accepts it."""
    page = officer.go(DESK)
    page.get_by_role("link", name="Xem, nhận hoặc trả về").first.click()
    press(officer, "Nhận báo cáo")
    expect(page.locator("main")).to_contain_text("Nhận ngày 13/03/2018")


def see_board(officer: Person) -> None:
    """The board tells of it; units stand beside each other."""
    page = officer.go(f"{DESK}chuong-trinh/")
    page.get_by_role("link", name=TITLE).click()
    for width in (360, 1280):
        officer.widen(width)
        officer.check()
    expect(page.locator("main")).to_contain_text("đang làm")
    expect(page.locator("main")).to_contain_text("Báo cáo đã nộp: 1 / 1")
    page.get_by_role("link", name="So sánh đơn vị, năm").click()
    officer.check()
    expect(page.locator("main")).to_contain_text("(100%)")


def read_public(one: Person, words: str) -> None:
    """Everybody reads the plan; nobody is named as late."""
    page = one.go("/ke-hoach/")
    one.check()
    expect(page.locator("main")).to_contain_text(SHORT)
    expect(page.locator("main")).to_contain_text(words)
