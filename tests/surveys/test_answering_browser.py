"""In a real browser: from the QR to the thanks without scripts, on one page with them, and by the QR of an invitation."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.browser import BROWSER, Person, chromium
from tests.live import Live

pytestmark = BROWSER

OPEN = """
import django; django.setup()
import json
from datetime import datetime
from zoneinfo import ZoneInfo
from tests.cases.made import actor
from tests.surveys.round_made import OFFICER, opened
from vidan.foundation.calendar import clock
from vidan.surveys.services.invite import invite
with clock.at(datetime(2018, 3, 13, 9, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))):
    round_ = opened()
    told = {"code": round_.code, "version": round_.version, "stratum": round_.strata.get().pk, "count": 1}
    print(json.dumps([round_.code, invite(**told, actor=actor(OFFICER))[1][0]]))
"""
KEPT = """
import django; django.setup()
import json
from vidan.surveys.models import Reply, SurveyRound
from vidan.surveys.services.move import move_replies
SurveyRound.objects.update(state="closed")
move_replies()
print(json.dumps([[one.way, one.answers, one.too_fast, one.repeated] for one in Reply.objects.order_by("way", "answers")]))
"""


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    site = Live(tmp_path, workers=1)
    site.start()
    yield site
    site.stop()


def test_people_answer_by_qr_without_scripts_with_scripts_and_by_invitation(live: Live) -> None:
    opened = live.ask(OPEN)
    assert isinstance(opened, list)
    code, invitation = opened
    with chromium() as browser:
        plain = Person(browser, live.address, language="vi", width=360, scripts=False)
        page = plain.go("/q/an-phu/")
        plain.fits()
        page.get_by_role("link", name="Trả lời khảo sát").click()
        plain.check()
        page.get_by_role("button", name="Tiếp tục").click()
        assert page.get_by_role("alert").is_visible()
        page.get_by_label("NO", exact=True).check()
        page.get_by_role("button", name="Tiếp tục").click()
        page.get_by_label("Mấy lần?").fill("4")
        page.get_by_role("button", name="Tiếp tục").click()
        for line in ("place", "form"):
            page.locator(f"#q-parts-{line}-4").check()
        page.get_by_role("button", name="Gửi phiếu").click()
        assert page.get_by_role("heading", name="Cảm ơn ông/bà").is_visible()
        plain.check()

        person = Person(browser, live.address, language="en", width=1280)
        page = person.go(f"/khao-sat/{code}/tai/an-phu/")
        times = page.locator('[data-code="times"]')
        assert not times.is_visible()
        page.locator("#q-came-no").check()
        assert times.is_visible()
        assert not page.locator('[data-code="polite"]').is_visible()
        page.locator("#q-times").fill("3")
        assert page.locator('[data-code="polite"]').is_visible()
        person.check()
        page.locator("#q-came-yes").check()
        assert not page.locator('[data-code="polite"]').is_visible()
        for line in ("place", "form"):
            page.locator(f"#q-parts-{line}-5").check()
        page.wait_for_function("document.querySelector('[name=work]').value")
        page.get_by_role("button", name="Send").click()
        page.wait_for_url("**/cam-on/")
        person.check()

        guest = Person(browser, live.address, language="vi", width=360)
        page = guest.go(f"/khao-sat/giay-moi/#{invitation}")
        assert "#" not in page.url
        guest.check()
        page.get_by_role("button", name="Mở phiếu").click()
        page.locator("#q-came-yes").check()
        for line in ("place", "form"):
            page.locator(f"#q-parts-{line}-3").check()
        page.get_by_role("button", name="Gửi phiếu").click()
        page.wait_for_url("**/cam-on/")
    replies = live.ask(KEPT)
    assert isinstance(replies, list)
    assert sorted((way, answers["parts"]["place"], again) for way, answers, _fast, again in replies) == [
        ("counter", "4", False),
        ("counter", "5", False),
        ("invitation", "3", False),
    ]
    assert [answers.get("times") for _way, answers, _fast, _again in replies if answers["came"] == "no"] == ["4"]
