"""Every page that a link leads to is opened by somebody of the cast: no axe violation, nothing too wide, no complaint."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from django.urls import Resolver404, resolve
from tests.browser import BROWSER, Person, chromium
from tests.every_page.content import TODAY
from tests.every_page.elsewhere import ELSEWHERE
from tests.live import Live

from vidan.foundation.accounts.permissions import all_routes
from vidan.site.sample.people import PASSPHRASE

pytestmark = BROWSER

FURNISH = "import django; django.setup(); import json; from tests.every_page.content import furnish; print(json.dumps(furnish()))"
EACH = {
    "cases:case",
    "cases:transferred",
    "cases:custody_case",
    "consultations:custody_opinion",
    "cases:prepare",
    "scorecards:cards",
    "scorecards:card",
    "scorecards:item",
    "scorecards:move",
    "scorecards:results",
    "scorecards:rubrics",
    "scorecards:rubric",
    "scorecards:rubric_item",
    "scorecards:rubric_doubt",
    "surveys:questionnaires",
    "surveys:questionnaire",
    "surveys:questionnaire_question",
    "surveys:rounds",
    "surveys:round",
    "surveys:frame",
    "surveys:results",
    "surveys:result_desk",
    "surveys:officials",
    "surveys:official",
    "consultations:drafts",
    "consultations:draft",
    "consultations:move",
    "consultations:hearing",
    "consultations:opinion",
    "consultations:shown",
    "consultations:opinions",
    "consultations:opinions_desk",
    "consultations:papers",
    "consultations:answers",
    "consultations:points",
    "consultations:point",
    "outreach:procedure",
    "outreach:procedure_desk",
    "outreach:articles",
    "outreach:article",
    "outreach:article_parts",
    "outreach:article_step",
    "outreach:old_pages",
    "outreach:old_archive",
    "outreach:article_repair",
    "outreach:news_article",
    "outreach:bulletins_desk",
    "outreach:bulletin_desk",
    "outreach:bulletin_step",
    "outreach:activities",
    "outreach:activity",
    "oversight:programmes",
    "oversight:programme",
    "oversight:plan",
    "oversight:duty",
    "oversight:reports",
    "oversight:report",
    "oversight:guidances",
    "oversight:guidance",
    "oversight:inspections",
    "oversight:inspection",
    "oversight:result",
    "reports:units",
    "reports:report",
    "reports:section",
    "reports:move",
    "reports:published",
}
"""Routes whose every address is read by everybody: each state offers other steps, a case with pictures offers to blacken
them, and scorecards, rubrics, questionnaires, official surveys and their parts offer what their state and the person let."""

POINTS = re.compile(r'(?:href|action|hx-get)="((?:/|\?sau=)[^"]*)"')


@dataclass
class Crawl:
    """What is known of the house: by whom each route's page was first reached, which routes anything leads to, and which
    of them are no pages but files, or addresses of forms."""

    pages: dict[str, tuple[str, str]] = field(default_factory=dict)
    led_to: set[str] = field(default_factory=set)
    no_pages: set[str] = field(default_factory=set)

    def follow(self, person: Person, local: str, start: tuple[str, ...]) -> None:
        """Read, as one person, what his pages lead to; a page that somebody has read is not read again, but those of cases."""
        waiting, seen = deque(start), set(start)
        while waiting:
            place = waiting.popleft()
            name = _route(place)
            again = name in EACH or place in start or "sau=" in place
            if not name or name in self.no_pages or (name in self.pages and not again):
                continue
            answer = person.page.context.request.get(f"{person.site}{place}", max_redirects=0)
            if answer.status == 405 or (answer.ok and "text/html" not in answer.headers["content-type"]):
                self.no_pages.add(name)
            if answer.status != 200 or name in self.no_pages:
                continue
            self.pages.setdefault(name, (local, place))
            for found in POINTS.findall(answer.text()):
                led = urljoin(place, urldefrag(unescape(found)).url)
                self.led_to.add(_route(led))
                if led not in seen and not LEAVES.search(led):
                    seen.add(led)
                    waiting.append(led)


LEAVES = re.compile(r"/(logout|dong)/|^/en/|^/static/")
"""Addresses that end what the crawl stands on, lead to the same page in English, or are files."""


def _route(place: str) -> str:
    try:
        return resolve(place.split("?", maxsplit=1)[0]).view_name
    except Resolver404:
        return ""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Live, dict[str, str]]]:
    site = Live(Path(tmp_path_factory.mktemp("every-page")), today=TODAY.isoformat())
    codes = site.ask(FURNISH)
    assert isinstance(codes, list)
    site.start()
    yield site, dict(zip(("teller", "speaker", "mended"), codes, strict=True))
    site.stop()


def test_every_page_is_reached_and_stands_in_both_languages_and_widths(house: tuple[Live, dict[str, str]]) -> None:
    site, codes = house
    crawl, wrong = Crawl(), []
    with chromium() as browser:
        people = {local: Person(browser, site.address, language="vi", width=1280) for local in WHO}
        for local, person in people.items():
            _come_in(person, local, codes)
            start = tuple(place.format(**codes) for place in STARTS.get(local, DESK))
            crawl.follow(person, local, start)
        for local, place in crawl.pages.values():
            wrong += _look(people[local], place)
    assert not wrong, "\n".join(wrong)
    missed = {name for name in all_routes() if name not in crawl.led_to | set(crawl.pages)}
    assert sorted(missed) == sorted(ELSEWHERE), " ".join(sorted(missed ^ set(ELSEWHERE)))


WHO = (
    "",
    "teller",
    "speaker",
    "can-bo-quan",
    "can-bo-quan-2",
    "can-bo-phuong",
    "lanh-dao",
    "giu-khoa",
    "chu-tich-ubnd",
    "theo-doi",
    "mat-tran-tp",
    "bien-tap",
)
"""Signed out, with the receipt of a case and of an opinion, and those of the cast who have a desk of their own; the others
see less of the same pages."""

DESK = ("/ban-lam-viec/", "/ban-lam-viec/ho-so/")
STARTS = {
    "": ("/", "/gui-phan-anh/"),
    "can-bo-quan": (*DESK, "/ban-lam-viec/ho-so/{mended}/ban-chuyen/sua-loi-nhan-dang/"),
    "bien-tap": ("/ban-lam-viec/thu-tuc/",),
    "mat-tran-tp": (*DESK, "/ban-lam-viec/bao-cao/", "/ban-lam-viec/bao-cao/cac-don-vi/?ky=quarter-2018-1"),
    "teller": ("/tra-cuu/ho-so/",),
    "speaker": ("/tra-cuu/gop-y/",),
}


def _come_in(person: Person, local: str, codes: dict[str, str]) -> None:
    if local in codes:
        person.go("/tra-cuu/")
        person.page.fill("input[name=code]", codes[local])
        person.page.click("main button.main")
    elif local:
        person.sign_in(local)
        if local == "giu-khoa":
            person.go("/ban-lam-viec/giu-khoa/")
            person.page.fill("input[name=passphrase]", PASSPHRASE)
            person.page.click("main button.main")


def _look(person: Person, place: str) -> list[str]:
    """What is wrong with a page: in Vietnamese by axe, and in its width on a telephone, in English too."""
    told = []
    try:
        person.widen(1280)
        person.language = ""
        person.go(place)
        person.check()
        person.widen(360)
        person.fits()
        person.language = "/en"
        person.go(place)
        person.fits()
    except AssertionError as wrong:
        told.append(str(wrong).splitlines()[0])
    person.faults.clear()
    return told
