"""What a year's report costs: a district of a thousand and of a hundred thousand cases.

Only facts are made, as the steps of so many cases leave them: a report reads nothing else.
"""

import random
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from django.conf import settings
from django.db import connection

from bench.fill import TIDY
from vidan.foundation.figures.models import Fact
from vidan.foundation.figures.sum_up import sum_up
from vidan.foundation.units.kept import forget_all
from vidan.foundation.units.models import Unit, UnitKind
from vidan.reports.files import FORMS, made_as
from vidan.reports.made import year_of

FEW, MANY = 1_000, 100_000
YEARS = {FEW: 2015, MANY: 2016}
"""A year of its own for each size, before the sample's."""

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
    """How long each report takes: its content, and all its files."""
    draw = random.Random(11)
    front = Unit.objects.select_related("parent", "area").get(slug=settings.FRONT)
    about = list(Unit.objects.filter(kind=UnitKind.ONE_STOP_COUNTER).values_list("pk", flat=True))
    for size, year in YEARS.items():
        tell(f"facts of {size} cases ...")
        write_facts(facts_of_cases(draw, [front.pk] * size, about, year))
    tidy()
    found = {}
    for size, year in YEARS.items():
        found[f"content {size}"], found[f"files {size}"] = _took(front, year)
    return found


def tidy() -> None:
    """Months are summed, and the database knows how much stands where, as after a night."""
    sum_up()
    with connection.cursor() as cursor:
        cursor.execute(TIDY[connection.vendor])


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


def facts_of_cases(draw: random.Random, fronts: list[int], about: list[int], year: int) -> Iterator[Fact]:
    """What a year's cases leave, one for each Front that is named."""
    first = date(year, 1, 1)
    for front in fronts:
        unit, day = draw.choice(about), draw.randrange(350)
        for place, (name, mark) in enumerate(STEPS):
            yield Fact(name=name, mark=mark, front_id=front, unit_id=unit, on=first + timedelta(days=day + place))


def write_facts(facts: Iterator[Fact]) -> None:
    """Keep them, so many at once."""
    batch: list[Fact] = []
    for fact in facts:
        batch.append(fact)
        if len(batch) == BATCH:
            Fact.objects.bulk_create(batch)
            batch = []
    Fact.objects.bulk_create(batch)
