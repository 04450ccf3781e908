"""Adding new facts to the sums of their months: the worker's, so that no step of a case waits for it."""

from collections import Counter

from django.db import transaction
from django.db.models import F

from vidan.foundation.figures.models import Fact, MonthSum

BATCH = 5_000
"""Facts that are added in one transaction."""


def sum_up() -> int:
    """Add every fact that no sum holds yet; returns how many. A fact is added and marked together, or neither."""
    added = 0
    while batch := _add_batch():
        added += batch
    return added


def _add_batch() -> int:
    with transaction.atomic():
        facts = list(Fact.objects.select_for_update().filter(summed=False)[:BATCH])
        sums: Counter[tuple[object, ...]] = Counter()
        for fact in facts:
            key = (fact.name, fact.on.replace(day=1), fact.front_id, fact.unit_id or 0, fact.mark)
            sums[key] += fact.amount
        for (name, month, front_id, unit_id, mark), amount in sums.items():
            place = {"name": name, "month": month, "front_id": front_id, "unit_id": unit_id, "mark": mark}
            if not MonthSum.objects.filter(**place).update(amount=F("amount") + amount):
                MonthSum.objects.create(**place, amount=amount)
        Fact.objects.filter(pk__in=[fact.pk for fact in facts]).update(summed=True)
    return len(facts)
