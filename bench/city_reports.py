"""What it costs to report a year of a city of so many wards: the count with its most memory, and the page of the draft."""

import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from random import Random

from django.core.handlers.wsgi import WSGIHandler
from django.test import Client

from bench.meter import Browser, spent
from bench.reports import facts_of_cases, tidy, write_facts
from bench.wards import READER, SINCE, WARDS, city, wards
from vidan.domain.reporting.periods import Kind, Period
from vidan.foundation.accounts.actors import actor_of
from vidan.foundation.accounts.models import User
from vidan.foundation.units.kept import forget_all
from vidan.foundation.units.models import Unit, UnitKind
from vidan.reports.covered import covered_by
from vidan.reports.models import CountedNumbers, Report
from vidan.reports.numbers import Numbers
from vidan.reports.services.count import count_numbers
from vidan.reports.services.open import open_report
from vidan.site.sample.people import address

EACH = 200
"""Cases of each ward."""


@dataclass
class Cost:
    """Processor seconds of the count (with the database's), the most memory it held besides and how much of it is what is
    kept in the end; seconds and weight of the draft's page."""

    seconds: float
    peak_mb: float
    kept_mb: float
    page_s: float
    page_kb: float


def costs(tell: Callable[[object], None]) -> dict[int, Cost]:
    """The costs at each number of wards, each in a year of its own."""
    draw, fronts = Random(12), wards()
    about = list(Unit.objects.filter(kind=UnitKind.ONE_STOP_COUNTER).values_list("pk", flat=True))
    for size, year in zip(WARDS, SINCE, strict=True):
        tell(f"facts of a city of {size} wards ...")
        write_facts(facts_of_cases(draw, [one.pk for one in fronts[:size] for _n in range(EACH)], about, year))
    tidy()
    return {size: _cost(year) for size, year in zip(WARDS, SINCE, strict=True)}


def _cost(year: int) -> Cost:
    above, actor = city(), actor_of(User.objects.get(email=address(READER)))
    report = open_report(
        front=above, period=Period(Kind.YEAR, year), cut_off=date(year, 12, 31), below=True, actor=actor
    )
    return Cost(*_job(report), *_page(report))


def _job(report: Report) -> tuple[float, float, float]:
    """The best of two without counting memory, then once more with it; the names of the units are there already."""
    covered_by(report.front_id, report.cut_off, below=True)
    run = partial(count_numbers, code=report.code, cut_off=report.cut_off, actor="bench")
    took = []
    for _n in range(2):
        began = spent()
        run()
        took.append(spent() - began)
    tracemalloc.start()
    run()
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.reset_peak()
    before, _peak = tracemalloc.get_traced_memory()
    kept = Numbers.from_plain(CountedNumbers.objects.get(report=report).numbers)
    after, _peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept.whole
    return min(took), peak / 1024 / 1024, (after - before) / 1024 / 1024


def _page(report: Report) -> tuple[float, float]:
    forget_all()
    browser, client = Browser(WSGIHandler()), Client()
    client.force_login(User.objects.get(email=address(READER)))
    browser.take(client)
    place = f"/ban-lam-viec/bao-cao/{report.code}/"
    took, content = [], b""
    for _n in range(5):
        began = spent()
        status, content = browser.get(place)
        took.append(spent() - began)
        if status != 200:
            raise AssertionError(f"{place} answered {status}")
    return min(took), len(content) / 1024
