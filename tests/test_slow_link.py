"""On a slow link, with nothing kept from before, what matters of a public page stands there within two and a half seconds."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from tests.browser import BROWSER, chromium
from tests.live import Live

pytestmark = BROWSER

KILOBITS, LATENCY = 400, 400
MOST = 2500
"""Milliseconds to the largest paint, at 400 kbit/s with 400 ms to and fro."""

PLACES = ("/", "/gui-phan-anh/", "/tra-cuu/", "/so-lieu/", "/tim-kiem/", "/lien-he/")

WATCH = """
window.painted = 0;
new PerformanceObserver((list) => { for (const one of list.getEntries()) window.painted = one.startTime; })
  .observe({ type: "largest-contentful-paint", buffered: true });
"""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Live, Browser]]:
    """A site with its cast and places, its workers warm, and a browser."""
    site = Live(tmp_path_factory.mktemp("slow"), workers=1)
    site.start()
    try:
        with chromium() as browser:
            page = browser.new_page()
            for place in PLACES:
                page.goto(f"{site.address}{place}")
            yield site, browser
    finally:
        site.stop()


@pytest.mark.parametrize("place", PLACES)
def test_the_largest_paint_comes_in_time(house: tuple[Live, Browser], place: str) -> None:
    site, browser = house
    context = browser.new_context(viewport={"width": 360, "height": 740}, device_scale_factor=2)
    page = context.new_page()
    page.add_init_script(WATCH)
    link = context.new_cdp_session(page)
    link.send("Network.enable")
    link.send("Network.setCacheDisabled", {"cacheDisabled": True})
    bytes_a_second = KILOBITS * 1000 / 8
    link.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": LATENCY,
            "downloadThroughput": bytes_a_second,
            "uploadThroughput": bytes_a_second,
        },
    )
    page.goto(f"{site.address}{place}", wait_until="load")
    page.wait_for_timeout(300)
    painted = page.evaluate("window.painted")
    context.close()
    assert 0 < painted <= MOST
