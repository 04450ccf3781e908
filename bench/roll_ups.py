"""What it costs to sum up the reports of so many wards: the worker's job with its most memory, and the page that shows it."""

from collections.abc import Callable
from dataclasses import dataclass

from bench.meter import memory, page_cost, spent
from bench.wards import READER, WARDS, city, district, wards
from vidan.domain.reporting.periods import Kind, Period
from vidan.foundation.accounts.actors import actor_of
from vidan.foundation.accounts.models import User
from vidan.foundation.calendar import clock
from vidan.foundation.units.kept import forget_all
from vidan.foundation.units.models import Unit
from vidan.reports.content import digest_of, make
from vidan.reports.kinds import State, key_of
from vidan.reports.made import brief
from vidan.reports.models import Report
from vidan.reports.outlines import written_for
from vidan.reports.services.roll_up import roll_up
from vidan.site.sample.people import address

YEAR = 2018
"""Each number of wards has reported a quarter of its own."""


@dataclass
class Cost:
    """Processor seconds of the job (with the database's), the most memory it held besides; seconds and weight of the page."""

    seconds: float
    peak_mb: float
    page_s: float
    page_kb: float


def costs(tell: Callable[[object], None]) -> dict[int, Cost]:
    """The costs at each number of wards."""
    tell(f"reports of {WARDS[-1]} wards ...")
    above, fronts = city(), wards()
    found = {}
    for quarter, size in enumerate(WARDS, 1):
        period = Period(Kind.QUARTER, YEAR, quarter)
        _report(district(), above, fronts[:size], period)
        forget_all()
        found[size] = Cost(
            *_job(above, period),
            *_page(period),
        )
    return found


def _job(above: Unit, period: Period) -> tuple[float, float]:
    """The best of two without counting memory, then once more with it."""
    actor = actor_of(User.objects.get(email=address(READER)))
    took = []
    for _n in range(2):
        began = spent()
        roll_up(front=above, period=period, actor=actor)
        took.append(spent() - began)
    return min(took), memory(lambda: roll_up(front=above, period=period, actor=actor)).peak_mb


def _page(period: Period) -> tuple[float, float]:
    return page_cost(READER, f"/ban-lam-viec/bao-cao/cac-don-vi/?ky={key_of(period)}&phan=petitions")


def _report(like: Unit, above: Unit, fronts: list[Unit], period: Period) -> None:
    """Each ward has sent what the district would say of the quarter: a report of the usual length."""
    content = make(brief(like, period, period.until)).content
    outline, digest = written_for(like, period.kind), digest_of(content)
    Report.objects.bulk_create(
        Report(
            code=f"bc-tong-hop-{front.pk}-{period.part}",
            front=front,
            receiver=above,
            kind=period.kind.value,
            year=period.year,
            part=period.part,
            cut_off=period.until,
            outline=outline,
            state=State.SENT,
            frozen=content,
            digest=digest,
            sent_on=period.until,
            opened_at=clock.now(),
        )
        for front in fronts
    )
