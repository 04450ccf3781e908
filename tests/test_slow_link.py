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

PLACES = (
    "/",
    "/gui-phan-anh/",
    "/so-lieu/",
    "/tim-kiem/?tu=hoi+nghi",
    "/tin-tuc/",
    "ARTICLE",
    "PICTURED",
    "/thu-tuc/",
    "/thu-tuc/khai-sinh/",
)
MAKE = """
import django, json; django.setup()
from tests.cases.made import actor
from tests.outreach.articles_made import EDITOR, REVIEWER, article
from tests.photograph import photograph
from tests.outreach.procedure_made import published
from vidan.outreach.article_kinds import State
from vidan.outreach.services import show_article
from vidan.outreach.services.attach import add_picture
made = [article(State.PUBLISHED, title=f"Hội nghị số {n}", body="Bà con hỏi, Mặt trận trả lời. " * 60) for n in range(25)]
published()
with_photo = article(title="Hội nghị có ảnh chụp", body="Bà con hỏi, Mặt trận trả lời. " * 60)
photo = photograph()
for _picture in range(3):
    add_picture(code=with_photo.code, file=photo, alt="Bà con hỏi", caption="Ở hội trường", actor=actor(EDITOR))
show_article.submit(code=with_photo.code, actor=actor(EDITOR))
show_article.approve(code=with_photo.code, actor=actor(REVIEWER))
show_article.publish(code=with_photo.code, actor=actor(EDITOR))
print(json.dumps({"ARTICLE": f"/tin-tuc/{made[-1].slug}/", "PICTURED": f"/tin-tuc/{with_photo.slug}/"}))
"""

WATCH = """
window.painted = 0;
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) { window.painted = one.startTime; window.sort = one.element?.tagName; }
})
  .observe({ type: "largest-contentful-paint", buffered: true });
"""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Live, Browser, dict[str, str]]]:
    """A site with news and a procedure, its workers warm, a browser, and the addresses of articles of words and of pictures."""
    site = Live(tmp_path_factory.mktemp("slow"), workers=1)
    told = site.ask(MAKE)
    assert isinstance(told, dict)
    articles: dict[str, str] = told
    site.start()
    try:
        with chromium() as browser:
            page = browser.new_page()
            for place in PLACES:
                page.goto(f"{site.address}{articles.get(place, place)}")
            yield site, browser, articles
    finally:
        site.stop()


@pytest.mark.parametrize("place", PLACES)
def test_the_largest_paint_comes_in_time(house: tuple[Live, Browser, dict[str, str]], place: str) -> None:
    site, browser, articles = house
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
    page.goto(f"{site.address}{articles.get(place, place)}", wait_until="load")
    page.wait_for_timeout(300)
    painted, sort = page.evaluate("[window.painted, window.sort]")
    context.close()
    assert 0 < painted <= MOST
    assert sort == ("IMG" if place == "PICTURED" else sort)
