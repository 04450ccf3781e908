"""One case in real browsers, from the citizen's phone to the answer read with the code, in both languages and widths."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser import BROWSER, Person, chromium
from tests.live import Live

pytestmark = BROWSER

STORY = "Tôi hỏi giấy tờ thì người trực quầy nói trống không, hẹn lại ba lần."


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as one:
        yield one


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    site = Live(tmp_path)
    site.start()
    yield site
    site.stop()


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """One site for the journeys that do not mind each other."""
    site = Live(tmp_path_factory.mktemp("house"))
    site.start()
    yield site
    site.stop()


def press(page: Page) -> None:
    page.locator("main button.main").first.click()


def write_letter(citizen: Person) -> str:
    """The whole form without scripts, with a refusal and a lost connection on the way; returns the receipt code."""
    page = citizen.go("/q/an-phu/")
    citizen.check()
    press(page)  # nothing chosen: a refusal that says what to do
    expect(page.locator("[role=alert]")).to_be_visible()
    page.check("input[value=feedback]")
    press(page)
    page.wait_for_url("**/gui-phan-anh/noi/")
    expect(page.locator("#id_unit")).to_have_value("mot-cua-a-an-phu")  # the counter's code has filled it in
    page.fill("#id_happened_on", "32/13/2018")
    press(page)
    expect(page.locator("[role=alert]")).to_be_visible()
    expect(page.locator("#id_happened_on")).to_have_value("32/13/2018")  # what was typed is kept
    page.fill("#id_happened_on", "12/03/2018")
    press(page)
    page.wait_for_url("**/gui-phan-anh/dieu-gi/")
    citizen.check()
    page.check("input[value=attitude]")
    press(page)
    page.wait_for_url("**/gui-phan-anh/ke/")
    citizen.check()
    page.fill("#id_story", STORY)
    citizen.context.set_offline(True)  # the line breaks as the story is sent
    press(page)
    page.wait_for_timeout(500)
    citizen.context.set_offline(False)
    page.reload()  # what every browser offers on the page that says it is offline: sending the same post again
    if page.url.endswith("/ke/"):
        expect(page.locator("#id_story")).to_have_value(STORY)
        press(page)
    page.wait_for_url("**/gui-phan-anh/mong/")
    page.fill("#id_wish", "Mong được trả lời rõ còn thiếu giấy gì.")
    press(page)
    page.wait_for_url("**/gui-phan-anh/ten/")
    citizen.check()
    page.check("input[value=anonymous]")
    press(page)
    page.wait_for_url("**/gui-phan-anh/xem-lai/")
    citizen.check()
    expect(page.locator("main")).to_contain_text(STORY)
    # An impatient double click: the second breaks off the answer to the first.
    page.locator("#send button.main").dblclick()
    expect(page).to_have_url(re.compile("/gui-phan-anh/bien-nhan/$"))
    citizen.check()
    code = re.sub(r"\D", "", page.locator(".digits").inner_text())
    assert len(code) == 16
    press(page)  # not noted yet: a refusal
    expect(page.locator("[role=alert]")).to_be_visible()
    page.check("#noted")
    press(page)
    page.wait_for_url("**/tra-cuu/")
    return code


def act(person: Person, link: str) -> None:
    """Follow a move from the page of the case and take it without questions."""
    person.page.click(f"a[href$='/{link}/']")
    person.check()
    press(person.page)
    person.page.wait_for_selector(".said")


def carry(officer: Person, second: Person, head: Person) -> str:
    """Classify, prepare, check, submit, approve; returns the code of the case. The officer's session ends on the way."""
    officer.sign_in("can-bo-quan")
    officer.check()
    page = officer.page
    page.locator("a.gist").first.click()
    officer.check()
    case = page.url.rstrip("/").rsplit("/", 1)[-1]
    page.click("a[href$='/phan-loai/']")
    officer.check()
    page.fill("#id_gist", "Nói trống không, hẹn lại ba lần")
    page.select_option("#id_person_state", "nobody")
    press(page)
    page.wait_for_selector(".said")
    page.click("a[href$='/ban-chuyen/']")
    officer.check()
    page.fill("#id_text", "Người trực quầy nói trống không với người dân và hẹn lại ba lần.")
    session = [cookie for cookie in officer.context.cookies() if cookie.get("name") == "sessionid"]
    officer.context.clear_cookies(name="sessionid")  # a long lunch: the session has ended
    press(page)
    expect(page.locator("textarea, input[type=hidden][name=text]").first).to_have_value(re.compile("hẹn lại ba lần"))
    assert "ban-chuyen" in page.url
    officer.context.add_cookies(session)  # type: ignore[arg-type] # signed in again in another tab
    press(page)
    page.wait_for_selector(".said")
    second.sign_in("can-bo-quan-2")
    second.go(f"/ban-lam-viec/ho-so/{case}/")
    second.check()
    act(second, "xac-nhan-ban-chuyen")
    act(second, "trinh-duyet")
    head.sign_in("lanh-dao")
    head.check()
    head.page.click(f"a[href*='/{case}/duyet-va-chuyen/']")
    head.check()
    press(head.page)
    head.page.wait_for_selector(".said")
    head.check()
    with head.page.expect_download() as paper:
        head.page.locator("a[href$='.pdf']").first.click()
    assert Path(paper.value.path()).read_bytes().startswith(b"%PDF")
    return case


def answer(body: Person, local: str, case: str, link: str, text: str) -> None:
    body.sign_in(local)
    body.check()
    body.page.click(f"a[href*='/{case}/']")
    body.check()
    body.page.click(f"a[href$='/{link}/']")
    body.check()
    body.page.fill("#id_text", text)
    press(body.page)
    body.page.wait_for_selector(".said")
    body.check()


@pytest.mark.parametrize(
    ("language", "width"),
    [pytest.param("vi", 360, marks=pytest.mark.smoke), ("vi", 1280), ("en", 360), ("en", 1280)],
)
def test_one_word_goes_from_a_phone_to_the_answer_and_back(
    browser: Browser, live: Live, language: str, width: int
) -> None:
    def person(*, scripts: bool = True) -> Person:
        return Person(browser, live.address, language=language, width=width, scripts=scripts)

    citizen, officer, second, head = person(scripts=False), person(), person(), person()
    code = write_letter(citizen)
    case = carry(officer, second, head)
    answer(person(), "can-bo-ubnd", case, "tra-loi", "Đã nhắc nhở người trực và xin lỗi người dân.")
    answer(person(), "theo-doi", case, "y-kien", "Thống nhất với cách giải quyết.")
    officer.go(f"/ban-lam-viec/ho-so/{case}/")
    officer.check()
    officer.page.click("a[href$='/bao-nguoi-gui/']")
    officer.check()
    expect(officer.page.locator("#id_text")).to_have_value(re.compile("xin lỗi người dân"))
    press(officer.page)
    officer.page.wait_for_selector(".said")
    page = citizen.go("/tra-cuu/")
    page.fill("#code", "0000 0000 0000 0000")
    press(page)
    expect(page.locator("[role=alert]")).to_be_visible()
    page.fill("#code", code)
    press(page)
    page.wait_for_url("**/tra-cuu/ho-so/")
    citizen.check()
    expect(page.locator("main")).to_contain_text("xin lỗi người dân")
    page.check("#score4")
    page.locator(".band button").click()
    page.wait_for_selector(".said")
    assert (
        live.ask(
            "import django; django.setup(); from vidan.cases.models import CaseFile; print(CaseFile.objects.count())"
        )
        == 1
    )


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_public_pages_have_no_violation(browser: Browser, house: Live, language: str, width: int) -> None:
    visitor = Person(browser, house.address, language=language, width=width)
    for place in (
        "/",
        "/lien-he/",
        "/so-lieu/",
        "/minh-bach/",
        "/tra-cuu/",
        "/gui-phan-anh/ban-dang-viet/",
        "/khong-co/",
    ):
        visitor.go(place)
        visitor.check()
    visitor.go("/ban-lam-viec/dang-nhap/login/")
    visitor.check()


@pytest.mark.parametrize(("language", "width"), [("vi", 360), ("en", 1280)])
def test_an_officer_enters_for_who_calls_and_who_uses_the_box(
    browser: Browser, house: Live, language: str, width: int
) -> None:
    officer = Person(browser, house.address, language=language, width=width)
    officer.sign_in("can-bo-quan-2")
    page = officer.go("/ban-lam-viec/so-dien-thoai/")
    officer.check()
    page.fill("#id_gist", "Hẹn lại ba lần ở quầy")
    press(page)
    page.wait_for_url("**/nhap-y-kien/?goi=*")
    officer.check()
    press(page)  # not all is told yet: a refusal, and nothing is lost
    expect(page.locator("[role=alert]")).to_be_visible()
    expect(page.locator("#id_story")).to_have_value("Hẹn lại ba lần ở quầy")
    officer.check()
    page.select_option("#id_unit", "mot-cua-a-an-phu")
    page.check("input[name=mode][value=anonymous]")
    press(page)
    page.wait_for_selector(".slip.large .digits")
    officer.check()
    officer.go("/ban-lam-viec/hop-thu/")
    officer.check()
    page.fill("#id_witnesses", "Đại diện khu phố")
    page.fill("#id_letters", "2")
    press(page)
    page.wait_for_selector(".said")
    officer.check()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_pages_of_the_head_have_no_violation(browser: Browser, house: Live, language: str) -> None:
    head = Person(browser, house.address, language=language, width=360)
    head.sign_in("lanh-dao")
    for width in (360, 1280):
        head.widen(width)
        for place in (
            "/ban-lam-viec/",
            "/ban-lam-viec/ho-so/",
            "/ban-lam-viec/danh-sach/?tre=1",
            "/ban-lam-viec/in-viec-hom-nay/",
            "/ban-lam-viec/thong-ke/",
            "/ban-lam-viec/thu-dau-ngay/",
            "/ban-lam-viec/lich/",
            "/ban-lam-viec/lich/?nam=2028",
            "/ban-lam-viec/nguoi-dung/",
            "/ban-lam-viec/nguoi-dung/them/",
            "/ban-lam-viec/can-bo/",
            "/ban-lam-viec/noi-tiep-nhan/",
            "/ban-lam-viec/noi-tiep-nhan/tiep-dan/them/",
            "/ban-lam-viec/noi-tiep-nhan/quay/1/bang/",
            "/ban-lam-viec/can-bo/them/",
            "/ban-lam-viec/bao-ve/",
            "/ban-lam-viec/bao-ve/webauthn/",
            "/ban-lam-viec/dang-nhap/password/change/",
        ):
            head.go(place)
            head.check()
        head.go("/ban-lam-viec/nguoi-dung/").locator("a.gist").first.click()
        head.check()


def test_the_receipt_of_a_qr_fills_the_field_and_leaves_the_address(browser: Browser, house: Live) -> None:
    visitor = Person(browser, house.address, language="vi", width=360)
    visitor.go("/tra-cuu/#4821903711562084")
    expect(visitor.page.locator("#code")).to_have_value("4821 9037 1156 2084")
    assert "#" not in visitor.page.url


def test_with_scripts_the_small_work_is_done_while_the_letter_is_read(browser: Browser, house: Live) -> None:
    visitor = Person(browser, house.address, language="vi", width=1280)
    page = visitor.go("/gui-phan-anh/")
    page.check("input[value=suggestion]")
    press(page)
    page.select_option("#id_unit", "unknown")
    press(page)
    page.fill("#id_story", "Nên có ghế cho người già.")
    press(page)
    press(page)
    page.check("input[value=anonymous]")
    press(page)
    expect(page.locator("#send [name=work]")).to_have_value(re.compile(".{21,}"), timeout=30_000)
    press(page)
    page.wait_for_url("**/bien-nhan/")
    visitor.check()


def test_what_an_officer_types_is_kept_on_the_server_while_she_types(browser: Browser, house: Live) -> None:
    citizen = Person(browser, house.address, language="vi", width=1280, scripts=False)
    write_letter(citizen)
    officer = Person(browser, house.address, language="vi", width=1280)
    officer.sign_in("can-bo-quan")
    officer.page.locator("a.gist").first.click()
    officer.page.click("a[href$='/phan-loai/']")
    with officer.page.expect_response(re.compile("/nhap/")) as kept:
        officer.page.type("#id_gist", "Đang viết dở")
    assert kept.value.status == 200
    expect(officer.page.locator("#kept")).to_contain_text("Đã giữ")
    again = officer.context.new_page()
    again.goto(officer.page.url)
    expect(again.locator("#id_gist")).to_have_value("Đang viết dở")
