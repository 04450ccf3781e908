"""A draft of forty-two articles in a real browser: brought in, spoken about, renewed, criticised, answered, held to its word."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.browser import BROWSER, Person, chromium
from tests.live import Live

from vidan.site.sample.drafts import docx_of, lines_of

pytestmark = BROWSER

DESK = "/ban-lam-viec/phan-bien/"
PUBLIC = "/gop-y-du-thao/"
TITLE = "Quy chế trả kết quả thủ tục hành chính tại nhà và tại điểm hẹn"
FIRST = lines_of("tra-ket-qua")
TERM = "1. Kết quả được mang đến trong 05 ngày làm việc kể từ ngày có kết quả."
MENDED = "1. Kết quả được mang đến trong 03 ngày làm việc kể từ ngày có kết quả."
NEW_ARTICLE = ("Điều 2. Từ ngữ viết tắt", "Bộ phận tiếp nhận và trả kết quả được gọi tắt là Bộ phận một cửa.")
SPOKEN = "Năm ngày là quá lâu với người già; đề nghị ba ngày."


def second_version() -> list[str]:
    """A new article stands before the second, all later ones go on by one; one article is left out."""
    lines: list[str] = []
    left_out = False
    for line in FIRST:
        if line.startswith("Điều "):
            number = int(line.removeprefix("Điều ").split(".", 1)[0])
            left_out = number == 18
            if number == 2:
                lines += NEW_ARTICLE
            if number >= 2:
                line = line.replace(f"Điều {number}.", f"Điều {number + 1 if number < 18 else number}.", 1)
        elif line.startswith("Chương "):
            left_out = False
        if not left_out:
            lines.append(line)
    return lines


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


def test_a_draft_goes_from_its_text_to_the_matrix_that_a_visitor_reads(
    browser: Browser, house: Live, tmp_path: Path
) -> None:
    def person(local: str = "", *, language: str = "vi", width: int = 1280, scripts: bool = True) -> Person:
        one = Person(browser, house.address, language=language, width=width, scripts=scripts)
        if local:
            one.sign_in(local)
        return one

    officer, head = person("can-bo-quan"), person("lanh-dao")
    code = take_in(officer, tmp_path)
    open_it(officer, head, code)
    citizen = person(width=360, scripts=False)
    receipt = speak(citizen, code, "Điều 19 khoản 1")
    other = person(width=360, scripts=False, language="en")
    speak(other, code, "Điều 18")
    speak_of_a_passage(person(width=360), code)
    sign(person("phu-nu", width=360), code)
    moderate(officer, code)
    agree(person(width=360, scripts=False), code)
    renew(officer, code, tmp_path)
    come_back(citizen, receipt, "Điều 19 khoản 1")

    house.kill()
    house.today = "2018-03-29"
    house.start()
    gather(officer, code)
    send(officer, head, code)

    house.kill()
    house.today = "2018-04-10"
    house.start()
    answer_from_paper(officer, code)
    hold_to_its_word(officer, head, code)
    for visitor in (person(width=360, scripts=False), person(language="en")):
        read_matrix(visitor, code)
    expect(citizen.go("/tra-cuu/gop-y/").locator("main")).to_contain_text("Tiếp thu")
    citizen.check()


def press(one: Person, words: str = "") -> None:
    """Press the main button of a page, or the one that says some words, and look at what comes."""
    main = one.page.locator("main")
    (main.get_by_role("button", name=words, exact=True).first if words else main.locator("button.main").last).click()
    one.page.wait_for_load_state()
    expect(main.locator("[role=alert]")).to_have_count(0)
    one.check()


def take_in(officer: Person, folder: Path) -> str:
    """Register the draft and bring its text in as a Word file; returns its code."""
    page = officer.go(f"{DESK}tiep-nhan/")
    officer.check()
    page.fill("#id_title", TITLE)
    page.select_option("#id_kind", "regulation")
    page.select_option("#id_body", label="Ủy ban nhân dân Quận 2")
    page.fill("#id_received_on", "12/03/2018")
    page.fill("#id_submits_on", "20/03/2018")
    press(officer)
    code = page.url.split("/phan-bien/")[1].split("/")[0]
    officer.go(f"{DESK}{code}/")
    expect(page.locator("main")).to_contain_text("15 ngày")
    bring(officer, code, FIRST, folder / "du-thao.docx")
    expect(page.locator("main")).to_contain_text("Điều 42")
    officer.go(f"{DESK}{code}/loi/chot/")
    press(officer)
    return code


def bring(officer: Person, code: str, lines: list[str], file: Path) -> None:
    """Bring a text in; a file that is no document is told first."""
    page = officer.go(f"{DESK}{code}/loi/dua-vao/")
    officer.check()
    file.write_bytes(b"not a document")
    page.set_input_files("#id_file", file)
    page.locator("main button.main").click()
    expect(page.locator("[role=alert]")).to_be_visible()
    officer.check()
    file.write_bytes(docx_of(lines))
    page.set_input_files("#id_file", file)
    press(officer)


def open_it(officer: Person, head: Person, code: str) -> None:
    """The days for opinions are set; the head opens it."""
    page = officer.go(f"{DESK}{code}/")
    officer.check()
    if page.locator("main a", has_text="thời gian lấy ý kiến").count():
        page.locator("main a", has_text="thời gian lấy ý kiến").first.click()
    page.fill("#id_opens_on", "13/03/2018")
    page.fill("#id_closes_on", "28/03/2018")
    press(officer)
    head.go(f"{DESK}{code}/buoc/mo/")
    head.check()
    press(head)


def speak(citizen: Person, code: str, path: str) -> str:
    """Give an opinion at one piece from a telephone without JavaScript; returns the receipt code."""
    page = citizen.go(f"{PUBLIC}{code}/")
    citizen.fits()
    page.locator("a.speak", has=page.locator(f"span.hidden:text-is('{path}')")).first.click()
    citizen.check()
    page.locator("main button.main").click()
    expect(page.locator("[role=alert]")).to_be_visible()
    page.fill("#id_text", SPOKEN)
    press(citizen)
    page.check("input[name=teller_type][value=person]")
    page.check("input[name=mode][value=anonymous]")
    press(citizen)
    page.locator("main button.main").click()
    expect(page.locator(".digits")).to_be_visible()
    citizen.check()
    receipt = page.locator(".digits").inner_text()
    page.check("#noted")
    page.locator("main button.main").click()
    return receipt


def speak_of_a_passage(citizen: Person, code: str) -> None:
    """Choose a few words of a piece with a finger and speak of them, by name."""
    page = citizen.go(f"{PUBLIC}{code}/")
    page.evaluate(
        """(said) => {
        const walk = document.createTreeWalker(document.querySelector('.draft-text'), NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) {
            const at = walk.currentNode.data.indexOf(said);
            if (at < 0) continue;
            getSelection().setBaseAndExtent(walk.currentNode, at, walk.currentNode, at + said.length);
            return;
        }
    }""",
        "05 ngày làm việc",
    )
    page.click("#passage button")
    expect(page.locator("main")).to_contain_text("05 ngày làm việc")
    page.fill("#id_text", "Nên rút xuống còn 03 ngày.")
    press(citizen)
    page.check("input[name=teller_type][value=person]")
    page.check("input[name=mode][value=named]")
    page.fill("#id_name", "Người góp ý (mẫu)")
    press(citizen)
    page.locator("main button.main").click()
    expect(page.locator(".digits")).to_be_visible()
    citizen.check()


def sign(member: Person, code: str) -> None:
    """The women's union gives its signed opinion on the whole draft."""
    page = member.go(f"{DESK}{code}/y-kien/cua-to-chuc/")
    member.check()
    page.fill("#id_text", "Hội đề nghị ưu tiên phụ nữ mang thai và người nuôi con nhỏ.")
    press(member)
    expect(page.locator("main")).to_contain_text("Hội đề nghị")


def moderate(officer: Person, code: str) -> None:
    """The opinions without a name are shown as they are, the named one after its original was opened."""
    page = officer.go(f"{DESK}{code}/y-kien/")
    officer.check()
    for box in page.locator("input[name=chosen]").all():
        box.check()
    press(officer)
    page.locator("main ul.rows a").first.click()
    officer.check()
    page.get_by_role("button", name="Mở bản gốc").click()
    officer.check()
    page.get_by_role("button", name="Đưa ra", exact=True).click()
    page.wait_for_load_state()
    expect(page.locator("main [role=alert]")).to_have_count(0)


def agree(visitor: Person, code: str) -> None:
    """Somebody agrees instead of repeating it, once."""
    page = visitor.go(f"{PUBLIC}{code}/y-kien/")
    visitor.check()
    expect(page.locator("main")).to_contain_text("Hội Liên hiệp Phụ nữ")
    expect(page.locator("main")).not_to_contain_text("Người góp ý (mẫu)")
    for _twice in range(2):
        page.locator("form[action$='/dong-tinh/'] button").first.click()
    page.locator("form[action$='/dong-tinh/'] button").first.click()
    expect(page.locator("form[action$='/dong-tinh/'] button").first).to_contain_text("· 1")


def renew(officer: Person, code: str, folder: Path) -> None:
    """A second version comes in: opinions go along; what is not sure is looked at."""
    bring(officer, code, second_version(), folder / "du-thao-2.docx")
    officer.go(f"{DESK}{code}/loi/chot/")
    press(officer)
    page = officer.go(f"{DESK}{code}/cho-y-kien/")
    for _wait in range(60):
        if not page.locator("progress").count():
            break
        page.wait_for_timeout(1_000)
        page.reload()
    officer.check()
    for _each in range(10):
        if not page.get_by_role("button", name="Đúng").count():
            break
        page.get_by_role("button", name="Đúng").first.click()
        page.wait_for_load_state()
    expect(page.locator("main")).to_contain_text("Không còn chỗ nào phải xem")
    officer.go(f"{DESK}{code}/so-sanh/1/2/")
    officer.check()
    officer.widen(360)
    officer.fits()
    officer.widen(1280)


def come_back(citizen: Person, receipt: str, path: str) -> None:
    """The citizen reads where the opinion stands now."""
    page = citizen.go("/tra-cuu/")
    page.fill("input[name=code]", receipt)
    page.locator("main button.main").click()
    expect(page.locator("main")).to_contain_text(path)
    expect(page.locator("main")).to_contain_text(SPOKEN)
    citizen.check()


def gather(officer: Person, code: str) -> None:
    """Opinions become two points: several go into the first, the union's into the second."""
    page = officer.go(f"{DESK}{code}/buoc/tong-hop/")
    officer.check()
    press(officer)
    for n, (words, proposal) in enumerate(
        (
            ("Thời hạn trả kết quả tại nhà quá dài với người già.", "Rút từ 05 xuống 03 ngày làm việc."),
            ("Chưa nói đến phụ nữ mang thai, người nuôi con nhỏ.", "Thêm vào nhóm được ưu tiên."),
        )
    ):
        officer.go(f"{DESK}{code}/diem/")
        for row in page.locator("tr:has(input[name=opinion])").all():
            if n or "Hội đề nghị" not in row.inner_text():
                row.locator("input[name=opinion]").check()
        page.get_by_role("button", name="Gom", exact=True).click()
        officer.check()
        page.fill("#id_text", words)
        page.fill("#id_proposal", proposal)
        press(officer)
    officer.go(f"{DESK}{code}/diem/")
    officer.check()
    expect(page.locator("main")).to_contain_text("2 điểm")


def send(officer: Person, head: Person, code: str) -> None:
    """The document is submitted, sent back once with a reason, submitted again, numbered and sent."""
    for again in (True, False):
        officer.go(f"{DESK}{code}/buoc/trinh/")
        officer.check()
        press(officer)
        if again:
            page = head.go(f"{DESK}{code}/buoc/tra-lai/")
            page.fill("#id_reason", "Nêu rõ số ý kiến.")
            press(head)
    head.go(f"{DESK}{code}/buoc/gui/")
    expect(head.page.locator("main")).to_contain_text("Rút từ 05 xuống 03 ngày làm việc.")
    head.check()
    press(head)


def answer_from_paper(officer: Person, code: str) -> None:
    """The body's paper is recorded, and its answer to each point; without a reason it is not taken."""
    page = officer.go(f"{DESK}{code}/tra-loi/van-ban/")
    officer.check()
    for name, value in {"number": "45/UBND-VP", "dated": "09/04/2018", "received_on": "10/04/2018"}.items():
        page.fill(f"#id_{name}", value)
    press(officer)
    officer.go(f"{DESK}{code}/tra-loi/1/")
    page.check("input[name=verdict][value=accepted]")
    page.fill("#id_clause", "Điều 19 khoản 1")
    press(officer)
    officer.go(f"{DESK}{code}/tra-loi/2/")
    page.check("input[name=verdict][value=refused]")
    page.locator("main button.main").click()
    expect(page.locator("[role=alert]")).to_be_visible()
    officer.check()
    page.fill("#id_reason", "Đã có quy định riêng của Thành phố.")
    press(officer)
    officer.go(f"{DESK}{code}/buoc/xac-nhan-tra-loi/")
    press(officer)


def hold_to_its_word(officer: Person, head: Person, code: str) -> None:
    """The issued text is recorded, the accepted point is found in it, the criticism ends with a summary."""
    final = [MENDED if line == TERM else line for line in second_version()]
    page = officer.go(f"{DESK}{code}/buoc/ban-hanh/")
    officer.check()
    page.fill("#id_number", "02/2018/QĐ-UBND")
    page.fill("#id_issued_on", "10/04/2018")
    page.fill("#id_text", "\n".join(final))
    press(officer)
    officer.go(f"{DESK}{code}/doi-chieu/1/")
    officer.check()
    page.check("input[name=kept][value=done]")
    page.fill("#id_note", "Điều 19 khoản 1 đã sửa thành 03 ngày làm việc.")
    press(officer)
    officer.go(f"{DESK}{code}/buoc/tom-tat/").fill("#id_closing", "Một điểm được tiếp thu và đã làm; một điểm không.")
    press(officer)
    head.go(f"{DESK}{code}/buoc/ket-thuc/")
    press(head)


def read_matrix(visitor: Person, code: str) -> None:
    """Everybody reads what was asked, what was answered and why, and what became of it."""
    page = visitor.go(f"{PUBLIC}{code}/ket-qua/")
    main = page.locator("main")
    for words in (
        "Một điểm được tiếp thu và đã làm",
        "Rút từ 05 xuống 03 ngày làm việc.",
        "Đã có quy định riêng của Thành phố.",
        "02/2018/QĐ-UBND",
    ):
        expect(main).to_contain_text(words)
    visitor.check()
    page.locator("a.pill", has_text="Không tiếp thu" if not visitor.language else "Not accepted").click()
    expect(main).not_to_contain_text("Rút từ 05 xuống 03 ngày làm việc.")
    visitor.check()
