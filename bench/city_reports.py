"""What it costs to report a year of a city of so many wards: the count with its most memory, and the page of the draft."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from random import Random

from bench.meter import memory, page_cost, spent
from bench.reports import facts_of_cases, tidy, write_facts
from bench.wards import READER, SINCE, WARDS, city, wards
from vidan.domain.reporting.periods import Kind, Period
from vidan.foundation.accounts.actors import actor_of
from vidan.foundation.accounts.models import User
from vidan.foundation.figures.figure import all_figures
from vidan.foundation.units.kept import forget_all
from vidan.foundation.units.models import Unit, UnitKind
from vidan.reports.covered import covered_by
from vidan.reports.models import Report
from vidan.reports.numbers import count_by_batches
from vidan.reports.services.count import count_numbers
from vidan.reports.services.open import open_report
from vidan.site.sample.people import address

EACH = 200
"""Cases of each ward."""


@dataclass
class Cost:
    """Processor seconds of the job (with the database's), the most memory it held, and the most that counting held besides
    what it comes to; seconds and weight of the draft's page."""

    seconds: float
    peak_mb: float
    beside_mb: float
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
    """The best of two without counting memory, then with it: the whole job, and the count alone less what it comes to."""
    covered = covered_by(report.front_id, report.cut_off, below=True)  # the names of the units are there already
    run = partial(count_numbers, code=report.code, cut_off=report.cut_off, actor="bench")
    took = []
    for _n in range(2):
        began = spent()
        run()
        took.append(spent() - began)
    counted = memory(
        lambda: count_by_batches(all_figures(), covered, report.period, report.cut_off, lambda _done, _total: None)
    )
    return min(took), memory(run).peak_mb, counted.peak_mb - counted.result_mb


def _page(report: Report) -> tuple[float, float]:
    forget_all()
    return page_cost(READER, f"/ban-lam-viec/bao-cao/{report.code}/")
