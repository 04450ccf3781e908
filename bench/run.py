"""The measurements at each size, and the lines of the table with their limits."""

import sys
from collections.abc import Callable
from statistics import median
from typing import Any

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test import Client

from bench import city_reports, letter, old_pages, opinions, reports, roll_ups, search, sheets, survey_answers, surveys
from bench.fill import BASE, COMMON, FULL, RARE, grow_to, make_base, plant_rare_word
from bench.meter import Browser, Cost, as_a_web_process, measure, size_of_database, spent
from bench.wards import WARDS
from vidan.foundation.accounts import permissions
from vidan.foundation.accounts.models import User
from vidan.outreach.models import Article
from vidan.site.prepare import prepare
from vidan.site.sample.people import address

LIMITS = {"list": 6, "kept article": 1}
"""Bare pages that a page may cost at a hundred thousand cases."""

LETTERS = 30
"""How many letters are written for the cost of one."""


def tell(told: object) -> None:
    """How far it is, beside the table."""
    print(told, file=sys.stderr, flush=True)


def run(sizes: list[int]) -> dict[str, Any]:
    """All numbers of one engine."""
    settings.ROOT_URLCONF = "bench.house"
    permissions._routes["bare"] = permissions.PUBLIC
    prepare()
    tell("filling the first thousand through the services ...")
    make_base()
    as_a_web_process()
    empty = _letters()
    by_size: dict[int, dict[str, Cost]] = {}
    bytes_at: dict[int, int] = {}
    done = BASE
    for size in sizes:
        tell(f"growing to {size} cases ...")
        grow_to(size, done, tell)
        plant_rare_word()
        as_a_web_process()
        done, bytes_at[size] = size, size_of_database()
        by_size[size] = measure(_pages())
    grown = _letters()
    replies = survey_answers.answers(survey_answers.open_survey())
    full = [size for size in sizes if size <= FULL]
    per_case = (bytes_at[full[-1]] - bytes_at[full[0]]) / (full[-1] - full[0]) if len(full) > 1 else 0.0
    bare = by_size[sizes[-1]]["bare"]
    lines = [
        *_letter_lines(empty, sizes[0], limit=True),
        *_letter_lines(grown, sizes[-1], limit=False),
        *_page_lines(by_size),
        *_sheet_lines(),
        _line("one answer to a survey, taken", replies["post"] / replies["bare"], "x", 3),
        _line("the page of a survey", replies["page"] / replies["bare"], "x", None),
        *_survey_lines(),
        *_opinion_lines(),
        *_search_lines(),
        *_report_lines(),
        *_city_lines(),
        *_roll_up_lines(),
        *_old_page_lines(),
    ]
    if per_case:
        lines.append(_line("bytes a case in the database", per_case, "B", None))
    return {"engine": connection.vendor, "bare_ms": round(bare.cpu_ms, 3), "lines": lines, "sizes": sizes}


def _pages() -> dict[str, Callable[[], None]]:
    officer = Browser(WSGIHandler())
    client = Client()
    client.force_login(User.objects.get(email=address("can-bo-quan")))
    officer.take(client)
    officer.get("/ban-lam-viec/")

    def page(browser: Browser, place: str, typed: dict[str, str] | None = None) -> Callable[[], None]:
        def call() -> None:
            status, _content = browser.get(place) if typed is None else browser.post(place, typed)
            if status != 200:
                raise AssertionError(f"{place} answered {status}")

        return call

    search = "/ban-lam-viec/tim/"
    return {
        "bare": page(Browser(WSGIHandler()), "/trang-tron/"),
        "home": page(Browser(WSGIHandler()), "/"),
        "kept article": page(Browser(WSGIHandler()), f"/tin-tuc/{_an_article()}/"),
        "procedures": page(Browser(WSGIHandler()), "/thu-tuc/"),
        "figures": page(Browser(WSGIHandler()), "/so-lieu/"),
        "results": page(Browser(WSGIHandler()), "/ket-qua/"),
        "today": page(officer, "/ban-lam-viec/"),
        "list": page(officer, "/ban-lam-viec/ho-so/"),
        "list filtered": page(officer, "/ban-lam-viec/ho-so/?trang-thai=open&loai=feedback"),
        "statistics": page(officer, "/ban-lam-viec/thong-ke/"),
        "search rare": page(officer, search, {"words": RARE}),
        "search common": page(officer, search, {"words": COMMON}),
    }


def _an_article() -> str:
    """One without a film: a page that plays something is drawn for each reader."""
    return Article.objects.public().filter(films=None).values_list("slug", flat=True)[0]


def _letters() -> dict[str, float]:
    """Processor seconds of one final post, one whole journey, and one bare page, measured in turn, request by request."""
    handler = WSGIHandler()
    plain = Browser(handler)
    plain.get("/trang-tron/")
    posts: list[float] = []
    journeys: list[float] = []
    bare: list[float] = []
    for _n in range(LETTERS):
        took: list[float] = []
        for request in letter.journey(Browser(handler)):
            began = spent()
            request()
            took.append(spent() - began)
            began = spent()
            plain.get("/trang-tron/")
            bare.append(spent() - began)
        posts.append(took[letter.SEND])
        journeys.append(sum(took))
    return {"post": median(posts), "journey": median(journeys), "bare": median(bare)}


def _sheet_lines() -> list[dict[str, Any]]:
    few = sheets.WARDS // 8
    save, double = sheets.one_save_ms(), sheets.one_save_ms(2 * sheets.ITEMS)
    many, some = sheets.ranking_ms(sheets.WARDS), sheets.ranking_ms(few)
    return [
        _line(f"a save on a sheet of {sheets.ITEMS} items, engine", save, "ms", 5),
        _line(f"a save, {2 * sheets.ITEMS} items to {sheets.ITEMS}", double / save, "x", None),
        _line(f"{sheets.WARDS} such sheets scored and ranked", many, "ms", None),
        _line(f"the same, {sheets.WARDS} sheets to {few}", many / some, "x", None),
    ]


def _survey_lines() -> list[dict[str, Any]]:
    grown = surveys.ratios(surveys.costs(tell))
    few, many = surveys.FEW, surveys.MANY
    return [_line(f"result, {name} round, {many} to {few}", value, "x", 1.2) for name, value in grown.items()]


def _opinion_lines() -> list[dict[str, Any]]:
    found, placing = opinions.costs(tell)
    few, many = opinions.FEW, opinions.MANY
    pages = [
        _line(f"opinions on a draft, {name}, {many} to {few}", value, "x", 1.5)
        for name, value in opinions.ratios(found).items()
    ]
    return [
        *pages,
        *(_line(f"placing {size} opinions in a new text", took, "s", None) for size, took in placing.items()),
    ]


def _search_lines() -> list[dict[str, Any]]:
    grown = search.ratios(search.costs(tell))
    few, many = search.FEW, search.MANY
    return [_line(f"public search, {name}, {many} to {few}", value, "x", 3) for name, value in grown.items()]


def _report_lines() -> list[dict[str, Any]]:
    took = reports.seconds(tell)
    few, many = reports.FEW, reports.MANY
    return [
        _line(f"a year's report, {few} cases, with its files", took[f"files {few}"], "s", None),
        _line(f"a year's report, {many} cases, content", took[f"content {many}"], "s", None),
        _line(f"a year's report, {many} cases, with its files", took[f"files {many}"], "s", 3),
    ]


def _city_lines() -> list[dict[str, Any]]:
    took = city_reports.costs(tell)
    _few, city, many = WARDS
    return [
        _line(f"a city's report counted, a ward of {city}, one job", took[city].seconds / city * 1000, "ms", None),
        _line(f"time of the count, {many} wards to {city}", took[many].seconds / took[city].seconds, "x", 3),
        _line(f"most memory of the count, {city} wards", took[city].peak_mb, "MB", None),
        _line(
            f"memory of the count besides what is kept, {many} wards to {city}",
            took[many].beside_mb / took[city].beside_mb,
            "x",
            1.2,
        ),
        _line(f"most memory of the count, {many} wards", took[many].peak_mb, "MB", None),
        _line(f"page of the draft of {city} wards", took[city].page_s, "s", 1),
        _line(f"page of the draft, {many} wards to {city}", took[many].page_s / took[city].page_s, "x", 3),
        _line(f"weight of the draft's page, {city} wards", took[city].page_kb, "KB", None),
    ]


def _roll_up_lines() -> list[dict[str, Any]]:
    took = roll_ups.costs(tell)
    few, city, many = WARDS
    return [
        _line(f"reports of {city} wards summed up, one job", took[city].seconds, "s", None),
        _line(f"time of the job, {many} wards to {city}", took[many].seconds / took[city].seconds, "x", 3),
        _line(f"most memory of the job, {city} wards", took[city].peak_mb, "MB", None),
        _line(f"memory of the job, {many} wards to {few}", took[many].peak_mb / took[few].peak_mb, "x", 1.5),
        _line(f"page of {city} wards' reports", took[city].page_s, "s", None),
        _line(f"page of reports, {many} wards to {city}", took[many].page_s / took[city].page_s, "x", 1.5),
        _line(f"weight of the page of {many} wards", took[many].page_kb, "KB", None),
    ]


def _old_page_lines() -> list[dict[str, Any]]:
    took = old_pages.costs(tell)
    few, many = old_pages.PAGES
    return [
        _line(f"an old page brought over, of {many}", took[many].seconds / many, "s", None),
        _line(
            f"time of a page, {many} pages to {few}", took[many].seconds / many / (took[few].seconds / few), "x", 1.5
        ),
        _line(f"most memory, {many} pages", took[many].peak_mb, "MB", None),
        _line(f"memory, {many} pages to {few}", took[many].peak_mb / took[few].peak_mb, "x", 1.5),
    ]


def _letter_lines(cost: dict[str, float], size: int, *, limit: bool) -> list[dict[str, Any]]:
    return [
        _line(f"final post, at {size}", cost["post"] / cost["bare"], "x", 4 if limit else None),
        _line(f"whole form, at {size}", cost["journey"] / cost["bare"], "x", 25 if limit else None),
    ]


def _page_lines(by_size: dict[int, dict[str, Cost]]) -> list[dict[str, Any]]:
    lines = []
    for size, costs in by_size.items():
        bare = costs["bare"].cpu_ms
        for name, cost in costs.items():
            if name != "bare":
                limit = LIMITS.get(name) if size == 100_000 else None
                lines.append(_line(f"{name}, at {size}", cost.cpu_ms / bare, "x", limit))
    first = next(iter(by_size))
    for size, costs in by_size.items():
        if size == first:
            continue
        for name, most in (("search rare", 1.5), ("search common", 3.0)):
            growth = (costs[name].cpu_ms / costs["bare"].cpu_ms) / (
                by_size[first][name].cpu_ms / by_size[first]["bare"].cpu_ms
            )
            lines.append(_line(f"{name}, {size} to {first}", growth, "x", most if size == 100_000 else None))
        lines.append(
            _line(
                f"search common, at {size}, wall",
                costs["search common"].wall_ms,
                "ms",
                100 if size == 100_000 else None,
            )
        )
    return lines


def _line(what: str, value: float, unit: str, limit: float | None) -> dict[str, Any]:
    return {"what": what, "value": round(value, 2), "unit": unit, "limit": limit}
