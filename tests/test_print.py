"""What is printed of a page: what is lasting stands on paper too, what was only said at the moment does not."""

from collections.abc import Iterator

import pytest
from tests.browser import BROWSER, Person, chromium
from tests.live import Live

pytestmark = BROWSER

RESTRICTED = """
import django, json; django.setup()
from tests.cases.made import actor, made
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.intake.personal import Right
from vidan.cases.services.personal_data import answer, ask
case = made(mode=TellerMode.NAMED)
asked = ask(case=case, right=Right.RESTRICTION, words="Tôi muốn dừng.", third_party=False)
answer(code=asked.code, text="Đã làm theo.", actor=actor("can-bo-quan"))
print(json.dumps(case.code))
"""


@pytest.fixture(scope="module")
def officer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Person, str]]:
    """An officer in her browser, and a case whose teller wants no further use of his data."""
    site = Live(tmp_path_factory.mktemp("print"), workers=1)
    site.start()
    try:
        code = str(site.ask(RESTRICTED))
        with chromium() as browser:
            person = Person(browser, site.address, language="vi", width=1280)
            person.sign_in("can-bo-quan")
            yield person, code
    finally:
        site.stop()


def test_a_case_whose_data_is_used_no_further_says_so_on_paper_and_a_passing_word_is_left_out(
    officer: tuple[Person, str],
) -> None:
    person, code = officer
    page = person.go(f"/ban-lam-viec/ho-so/{code}/")
    page.click("summary:has(~ form #id_text)")
    page.fill("#id_text", "Mặt trận đã nhận.")
    page.click("form:has(#id_text) button")
    lasting, passing = page.get_by_text("không dùng thêm dữ liệu của mình"), page.locator(".said[role]")
    passing.wait_for()
    page.emulate_media(media="print")
    assert (lasting.is_visible(), passing.is_visible()) == (True, False)
    page.emulate_media(media="screen")


def test_a_printed_case_carries_its_code_and_no_fold_that_nobody_can_open(officer: tuple[Person, str]) -> None:
    person, code = officer
    page = person.go(f"/ban-lam-viec/ho-so/{code}/")
    page.emulate_media(media="print")
    assert page.get_by_text(code).first.is_visible()
    assert not page.locator("summary:visible").count()
    assert not page.locator(".closed-moves:visible").count()
    page.emulate_media(media="screen")


def test_the_work_of_the_day_stands_in_no_frame_on_paper(officer: tuple[Person, str]) -> None:
    person, _code = officer
    page = person.go("/ban-lam-viec/in-viec-hom-nay/")
    page.emulate_media(media="print")
    assert page.locator(".sheet").evaluate("one => getComputedStyle(one).borderTopWidth") == "0px"
    page.emulate_media(media="screen")
