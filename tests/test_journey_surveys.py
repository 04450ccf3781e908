"""The watch over the official survey of 2019 and the Front's own round beside it, from its questions to the comparison."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.browser import BROWSER, Person, chromium
from tests.live import Live
from tests.surveys.holder import DONE, Holder, answer

from vidan.foundation.sheets.write import as_workbook

pytestmark = BROWSER

TODAY = "2020-06-10"
OFFICIALS = "/ban-lam-viec/khao-sat-chinh-thuc/"
QUESTIONNAIRES = "/ban-lam-viec/mau-phieu/"
ROUNDS = "/ban-lam-viec/khao-sat/"
NAME = "Khảo sát mức độ hài lòng năm 2019"
TITLE = "Ông/bà được phục vụ thế nào tại bộ phận một cửa"
COUNTERS = ("an-khanh", "an-loi-dong", "an-phu")
MOVE = """
import django; django.setup()
import json
from vidan.surveys.services.move import move_replies
print(json.dumps(move_replies()))
"""

HEAD = ["type", "name", "label::Tiếng Việt (vi)", "label::English (en)", "relevant", "required", "factor"]
LEVELS = ("Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng")
CHOICES = [
    *(["muc", str(n), words, ""] for n, words in enumerate(LEVELS, 1)),
    ["co_khong", "co", "Có", "Yes"],
    ["co_khong", "khong", "Không", "No"],
]
SURVEY = [
    ["select_one muc", "noi_cho", "Nơi ngồi chờ", "The place to wait", "", "yes", "access"],
    ["select_one muc", "thai_do", "Thái độ của cán bộ", "How the officials behave", "", "yes", "officials"],
    ["select_one co_khong", "lan_dau", "Ông/bà đến lần đầu phải không?", "Is this your first visit?", "", "yes", ""],
    ["text", "gop_y", "Vì sao phải đến lại?", "Why did you come again?", "${lan_dau} = 'khong'", "", ""],
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as one:
        yield one


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Live]:
    site = Live(tmp_path, today=TODAY)
    site.start()
    yield site
    site.stop()


def test_the_official_survey_of_2019_is_watched_and_the_fronts_own_stands_beside_it(
    browser: Browser, house: Live, tmp_path: Path
) -> None:
    def person(local: str = "", *, language: str = "vi", width: int = 1280, scripts: bool = True) -> Person:
        one = Person(browser, house.address, language=language, width=width, scripts=scripts)
        if local:
            one.sign_in(local)
        return one

    officer, head, typist, reader = person("can-bo-quan"), person("lanh-dao"), person("dieu-tra"), person(width=360)
    survey = record(officer)
    find_unpublished(officer, survey)
    send_letter(officer, head, survey)
    read_late(reader, head, survey)
    publish_questionnaire(officer, head, tmp_path / "phieu.xlsx")
    code = open_round(officer, head)
    answer_by_qr([person(width=360, scripts=False) for _n in range(12)])
    answer_at_kiosk(Holder(fresh(browser, 1280), house.address, width=1280), code)
    answer_on_telephone(Holder(fresh(browser, 360), house.address, width=360), code, house)
    key_papers(officer, typist, code)
    publish_result(officer, head, code, house)
    read_result(reader, code)
    record_publication(officer, survey, code)
    read_comparison(reader, survey, code)
    read_comparison(person(language="en"), survey, code)


def fresh(browser: Browser, width: int) -> BrowserContext:
    """A browser of its own for a device."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    context.new_page()
    return context


def press(one: Person) -> None:
    """Press the main button of a page, and look at what comes."""
    one.page.locator("main button.main").last.click()
    one.page.wait_for_load_state()
    expect(one.page.locator("main [role=alert]")).to_have_count(0)
    one.check()


def record(officer: Person) -> str:
    """Record what is known of the official survey; returns its code."""
    page = officer.go(f"{OFFICIALS}moi/")
    officer.check()
    for name, value in {
        "title": NAME,
        "year": "2019",
        "decision_number": "88/KH-UBND",
        "decided_on": "02/05/2019",
        "first_day": "01/09/2019",
        "last_day": "31/10/2019",
        "planned": "400",
        "reached": "388",
        "publish_due": "31/03/2020",
    }.items():
        page.fill(f"#id_{name}", value)
    page.select_option("#id_body", label="Phòng Nội vụ Quận 2")
    page.locator("main button.main").click()
    expect(page.locator("[role=alert]")).to_contain_text("văn bản hay lời hứa nào")
    officer.check()
    page.fill("#id_due_basis", "mục 4 Kế hoạch 88/KH-UBND")
    press(officer)
    return page.url.rstrip("/").rsplit("/", 1)[1]


def find_unpublished(officer: Person, survey: str) -> None:
    """Hold the survey against the demand that its result is published; the desk tells that it is late."""
    page = officer.go(f"{OFFICIALS}{survey}/dieu/published/")
    page.check("input[name=finding][value=no]")
    page.fill("#id_note", "Ngày 10/6/2020 cổng thông tin quận chưa có kết quả.")
    press(officer)
    officer.go("/ban-lam-viec/")
    expect(page.locator("main")).to_contain_text("Chưa công bố, trễ 71 ngày")
    officer.check()


def send_letter(officer: Person, head: Person, survey: str) -> None:
    """A letter asks for the result; the head gives it its number."""
    officer.go(f"{OFFICIALS}{survey}/cong-van/").fill("#id_recommendations", "Công bố kết quả cùng số phiếu từng mức.")
    press(officer)
    head.go(f"{OFFICIALS}{survey}/cong-van/duyet/")
    head.check()
    press(head)


def read_late(reader: Person, head: Person, survey: str) -> None:
    """Everybody reads, once the head lets them, that the result is late."""
    page = reader.go(f"/khao-sat/chinh-thuc/{survey}/")
    expect(page.locator("h1")).not_to_have_text(NAME)
    head.go(f"{OFFICIALS}{survey}/cong-khai/")
    press(head)
    page = reader.go("/khao-sat/chinh-thuc/")
    expect(page.locator("main")).to_contain_text("Chưa công bố, trễ 71 ngày")
    reader.check()
    page.click(f"text={NAME}")
    expect(page.locator("main")).to_contain_text("cổng thông tin quận chưa có kết quả")
    reader.check()


def publish_questionnaire(officer: Person, head: Person, file: Path) -> None:
    """Bring the questions as XLSForm: a first file is refused at its cell, the mended one is read and published."""

    def write(survey: list[list[str]]) -> None:
        told = {
            "survey": (HEAD, survey),
            "choices": (["list_name", "name", *HEAD[2:4]], CHOICES),
            "settings": (["form_title", "title_en"], [["Phiếu hỏi tại quầy", "Counter questions"]]),
        }
        file.write_bytes(as_workbook("phieu", told))

    page = officer.go(f"{QUESTIONNAIRES}tu-tep/")
    officer.check()
    write([*SURVEY, ["geopoint", "o_dau", "Ở đâu?", "", "", "", ""]])
    page.set_input_files("#id_table", file)
    page.locator("main button.main").click()
    expect(page.locator("[role=alert]")).to_contain_text("dòng 6, cột A")
    officer.check()
    write(SURVEY)
    page.set_input_files("#id_table", file)
    press(officer)
    if page.locator("input[name=taken]").count():
        press(officer)
    place = page.url.removeprefix(officer.site)
    officer.go(f"{place}xem-thu/")
    expect(page.locator("[data-code=gop_y]")).to_be_hidden()
    page.get_by_label("Không", exact=True).check()
    expect(page.locator("[data-code=gop_y]")).to_be_visible()
    officer.check()
    head.go(place)
    head.check()
    press(head)
    expect(head.page.locator("main")).to_contain_text("Dấu nội dung")


def open_round(officer: Person, head: Person) -> str:
    """Prepare a round at three counters with every way to answer; the head opens it. Returns its code."""
    page = officer.go(f"{ROUNDS}lap/")
    officer.check()
    page.select_option("#id_questionnaire", index=1)
    for name, value in {"title": TITLE, "first_day": "01/06/2020", "last_day": "30/06/2020"}.items():
        page.fill(f"#id_{name}", value)
    for way in ("counter", "kiosk", "interviewer", "paper"):
        page.check(f"input[name=ways][value={way}]")
    press(officer)
    code = page.url.split("/khung-mau/")[0].rsplit("/", 1)[1]
    officer.go(f"{ROUNDS}{code}/khung-mau/tu-bang-tinh/")
    page.fill("#id_text", "\n".join(f"{one}\t\t{n}" for one, n in zip(COUNTERS, ("1.000", "800", "500"), strict=True)))
    press(officer)
    page.click("button[name=propose]")
    expect(page.locator("main")).to_contain_text("= 340,7")
    officer.check()
    head.go(f"{ROUNDS}{code}/")
    head.check()
    press(head)
    expect(head.page.locator("h1 .state")).to_have_text("đang lấy phiếu")
    return code


def answer_by_qr(people: list[Person]) -> None:
    """They answer at the first counter at the same time without JavaScript; one leaves a question open and is told."""
    for one in people:
        one.go(f"/q/{COUNTERS[0]}/").click("text=Trả lời khảo sát")
    for n, one in enumerate(people):
        page, level = one.page, "4" if n % 4 else "2"
        if n == 0:
            one.check()
            page.click("main button.main")
            expect(page.locator("[role=alert]")).to_be_visible()
            one.check()
        page.check(f"#q-noi_cho-{level}")
        page.check(f"#q-thai_do-{level}")
        page.get_by_label("Có", exact=True).check()
        page.click("main button.main")
        if n == 0:
            one.check()
        while page.locator("#send").count():
            page.click("main button.main")
        expect(page.locator("h1")).to_have_text("Cảm ơn ông/bà")
    people[0].check()


def answer_at_kiosk(kiosk: Holder, code: str) -> None:
    """Eleven people answer at a kiosk, which sends at once."""
    page = kiosk.prepare("can-bo-quan", "kiosk", code)
    read = unhurried(page)
    for _n in range(11):
        page.click(".begin")
        answer(page, look=read)
        kiosk.fits()
        page.click(".begin")
    expect(page.locator(".standing")).to_contain_text(DONE)


def answer_on_telephone(telephone: Holder, code: str, house: Live) -> None:
    """Ten people answer the interviewer while the server is dead and the network cut; their replies arrive later."""
    page = telephone.prepare("dieu-tra", "interviewer", code)
    house.kill()
    telephone.context.set_offline(True)
    read = unhurried(page)
    page.click(".begin")
    page.select_option("#noi-hoi", index=2)
    for _n in range(10):
        page.click(".begin")
        answer(page, look=read)
    expect(page.locator(".standing")).to_contain_text("Phiếu chờ gửi: 10.")
    telephone.check()
    house.start()
    telephone.context.set_offline(False)
    page.click("text=Gửi ngay")
    expect(page.locator(".standing")).to_contain_text(DONE)


def unhurried(page: Page) -> Callable[[], None]:
    """Open the device's page again with a clock of the test's own, which goes on by six seconds with each call."""
    page.clock.install()
    page.reload()
    return lambda: page.clock.fast_forward(6_000)


def key_papers(officer: Person, typist: Person, code: str) -> None:
    """Ten papers are keyed by two people; in one they differ, and the officer decides with the paper in hand."""

    def key(one: Person, number: int, level: str) -> None:
        page = one.page
        page.fill("#id_number", str(number))
        page.select_option("#id_stratum", index=3)
        page.fill("#id_on", "09/06/2020")
        for question, said in (("noi_cho", level), ("thai_do", level), ("lan_dau", "1")):
            page.fill(f"#id_q-{question}", said)
        page.locator("main button.main").click()
        expect(page.locator("main [role=alert]")).to_have_count(0)

    for one, last in ((officer, "3"), (typist, "4")):
        one.go(f"{ROUNDS}{code}/giay/nhap/")
        one.check()
        for number in range(1, 11):
            key(one, number, last if number == 10 else "5" if number % 3 else "2")
    page = officer.go(f"{ROUNDS}{code}/giay/")
    officer.check()
    page.click("td a:text-is('10')")
    officer.check()
    for question in page.locator("fieldset").all():
        question.locator("input[value=second]").check()
    press(officer)
    expect(page.locator("dl.facts dd").first).to_have_text("10")


def publish_result(officer: Person, head: Person, code: str, house: Live) -> None:
    """The head closes the round; once the worker has moved every reply she publishes."""
    page = head.go(f"{ROUNDS}{code}/")
    head.check()
    page.click("text=Đóng ngay")
    house.ask(MOVE)
    officer.go(f"{ROUNDS}{code}/ket-qua/")
    officer.check()
    head.go(f"{ROUNDS}{code}/ket-qua/")
    expect(page.locator("main")).to_contain_text("Mọi phiếu đã vào kết quả.")
    press(head)
    expect(page.locator("main")).to_contain_text("Đã công bố ngày 10/06/2020")


def read_result(reader: Person, code: str) -> None:
    """Everybody reads how many answered, by which ways, and what they said."""
    page = reader.go("/khao-sat/")
    reader.check()
    page.click(f"text={TITLE}")
    main = page.locator("main")
    expect(main).to_contain_text("43 trên 2.300 lượt người làm thủ tục")
    for way in ("Quét mã tại quầy: 12", "Máy đặt tại chỗ: 11", "Điều tra viên hỏi: 10", "Phiếu giấy: 10"):
        expect(main).to_contain_text(way)
    reader.check()


def record_publication(officer: Person, survey: str, code: str) -> None:
    """The result is published after all, and the round of the Front is set beside it."""
    page = officer.go(f"{OFFICIALS}{survey}/sua/")
    page.select_option("#id_round", label=f"{TITLE} ({code})")
    press(officer)
    officer.go(f"{OFFICIALS}{survey}/cong-bo/")
    officer.check()
    for name, value in {
        "published_on": "08/06/2020",
        "published_where": "Cổng thông tin điện tử quận",
        "index": "99,2",
        "index_n": "388",
    }.items():
        page.fill(f"#id_{name}", value)
    press(officer)
    expect(page.locator("main")).to_contain_text("Đã công bố, trễ 69 ngày. Xin xem lại điều này.")
    page.click("main li:has-text('Xin xem lại điều này.') a")
    page.check("input[name=finding][value=yes]")
    page.fill("#id_note", "Đăng trên cổng thông tin quận ngày 08/6/2020.")
    press(officer)


def read_comparison(reader: Person, survey: str, code: str) -> None:
    """Everybody reads that it came late, both indices with their intervals, and goes on to the Front's own result."""
    page = reader.go(f"/khao-sat/chinh-thuc/{survey}/")
    late = "trễ 69 ngày" if not reader.language else "69 days late"
    expect(page.locator("main")).to_contain_text(late)
    table = page.locator("main table").first
    expect(table.locator("tbody tr")).to_have_count(2)
    expect(table).not_to_contain_text("không tính được")
    reader.check()
    table.locator("a").click()
    expect(page.locator("main")).to_contain_text("43")
    assert page.url.endswith(f"/khao-sat/ket-qua/{code}/")
