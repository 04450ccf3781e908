"""What is printed of a page: what is lasting stands on paper too, what was only said at the moment does not."""

from pathlib import Path

import pytest
from tests.browser import CHROMIUM, Person, chromium
from tests.live import Live

pytestmark = [pytest.mark.browser, pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed")]

RESTRICTED = """
import django, json; django.setup()
from tests.cases.made import TellerMode, actor, made
from vidan.cases.models.personal import Right
from vidan.cases.services.personal_data import answer, ask
case = made(mode=TellerMode.NAMED)
asked = ask(case=case, right=Right.RESTRICTION, words="Tôi muốn dừng.", third_party=False)
answer(code=asked.code, text="Đã làm theo.", actor=actor("can-bo-quan"))
print(json.dumps(case.code))
"""


def test_a_case_whose_data_is_used_no_further_says_so_on_paper_and_a_passing_word_is_left_out(tmp_path: Path) -> None:
    site = Live(tmp_path, workers=1)
    site.start()
    try:
        code = site.ask(RESTRICTED)
        with chromium() as browser:
            officer = Person(browser, site.address, language="vi", width=1280)
            officer.sign_in("can-bo-quan")
            page = officer.go(f"/ban-lam-viec/ho-so/{code}/")
            page.click("summary:has(~ form #id_text)")
            page.fill("#id_text", "Mặt trận đã nhận.")
            page.click("form:has(#id_text) button")
            lasting, passing = page.get_by_text("không dùng thêm dữ liệu của mình"), page.locator(".said[role]")
            passing.wait_for()
            page.emulate_media(media="print")
            assert (lasting.is_visible(), passing.is_visible()) == (True, False)
    finally:
        site.stop()
