"""The menu of the public pages: folded under one button on a telephone, in sight on a wide screen; no script, no mouse needed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.browser import BROWSER, Person, chromium
from tests.live import Live

pytestmark = BROWSER


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Live, Browser]]:
    live = Live(Path(tmp_path_factory.mktemp("menu")))
    live.start()
    with chromium() as browser:
        yield live, browser
    live.stop()


def test_the_menu_unfolds_by_keyboard_without_a_script(site: tuple[Live, Browser]) -> None:
    live, browser = site
    person = Person(browser, live.address, language="vi", width=360, scripts=False)
    page = person.go("/tin-tuc/")
    menu = page.locator("nav.menu")
    expect(menu).to_be_hidden()
    assert page.locator(".head").evaluate("one => one.offsetHeight") < 100
    for _stop in ("skip", "brand", "menu"):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(menu).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/gui-phan-anh/")
    person.check()


def test_an_unfolded_menu_has_no_fault_and_fits(site: tuple[Live, Browser]) -> None:
    live, browser = site
    for language in ("vi", "en"):
        person = Person(browser, live.address, language=language, width=360)
        page = person.go("/tin-tuc/")
        page.locator("label.unfold").click()
        expect(page.locator("nav.menu a").last).to_be_visible()
        assert page.locator("nav.menu a").first.evaluate("one => one.offsetHeight") >= 44
        person.check()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_on_a_wide_screen_the_whole_menu_stands_in_one_line_under_the_name(
    language: str, site: tuple[Live, Browser]
) -> None:
    live, browser = site
    page = Person(browser, live.address, language=language, width=1280).go("/tin-tuc/")
    expect(page.locator("label.unfold")).to_be_hidden()
    tops = page.locator("nav.menu a").evaluate_all("all => all.map((one) => one.offsetTop)")
    assert len(set(tops)) == 1


@pytest.mark.parametrize("language", ["vi", "en"])
def test_on_a_wide_screen_each_place_of_the_desk_stands_in_one_line(language: str, site: tuple[Live, Browser]) -> None:
    live, browser = site
    person = Person(browser, live.address, language="vi", width=1280)
    person.sign_in("lanh-dao")
    person.language = "" if language == "vi" else f"/{language}"
    page = person.go("/ban-lam-viec/")
    names = page.locator(".side a.place span:first-child")
    tall = names.evaluate_all("all => all.filter((one) => one.offsetHeight > 30).map((one) => one.textContent)")
    assert not tall
