"""A page of the old portal is brought by the command, mended by a person, reviewed, published, and found without marks; its old
address leads to it. In a real browser, without axe violation; the given page too where the founding texts are at hand."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser import BROWSER, Person, chromium
from tests.founding import SHARED
from tests.live import Live
from tests.outreach.old_pages_made import plain

from vidan.site.sample.people import address

pytestmark = BROWSER

LIST, OLD = "/ban-lam-viec/tin-bai/", "/ban-lam-viec/tin-bai/trang-cu/"
SCANNED = (
    plain(when="12 Tháng Ba 2018 10:05:00 SA")
    .replace("thủ tục", "thù tục")
    .replace("Từ tháng tư", "Nghĩa vụ cùa mình từ tháng tư")
)
GIVEN = SHARED / "seed" / "plan-2018.txt"


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    site = Live(tmp_path, today="2018-05-14")
    site.start()
    yield site
    site.stop()


@pytest.mark.parametrize(
    ("page", "words", "moment"),
    [
        pytest.param(SCANNED, "nghia vu cua minh", "Thứ Hai, 12/03/2018, 10 giờ 05", id="made"),
        pytest.param(
            "", "nang cao tinh than trach nhiem", "Thứ Ba, 13/03/2018, 10 giờ 05", id="given", marks=pytest.mark.shared
        ),
    ],
)
def test_an_old_page_is_brought_mended_published_and_found(
    live: Live, tmp_path: Path, page: str, words: str, moment: str
) -> None:
    folder = tmp_path / "cu" / "tin"
    folder.mkdir(parents=True)
    (folder / "7.html").write_text(page or GIVEN.read_text(encoding="utf-8"), encoding="utf-8")
    told = _bring(live, folder.parent)
    assert told["verdict"] == "taken"
    with chromium() as browser:
        _mend(browser, live, told["article"])
        _review(browser, live)
        _read(browser, live, words, moment)
    assert _bring(live, folder.parent)["verdict"] == "known"


def _bring(live: Live, folder: Path) -> dict[str, str]:
    """What the command tells of the one page of a folder."""
    words = ("import-articles", str(folder), "--by", address("bien-tap"), "--json")
    done = subprocess.run(
        [sys.executable, "-m", "vidan", *words],
        env=os.environ | live.environment,
        capture_output=True,
        text=True,
        check=True,
    )
    told: dict[str, str] = json.loads(done.stdout)
    return told


def _mend(browser: Browser, live: Live, code: str) -> None:
    """The editor finds the article by its list, mends it place by place, and sends it to review."""
    editor = Person(browser, live.address, language="vi", width=1280)
    editor.sign_in("bien-tap")
    editor.go(OLD)
    editor.check()
    editor.go(f"{LIST}{code}/")
    editor.check()
    editor.go(f"{LIST}{code}/sua-loi-nhan-dang/")
    editor.check()
    page = editor.page
    count = page.locator("input[name=accept]").count()
    assert count >= 1
    for number in range(count):
        page.locator("input[name=accept]").nth(number).check()
    page.click("main button.main")
    assert page.locator("button[name=undo]").count() == 1
    editor.go(OLD)
    page.click("button[value=gui-duyet]")
    page.context.close()


def _review(browser: Browser, live: Live) -> None:
    officer = Person(browser, live.address, language="vi", width=360)
    officer.sign_in("can-bo-quan")
    officer.go(f"{OLD}?o-buoc=in_review")
    officer.check()
    officer.page.click("button[value=duyet-va-dang]")
    officer.page.context.close()


def _read(browser: Browser, live: Live, words: str, moment: str) -> None:
    """A reader types without marks, opens the article, and sees when it was posted and how often it was read."""
    reader = Person(browser, live.address, language="vi", width=360, scripts=False)
    reader.go(f"/tim-kiem/?tu={words.replace(' ', '+')}")
    reader.page.locator("main a[href^='/tin-tuc/']").first.click()
    shown = reader.page.locator("main").inner_text()
    assert moment in shown
    assert "892 lượt xem" in shown
    place = reader.page.url
    reader.go("/tin/7.html")
    assert reader.page.url == place
    reader.page.context.close()
