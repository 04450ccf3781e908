"""What a year's report costs: a district of a thousand and of a hundred thousand cases, and a city of 168 wards.

Only facts are made, as the steps of so many cases leave them: a report reads nothing else.
"""

import random
import time
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from django.conf import settings
from django.db import connection, transaction

from bench.fill import TIDY
from vidan.foundation.figures.models import Fact
from vidan.foundation.figures.sum_up import sum_up
from vidan.foundation.units.kept import forget_all
from vidan.foundation.units.models import Area, Level, Unit, UnitKind
from vidan.reports.files import FORMS, made_as
from vidan.reports.made import year_of

FEW, MANY = 1_000, 100_000
YEARS = {FEW: 2015, MANY: 2016}
"""A year of its own for each size, before the sample's."""

WARDS, EACH = 168, 600
"""A city: so many Fronts, with so many cases each."""

CITY_YEARS = {8: 2013, WARDS: 2014}
BATCH = 20_000

STEPS = (
    ("cases.received", "feedback"),
    ("cases.received_by_kind", "feedback"),
    ("cases.received_by_source", "web"),
    ("cases.received_by_conduct", "attitude"),
    ("cases.transferred", "settle"),
    ("cases.answer_due", "settle"),
    ("cases.answered", "settle"),
    ("cases.answered_on_time", "settle"),
    ("cases.informed", "feedback"),
    ("cases.informed_on_time", "feedback"),
)
"""What the steps of one case write."""


def seconds(tell: Callable[[object], None]) -> dict[str, float]:
    """How long each report takes: its content, all its files, and the most memory that a city's content holds, in MB."""
    draw = random.Random(11)
    front = Unit.objects.select_related("parent", "area").get(slug=settings.FRONT)
    about = list(Unit.objects.filter(kind=UnitKind.ONE_STOP_COUNTER).values_list("pk", flat=True))
    for size, year in YEARS.items():
        tell(f"facts of {size} cases ...")
        _write(_facts(draw, [front.pk] * size, about, year))
    city, fronts = _city()
    for wards, year in CITY_YEARS.items():
        tell(f"facts of a city of {wards} wards ...")
        _write(_facts(draw, [pk for pk in fronts[:wards] for _n in range(EACH)], about, year))
    sum_up()
    with connection.cursor() as cursor:
        cursor.execute(TIDY[connection.vendor])
    found = {}
    for size, year in YEARS.items():
        found[f"content {size}"], found[f"files {size}"] = _took(front, year)
    for wards, year in CITY_YEARS.items():
        found[f"city {wards}"], found[f"city files {wards}"] = _took(city, year)
        found[f"city memory {wards}"] = _peak_mb(city, year)
    return found


def _took(front: Unit, year: int) -> tuple[float, float]:
    """The best of three: the content alone, and with every file."""
    content, whole = [], []
    for _n in range(3):
        forget_all()
        began = time.monotonic()
        issue = year_of(front, year)
        content.append(time.monotonic() - began)
        for form in FORMS:
            made_as(form, issue)
        whole.append(time.monotonic() - began)
    return min(content), min(whole)


def _peak_mb(front: Unit, year: int) -> float:
    tracemalloc.start()
    year_of(front, year)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 1024 / 1024


def _facts(draw: random.Random, fronts: list[int], about: list[int], year: int) -> Iterator[Fact]:
    first = date(year, 1, 1)
    for front in fronts:
        unit, day = draw.choice(about), draw.randrange(350)
        for place, (name, mark) in enumerate(STEPS):
            yield Fact(name=name, mark=mark, front_id=front, unit_id=unit, on=first + timedelta(days=day + place))


def _write(facts: Iterator[Fact]) -> None:
    batch: list[Fact] = []
    for fact in facts:
        batch.append(fact)
        if len(batch) == BATCH:
            Fact.objects.bulk_create(batch)
            batch = []
    Fact.objects.bulk_create(batch)


@transaction.atomic
def _city() -> tuple[Unit, list[int]]:
    """The City's Front with so many wards' Fronts directly below it."""
    district = Unit.objects.select_related("parent__area").get(slug=settings.FRONT)
    city = district.parent
    assert city is not None
    told = {"level": Level.WARD, "valid_from": date(2013, 1, 1)}
    fronts = []
    for n in range(WARDS):
        area = Area.objects.create(slug=f"do-{n}", name=f"Phường {n}", parent=city.area, **told)
        names = {"name": f"Mặt trận Phường {n}", "short_name": f"Phường {n}", "sort_key": f"{n:03d}"}
        unit = Unit.objects.create(
            slug=f"mttq-do-{n}", kind=UnitKind.FRONT_COMMITTEE, parent=city, area=area, **names, **told
        )
        fronts.append(unit.pk)
    return city, fronts
