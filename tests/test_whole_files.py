"""Whole case files in real browsers: what an officer, a body, a chairman and the citizen do when it is not the usual way."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect
from tests.browser import BROWSER, Person, chromium
from tests.live import Live

pytestmark = BROWSER

MADE = (
    "import django; django.setup(); import json; from tests.cases import made as m; from vidan.cases.kinds import *; "
)
"""What the parts of a story that another journey shows are made with."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as one:
        yield one


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """One site for all stories; each works on cases of its own."""
    site = Live(tmp_path_factory.mktemp("house"))
    site.start()
    yield site
    site.stop()


class Desk(Person):
    """A person at a desk."""

    def open(self, case: str, *, sent: bool = False) -> None:
        """The page of a case: the Front's, or that of a body it was sent to."""
        self.go(f"/ban-lam-viec/{'chuyen-den' if sent else 'ho-so'}/{case}/")
        self.check()

    def take(self, slug: str, **typed: str | list[str]) -> None:
        """Follow a move from the case's page, fill its form in and take it; lists are ticked, the rest is typed or chosen."""
        fold = self.page.locator("main details:not([open])", has=self.page.locator(f"a[href$='/{slug}/']"))
        if fold.count():
            fold.first.locator("summary").first.click()
        self.page.locator(f"a[href$='/{slug}/']:visible").first.click()
        self.check()
        self.fill(**typed)
        self.page.locator("main button.main").first.click()
        self.page.wait_for_selector(".said")
        self.check()

    def fill(self, **typed: str | list[str]) -> None:
        for name, value in typed.items():
            if isinstance(value, list):
                for one in value:
                    self.page.check(f"input[name={name}][value={one}]")
            elif self.page.locator(f"select[name={name}]").count():
                self.page.select_option(f"select[name={name}]", value)
            elif self.page.locator(f"input[type=radio][name={name}]").count():
                self.page.check(f"input[name={name}][value={value}]")
            else:
                self.page.fill(f"[name={name}]", value)


@pytest.fixture(scope="module")
def desk(browser: Browser, house: Live) -> Callable[..., Desk]:
    """Somebody of the cast at a desk; she signs in once and stays."""
    signed_in: dict[str, Desk] = {}

    def of(local: str, *, width: int = 1280) -> Desk:
        if local not in signed_in:
            signed_in[local] = Desk(browser, house.address, language="vi", width=width)
            signed_in[local].sign_in(local)
        signed_in[local].widen(width)
        return signed_in[local]

    return of


def entered(officer: Desk, **typed: str | list[str]) -> tuple[str, str]:
    """Enter a word for somebody on the page that is open; returns the receipt's code and the case's."""
    officer.fill(**typed)
    officer.page.locator("main button.main").first.click()
    officer.page.wait_for_selector(".slip.large .digits")
    officer.check()
    receipt = re.sub(r"\D", "", officer.page.locator(".slip.large .digits").first.inner_text())
    found = re.search(r"[A-Z]{2,3}-\d{4}-\d{4}", officer.page.locator("main").inner_text())
    assert found is not None
    return receipt, found[0]


def official(house: Live, position: str) -> str:
    """The key of an entry in the register of officials."""
    asked = (
        "import django; django.setup(); import json; from vidan.foundation.accounts.models import Official; "
        f"print(json.dumps(Official.objects.get(position={position!r}).code))"
    )
    return str(house.ask(asked))


def read_answer(browser: Browser, house: Live, receipt: str) -> Person:
    """The citizen reads with the receipt, on an old phone without scripts."""
    citizen = Person(browser, house.address, language="vi", width=360, scripts=False)
    citizen.go("/tra-cuu/").fill("#code", receipt)
    citizen.page.locator("main button.main").first.click()
    citizen.page.wait_for_url("**/tra-cuu/ho-so/")
    citizen.check()
    return citizen


def carried(officer: Desk, second: Desk, head: Desk, case: str, *, text: str, **found: str | list[str]) -> None:
    """Classified, prepared, checked, submitted and approved."""
    officer.open(case)
    officer.take("phan-loai", **found)
    officer.take("ban-chuyen", text=text)
    second.open(case)
    second.take("xac-nhan-ban-chuyen")
    second.take("trinh-duyet")
    head.open(case)
    head.take("duyet-va-chuyen")


@pytest.mark.smoke
def test_a_box_letter_about_a_rude_land_officer_goes_to_a_published_decision(
    browser: Browser, house: Live, desk: Callable[..., Desk]
) -> None:
    officer, second = desk("can-bo-quan"), desk("can-bo-quan-2", width=360)
    head, chairman = desk("lanh-dao", width=360), desk("chu-tich-ubnd")
    officer.go("/ban-lam-viec/hop-thu/")
    officer.fill(witnesses="Đại diện khu phố 3", letters="1")
    officer.page.locator("main button.main").first.click()
    officer.page.wait_for_selector(".said")
    officer.page.locator("a.button[href*='thu=1']").click()
    receipt, case = entered(
        officer,
        kind="feedback",
        unit="mot-cua-a-an-phu",
        conduct=["attitude"],
        story="Cán bộ địa chính quát tôi trước mặt mọi người khi tôi hỏi về hồ sơ đất.",
        mode="anonymous",
    )
    who = official(house, "Địa chính - xây dựng")
    carried(
        officer,
        second,
        head,
        case,
        text="Cán bộ địa chính quát người dân khi người dân hỏi về hồ sơ đất.",
        gist="Quát người dân ở quầy địa chính",
        person_state="resolved",
        official=who,
    )
    chairman.open(case, sent=True)
    chairman.take("tra-loi", text="Đã làm việc với công chức, công chức nhận có nói to.")
    chairman.open(case, sent=True)
    chairman.take("giai-trinh", text="Hôm đó quầy đông, tôi nói to, tôi xin rút kinh nghiệm.")
    officer.open(case)
    officer.take(
        "ke-hoach-xac-minh",
        day="20/03/2018",
        hour="8:30",
        place="Trụ sở UBND phường An Phú",
        questions="Công chức đã nói gì với người dân, có ai chứng kiến.",
    )
    head.open(case)
    head.take("duyet-ke-hoach-xac-minh")
    officer.open(case)
    officer.take(
        "bien-ban-xac-minh",
        held_on="13/03/2018",
        present="Mặt trận Quận 2, UBND phường An Phú, Phòng Nội vụ",
        told="Công chức có nói to với người dân, hai người tại quầy xác nhận.",
        finding="partly",
    )
    officer.take("de-xuat", chosen=["apologise", "criticise"], why="Đã xác minh đúng một phần.")
    head.open(case)
    head.take("duyet-de-xuat")
    chairman.open(case, sent=True)
    chairman.take("quyet-dinh", verdict="partly", accepted=["apologise"], reason="Công chức vi phạm lần đầu.")
    officer.open(case)
    officer.take("bao-nguoi-gui")
    officer.take("ket-thuc")
    citizen = read_answer(browser, house, receipt)
    expect(citizen.page.locator("main")).to_contain_text("xin lỗi người dân")

    officer.go(f"/ban-lam-viec/ho-so/{case}/cong-khai/")
    officer.check()
    said, done = officer.page.locator("main textarea").all()
    said.fill("Một người dân bị nói to khi hỏi về hồ sơ đất.")
    done.fill("Sau xác minh, Ủy ban nhân dân phường yêu cầu xin lỗi người dân.")
    officer.page.locator("main form button.main").first.click()
    officer.page.wait_for_selector(".said")
    head.go(f"/ban-lam-viec/ho-so/{case}/cong-khai/")
    head.check()
    for box in head.page.locator("main input[type=checkbox]").all():
        box.check()
    head.page.locator("main form button.main").first.click()
    head.page.wait_for_selector(".said")
    visitor = Person(browser, house.address, language="vi", width=360, scripts=False)
    visitor.go("/ket-qua/")
    visitor.check()
    expect(visitor.page.locator("main")).to_contain_text("yêu cầu xin lỗi người dân")
    expect(visitor.page.locator("main")).not_to_contain_text(case)


def test_what_is_told_of_a_breach_by_telephone_is_guided_the_lawful_way(
    browser: Browser, house: Live, desk: Callable[..., Desk]
) -> None:
    officer, head = desk("can-bo-quan", width=360), desk("lanh-dao")
    officer.go("/ban-lam-viec/nhap-y-kien/")
    receipt, case = entered(
        officer,
        source="hotline",
        received_on="13/03/2018",
        kind="denunciation",
        unit="mot-cua-a-an-phu",
        story="Tôi tố cáo người trực nhận tiền của người nộp hồ sơ.",
        mode="anonymous",
    )
    assert case.startswith("TTC-")  # by telephone it is taken as what it tells
    officer.open(case)
    officer.take("huong-dan", body="Chủ tịch Ủy ban nhân dân phường An Phú")
    head.open(case)
    head.take("duyet-huong-dan")
    citizen = read_answer(browser, house, receipt)
    expect(citizen.page.locator("main")).to_contain_text("có chữ ký hoặc điểm chỉ")


def test_a_complaint_with_a_name_is_settled_by_the_body_that_may_know_it(
    browser: Browser, house: Live, desk: Callable[..., Desk]
) -> None:
    officer, second = desk("can-bo-quan"), desk("can-bo-quan-2")
    head, body = desk("lanh-dao"), desk("can-bo-ubnd-quan", width=360)
    officer.go("/ban-lam-viec/nhap-y-kien/")
    officer.page.check("input[name=signed]")
    officer.page.check("input[name=names_to_settler]")
    receipt, case = entered(
        officer,
        source="letter",
        received_on="12/03/2018",
        kind="complaint",
        unit="phong-quan-ly-do-thi-a-quan-2",
        story="Tôi khiếu nại quyết định không cấp bản sao, đề nghị xem lại.",
        mode="named",
        name="Người Khiếu Nại Mẫu",
        phone="0000 222 333",
        address="1 đường mẫu",
    )
    carried(
        officer,
        second,
        head,
        case,
        text="Người khiếu nại đề nghị xem lại quyết định không cấp bản sao.",
        gist="Khiếu nại quyết định không cấp bản sao",
        person_state="nobody",
    )
    body.open(case, sent=True)
    body.page.locator("a[href$='/danh-tinh/']").click()
    body.check()
    body.fill(reason="Mời người khiếu nại đến đối thoại")
    body.page.locator("main button.main").first.click()
    expect(body.page.locator("main")).to_contain_text("Người Khiếu Nại Mẫu")
    body.open(case, sent=True)
    body.take("tra-loi", text="Đã hủy quyết định và cấp bản sao.")
    officer.open(case)
    officer.take("bao-nguoi-gui")
    citizen = read_answer(browser, house, receipt)
    expect(citizen.page.locator("main")).to_contain_text("cấp bản sao")


def test_a_word_about_the_body_that_monitors_is_watched_by_its_superior_and_hidden_from_it(
    browser: Browser, house: Live, desk: Callable[..., Desk]
) -> None:
    made = house.ask(MADE + "print(json.dumps(m.made(State.TRANSFERRED, about='phong-noi-vu-a-quan-2').code))")
    officer, monitor = desk("can-bo-quan"), desk("theo-doi", width=360)
    officer.open(str(made))
    expect(officer.page.locator("main")).to_contain_text("Sở Nội vụ")
    answer = monitor.page.goto(f"{house.address}/ban-lam-viec/chuyen-den/{made}/")
    assert answer is not None
    assert answer.status == 404
    monitor.go("/ban-lam-viec/")
    expect(monitor.page.locator("main")).not_to_contain_text(str(made))


def test_a_ward_case_is_handed_up_and_carried_by_the_district(
    browser: Browser, house: Live, desk: Callable[..., Desk]
) -> None:
    ward, officer = desk("can-bo-phuong", width=360), desk("can-bo-quan")
    ward.go("/ban-lam-viec/nhap-y-kien/")
    _receipt, case = entered(
        ward,
        source="hotline",
        received_on="13/03/2018",
        kind="feedback",
        unit="ubnd-a-quan-2",
        story="Phòng một cửa của quận hẹn lại ba lần.",
        mode="anonymous",
    )
    ward.open(case)
    ward.take("chuyen-len", reason="Việc của Ủy ban nhân dân quận.")
    officer.open(case)
    officer.take("nhan")
    officer.take("phan-loai", gist="Hẹn lại ba lần ở một cửa quận", person_state="nobody", unit="ubnd-a-quan-2")
    expect(officer.page.locator("main")).to_contain_text("Mặt trận Phường An Phú")


def test_open_cases_are_handed_over_when_the_district_has_ended(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    before = Live(tmp_path_factory.mktemp("before"), today="2020-12-30")
    made = before.ask(MADE + "print(json.dumps(m.made(State.TRANSFERRED).code))")
    before.today = "2021-01-04"
    before.start()
    try:
        officer = Desk(browser, before.address, language="vi", width=1280)
        officer.sign_in("can-bo-quan")
        officer.go("/ban-lam-viec/chuyen-mat-tran/")
        officer.check()
        expect(officer.page.locator("main")).to_contain_text(str(made))
        officer.page.locator("main button.main").first.click()
        officer.page.wait_for_selector(".said")
        officer.check()
        told = before.ask(MADE + f"print(json.dumps(m.CaseFile.objects.get(code={made!r}).front.slug))")
        assert told == "mttq-b-thanh-pho-thu-duc"
    finally:
        before.stop()
