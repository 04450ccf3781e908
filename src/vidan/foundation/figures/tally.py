"""Writing facts and counters, inside the transaction of the move they tell of."""

from datetime import date
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from vidan.foundation.figures.models import Counter, Fact

ADD = """
    INSERT INTO figures_counter (name, unit_id, mark, standing) VALUES (%s, %s, %s, %s)
    ON CONFLICT (name, unit_id, mark) DO UPDATE SET standing = figures_counter.standing + excluded.standing
"""
"""One statement makes a counter or changes it on both engines, whoever else makes it at the same moment."""


def add_fact(
    name: str, *, on: date, front_id: int, unit_id: int | None = None, mark: str = "", amount: int = 1
) -> None:
    """Write one dated fact."""
    Fact.objects.create(name=name, on=on, front_id=front_id, unit_id=unit_id, mark=mark, amount=amount)


def shift(name: str, *, unit_id: int, gone: str | None, come: str | None) -> None:
    """Move one from the place `gone` to the place `come`; None is outside."""
    if gone == come:
        return
    with connection.cursor() as cursor:
        for mark, change in ((gone, -1), (come, 1)):
            if mark is not None:
                cursor.execute(ADD, [name, unit_id, mark, change])


def standing(
    name: str, *, unit_ids: frozenset[int], beside: QuerySet[Any, tuple[str, int]] | None = None
) -> dict[str, int]:
    """How many stand in each place now, over some units, in one query; `beside` are further marks with counts, asked with it."""
    counts: dict[str, int] = {}
    rows = Counter.objects.filter(name=name, unit_id__in=unit_ids).values_list("mark", "standing")
    for mark, count in rows if beside is None else rows.union(beside, all=True):
        counts[mark] = counts.get(mark, 0) + count
    return counts
