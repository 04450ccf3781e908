"""An inspection and a supervision in a real browser, from the proposal to a verified recommendation, without a network."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.browser import BROWSER, Person, chromium
from tests.live import Live

pytestmark = BROWSER

DESK = "/ban-lam-viec/kiem-tra-giam-sat/"
COUNTER = "Tiếp nhận hồ sơ tại phường An Phú"
UNION = "Vận động hội viên năm 2018"


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


def test_both_go_from_the_proposal_to_a_verified_recommendation(browser: Browser, house: Live) -> None:
    def person(local: str = "", *, width: int = 1280, scripts: bool = True, language: str = "vi") -> Person:
        one = Person(browser, house.address, language=language, width=width, scripts=scripts)
        if local:
            one.sign_in(local)
        return one

    def comes(day: str) -> None:
        house.kill()
        house.today = day
        house.start()

    officer, head = person("can-bo-quan"), person("lanh-dao")
    ward = person("can-bo-ubnd", width=360, scripts=False)
    counter = propose(officer, "giam-sat", COUNTER, "Ủy ban nhân dân Phường An Phú", "04/04/2018")
    union = propose(officer, "kiem-tra", UNION, "Hội Liên hiệp Phụ nữ Phường An Phú", "15/03/2018")
    for code, day in ((counter, "04/04/2018"), (union, "15/03/2018")):
        step(head, code, "duyet")
        found(officer, head, code, day)
        assert ward.page.context.request.get(f"{house.address}{DESK}{code}/").status == 404
        step(head, code, "bao-don-vi")
    step(ward, counter, "gui-bao-cao", text="Phường có 420 hồ sơ, trễ 12.")

    comes("2018-03-15")
    record(officer, union, "ghi-bao-cao", "Hội có 14 buổi sinh hoạt.", "14/03/2018", "15/03/2018")
    look_without_scripts(person("can-bo-quan-2", width=360, scripts=False), union)
    conclude_draft(officer, head, union, "20/03/2018", "Ghi ngày trả trên giấy hẹn.")
    record(officer, union, "ghi-giai-trinh", "Hội nhận thiếu sót.", "15/03/2018", "15/03/2018")
    step(head, union, "ky-ket-luan")
    record(officer, union, "kien-nghi/1/ghi-tra-loi", "Hội đã ghi sổ.", "15/03/2018", "15/03/2018")
    verify(officer, union)
    step(head, union, "ket-thuc")
    expect(officer.go(f"{DESK}{union}/").locator("main")).to_contain_text("Đã kết thúc")

    comes("2018-04-04")
    look_through_a_lost_connection(person("can-bo-quan", width=360), counter)
    conclude_draft(officer, head, counter, "10/04/2018", "Ghi ngày trả trên giấy hẹn.", "Niêm yết lại.")
    step(ward, counter, "giai-trinh", text="Phường sẽ sửa.")
    step(head, counter, "ky-ket-luan")
    expect(ward.go(f"{DESK}{counter}/").locator("main")).to_contain_text("theo Chương trình phối hợp")
    ward.check()
    step(ward, counter, "kien-nghi/1/tra-loi", text="Đã in lại giấy hẹn.")
    verify(officer, counter)
    step(head, counter, "cong-khai", summary="Mặt trận đã giám sát; phường đã sửa.")
    head.go(f"{DESK}{counter}/")
    head.check()

    for reader in (person(width=360, scripts=False), person(language="en")):
        page = reader.go("/giam-sat/")
        reader.check()
        page.locator("main a", has_text=COUNTER).click()
        expect(page.locator("main")).to_contain_text("Ghi ngày trả trên giấy hẹn.")
        reader.check()
    expect(officer.go(DESK).locator("main")).to_contain_text(counter)
    officer.check()

    comes("2018-05-02")
    press_until_the_superior_answers(officer, head, counter, comes)


def press_until_the_superior_answers(officer: Person, head: Person, code: str, comes: Callable[[str], None]) -> None:
    """The second recommendation stays without an answer: urged, the superior petitioned, whose answer opens it again."""
    step(head, code, "kien-nghi/2/don-doc")
    expect(head.page.locator("main")).to_contain_text("Quá hạn, đã đôn đốc")
    comes("2018-06-04")
    step(head, code, "kien-nghi/2/kien-nghi-cap-tren")
    page = officer.go(f"{DESK}{code}/kien-nghi/2/cap-tren-tra-loi/")
    officer.check()
    for name, value in {
        "number": "88/UBND",
        "dated": "04/06/2018",
        "text": "Đã yêu cầu phường trả lời.",
        "answer_by": "15/06/2018",
    }.items():
        page.fill(f"#id_{name}", value)
    page.check("input[value=instructed]")
    press(officer)
    expect(page.locator("main")).to_contain_text("do cơ quan cấp trên đặt")
    shown = officer.go(f"/giam-sat/{code}/").locator("main")
    expect(shown).to_contain_text("Cấp trên trả lời, nhận ngày 04/06/2018")
    officer.check()


def press(one: Person) -> None:
    """Press the main button of a page and look at what comes."""
    main = one.page.locator("main")
    main.locator("button.main").last.click()
    one.page.wait_for_load_state()
    expect(main.locator("[role=alert]")).to_have_count(0)
    one.check()


def propose(officer: Person, sort: str, title: str, body: str, day: str) -> str:
    """Propose one for the programme; returns its code."""
    page = officer.go(f"{DESK}de-xuat/{sort}/")
    page.locator("main button.main").click()
    expect(page.locator("[role=alert]")).to_be_visible()
    officer.check()
    page.select_option("#id_body", label=body)
    page.fill("#id_title", title)
    page.fill("#id_planned_on", day)
    page.fill("#id_purpose", "Thấy việc còn vướng.")
    page.fill("#id_content", "Sổ sách, nơi làm việc.")
    page.fill("#id_case_codes", "PA-2018-0147")
    press(officer)
    return page.url.rstrip("/").rsplit("/", 1)[1]


def step(one: Person, code: str, slug: str, **told: str) -> None:
    """Take a move by its page, with what it asks for."""
    place = slug if slug.startswith("kien-nghi") else f"buoc/{slug}"
    page = one.go(f"{DESK}{code}/{place}/")
    one.fits()
    for name, value in told.items():
        page.fill(f"#id_{name}", value)
    press(one)


def record(officer: Person, code: str, slug: str, text: str, dated: str, received: str) -> None:
    """Record what the unit's stamped paper says."""
    step(officer, code, slug, number="12/HPN", dated=dated, received_on=received, text=text)
    expect(officer.page.locator("main")).to_contain_text("ghi nhận hộ")


def found(officer: Person, head: Person, code: str, day: str) -> None:
    """Name the delegation, set the day, and have the head sign."""
    for name, role in (("Bà Trưởng Đoàn", "leader"), ("Ông Thư Ký", "secretary")):
        page = officer.go(f"{DESK}{code}/doan/")
        page.fill("#id_name", name)
        page.select_option("#id_role", role)
        press(officer)
    step(officer, code, "ngay-lam-viec", visit_on=day, visit_at="8:30", place="Trụ sở đơn vị")
    step(head, code, "lap-doan")


def look_without_scripts(officer: Person, code: str) -> None:
    """The checklist as an ordinary form: a fault without a word is asked after, what else was written is kept."""
    page = officer.go(f"{DESK}{code}/bang-kiem/")
    officer.check()
    items = page.locator("li[data-prefix]")
    items.nth(0).locator("input[value=met]").check()
    items.nth(1).locator("input[value=not_met]").check()
    page.locator("main button.main").click()
    expect(page.locator("[role=alert]")).to_contain_text("một mục")
    officer.fits()
    items.nth(1).locator("textarea").fill("Sổ có tuần để trống.")
    press(officer)
    expect(page.locator("main")).to_contain_text("Đã lưu")
    step(officer, code, "lam-viec-xong")


def look_through_a_lost_connection(officer: Person, code: str) -> None:
    """What is written without a network waits in the page, survives a reload of it, and goes when the network is back."""
    page = officer.go(f"{DESK}{code}/bang-kiem/")
    items = page.locator("li[data-prefix]")
    told = page.locator("#mang")
    items.nth(0).locator("input[value=met]").check()
    expect(told).to_contain_text("đều đã lưu")
    officer.context.set_offline(True)
    items.nth(1).locator("input[value=not_met]").check()
    items.nth(1).locator("textarea").fill("Năm giấy hẹn không ghi ngày trả.")
    items.nth(2).locator("input[value=met]").check()
    expect(told).to_contain_text("Mất mạng")
    page.locator("main button.main").click()
    expect(told).to_contain_text("Mất mạng")
    expect(items.nth(1).locator("textarea")).to_have_value("Năm giấy hẹn không ghi ngày trả.")
    officer.context.set_offline(False)
    expect(told).to_contain_text("đều đã lưu", timeout=15_000)
    officer.faults.clear()  # the browser says in its log that it had no network
    officer.go(f"{DESK}{code}/bang-kiem/")
    officer.check()
    assert [items.nth(n).locator("input:checked").get_attribute("value") for n in range(3)] == ["met", "not_met", "met"]
    expect(items.nth(1).locator("textarea")).to_have_value("Năm giấy hẹn không ghi ngày trả.")
    assert kept_in_tab(officer) == []  # what was sent is on the device no more
    sign_out_without_a_network_waiting(officer, code)
    step(officer, code, "lam-viec-xong")


def kept_in_tab(one: Person) -> list[str]:
    """What the pages keep in this tab."""
    kept: list[str] = one.page.evaluate("Object.keys(sessionStorage).filter((key) => key.startsWith('vidan-'))")
    return kept


def sign_out_without_a_network_waiting(officer: Person, code: str) -> None:
    """What waits to be sent is the account's own: somebody else's page sends none of it, and signing out ends it."""
    page = officer.go(f"{DESK}{code}/bang-kiem/")
    officer.context.set_offline(True)
    page.locator("li[data-prefix]").nth(2).locator("textarea").fill("Chưa gửi được.")
    expect(page.locator("#mang")).to_contain_text("Mất mạng")
    assert len(kept_in_tab(officer)) == 1
    page.evaluate("sessionStorage.setItem('vidan-visit:u-other:/x/', '{}')")
    page.evaluate(
        "document.querySelector('[data-leaves]').addEventListener('submit', (event) => event.preventDefault())"
    )
    page.evaluate("document.querySelector('[data-leaves]').requestSubmit()")
    assert kept_in_tab(officer) == []
    officer.context.set_offline(False)
    officer.faults.clear()
    page.evaluate("sessionStorage.setItem('vidan-visit:u-other:/x/', '{}')")
    officer.go(DESK)
    assert kept_in_tab(officer) == []


def conclude_draft(officer: Person, head: Person, code: str, explain_by: str, *asked: str) -> None:
    """The delegation reports, conclusion and recommendations are written, the draft goes to the unit."""
    step(officer, code, "bao-cao-cua-doan", text="Đoàn thấy như bảng kiểm.")
    step(officer, code, "soan-ket-luan", text="Làm khá, còn thiếu sót.")
    for text in asked:
        step(officer, code, "kien-nghi", text=text)
    step(head, code, "gui-du-thao", explain_by=explain_by)


def verify(officer: Person, code: str) -> None:
    """The Front sees for itself that the recommendation was carried out."""
    page = officer.go(f"{DESK}{code}/kien-nghi/1/xac-minh/")
    officer.check()
    page.check("input[value=done]")
    press(officer)
    expect(page.locator("main")).to_contain_text("đã thực hiện")
