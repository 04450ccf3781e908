"""Adding new facts to the sums of their months: the worker's, so that no step of a case waits for it."""

from collections import Counter
from datetime import date

from django.db import connection, transaction

from vidan.foundation.figures.models import Fact

BATCH = 20_000
"""Facts that are added in one transaction."""

ADD = """
    INSERT INTO figures_monthsum (name, month, front_id, unit_id, mark, amount) VALUES (%s, %s, %s, %s, %s, %s)
    ON CONFLICT (name, month, front_id, unit_id, mark)
    DO UPDATE SET amount = figures_monthsum.amount + excluded.amount
"""


def sum_up() -> int:
    """Add every fact that no sum holds yet; returns how many. A fact is added and marked together, or neither."""
    added = 0
    while batch := _add_batch():
        added += batch
    return added


def _add_batch() -> int:
    with transaction.atomic(), connection.cursor() as cursor:
        facts = Fact.objects.select_for_update().filter(summed=False)
        rows = list(facts.values_list("pk", "name", "on", "front_id", "unit_id", "mark", "amount")[:BATCH])
        sums: Counter[tuple[str, date, int, int, str]] = Counter()
        for _pk, name, on, front_id, unit_id, mark, amount in rows:
            sums[name, on.replace(day=1), front_id, unit_id or 0, mark] += amount
        cursor.executemany(ADD, [(*place, amount) for place, amount in sums.items()])
        Fact.objects.filter(pk__in=[row[0] for row in rows]).update(summed=True)
    return len(rows)
