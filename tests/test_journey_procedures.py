"""A catalogue comes in as a spreadsheet; a citizen without scripts finds a procedure, prints what to bring, reports from it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.browser import BROWSER, Person, chromium
from tests.live import Live
from tests.outreach.procedure_made import BIRTH

from vidan.foundation.sheets.write import as_xlsx
from vidan.outreach.procedure_sheet import COLUMNS, headings

pytestmark = BROWSER

DESK = "/ban-lam-viec/thu-tuc/"
WRITTEN = BIRTH | {"level": "Phường", "received_by": "Bộ phận một cửa", "limit_unit": "ngày làm việc"}
OTHERS = (
    {"code": "doc-than", "name": "xác nhận tình trạng hôn nhân", "also_called": "giấy độc thân"},
    {"code": "xay-nha", "name": "cấp phép xây dựng", "level": "Quận", "also_called": "", "field": "Xây dựng"},
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as one:
        yield one


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Live]:
    site = Live(tmp_path, today="2018-06-12")
    site.start()
    yield site
    site.stop()


def test_procedures_are_brought_in_found_printed_and_reported_from(
    browser: Browser, house: Live, tmp_path: Path
) -> None:
    editor = Person(browser, house.address, language="vi", width=1280)
    editor.sign_in("bien-tap")
    bring(editor, tmp_path / "thu-tuc.xlsx")
    citizen = Person(browser, house.address, language="vi", width=360, scripts=False)
    find(citizen)
    make_the_list(citizen)
    report(citizen)
    stranger = Person(browser, house.address, language="en", width=360)
    expect(stranger.go("/thu-tuc/khai-sinh/").locator("h1")).to_have_text("Birth registration")
    stranger.check()
    officer = Person(browser, house.address, language="vi", width=1280)
    officer.sign_in("can-bo-quan")
    officer.page.locator("main a.gist, main .work a").first.click()
    expect(officer.page.locator(".crumbs")).to_contain_text("đăng ký khai sinh")
    officer.check()


def bring(editor: Person, place: Path) -> None:
    """The table has one faulty cell; it is mended on the page, and all three are published."""
    faulty = [WRITTEN | told for told in ({"limit_days": "năm"}, *OTHERS)]
    rows = [[row.get(name, "") for name in COLUMNS] for row in faulty]
    place.write_bytes(as_xlsx("Thủ tục", headings(), rows))
    page = editor.go(DESK)
    editor.check()
    page.get_by_role("link", name="Đưa vào từ bảng tính").click()
    editor.check()
    page.set_input_files("#id_table", place)
    page.locator("main button.main").click()
    cell = f"Ô {'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[COLUMNS.index('limit_days')]}2"
    expect(page.locator("main [role=alert]")).to_contain_text(cell)
    editor.check()
    assert "Chưa có thủ tục nào" in page.context.request.get(f"{editor.site}{DESK}").text()
    pasted = page.input_value("#id_text")
    page.fill("#id_text", pasted.replace("\tnăm\t", "\t5\t"))
    page.check("#id_publish")
    page.locator("main button.main").click()
    expect(page.locator(".said")).to_contain_text("Đã đưa 3 thủ tục vào danh mục.")
    editor.check()
    page.locator("a.gist").first.click()
    expect(page.locator("main .state").first).to_have_text("Đang có hiệu lực")
    editor.check()


def find(citizen: Person) -> None:
    """From the front page to the procedure, by everyday words without marks."""
    page = citizen.go("/")
    citizen.check()
    page.locator(".doors").get_by_text("Tìm thủ tục").click()
    citizen.check()
    page.fill("#tim", "giay khai sihn")
    page.get_by_role("button", name="Tìm").click()
    expect(page.locator("main .rows li")).to_have_count(1)
    citizen.check()
    page.get_by_role("link", name="Đăng ký khai sinh").click()
    expect(page.locator("main")).to_contain_text("chậm nhất thứ Ba, 19/06/2018 có kết quả")
    citizen.check()


def make_the_list(citizen: Person) -> None:
    """What to bring, for the one condition that holds and the place she goes to; it prints on one sheet with the telephone."""
    page = citizen.page
    page.get_by_role("link", name="Lập danh sách cần mang theo").click()
    citizen.check()
    expect(page.locator(".checklist")).not_to_contain_text("Giấy kết hôn")
    page.get_by_label("Cha mẹ đã kết hôn").check()
    page.select_option("#noi", label="Một cửa Phường An Phú")
    page.get_by_role("button", name="Lập danh sách").click()
    expect(page.locator(".checklist")).to_contain_text("Giấy kết hôn")
    citizen.check()
    page.get_by_label("Giấy chứng sinh").check()
    page.emulate_media(media="print")
    expect(page.locator(".checklist svg").first).to_be_visible()
    expect(page.locator(".checklist")).to_contain_text("028")
    expect(page.get_by_role("button", name="Lập danh sách")).to_be_hidden()
    assert page.pdf(format="A4").count(b"/Type /Page\n") == 1
    page.emulate_media(media="screen")


def report(citizen: Person) -> None:
    """The letter knows the procedure and the place already; she sends it without a name."""
    page = citizen.page
    page.get_by_role("link", name="Nói tôi được phục vụ thế nào").click()
    citizen.check()
    page.check("input[value=feedback]")
    page.locator("main button.main").click()
    expect(page.locator("#id_procedure")).to_have_value("đăng ký khai sinh")
    expect(page.locator("#id_unit")).to_have_value("mot-cua-a-an-phu")
    citizen.check()
    page.locator("main button.main").click()
    page.check("input[value=delay]")
    page.locator("main button.main").click()
    page.fill("#id_story", "Hẹn ba lần vẫn chưa xong.")
    page.locator("main button.main").click()
    page.locator("main button.main").click()
    page.check("input[value=anonymous]")
    page.locator("main button.main").click()
    expect(page.locator("main")).to_contain_text("đăng ký khai sinh")
    page.locator("main button.main").click()
    expect(page.locator(".slip .digits")).to_be_visible()
