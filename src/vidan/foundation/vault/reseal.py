"""Sealing anew (niêm phong lại) the columns that lie under an older server key, row by row, while the site runs."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction
from django.db.models import F, Func, Q, QuerySet

from vidan.foundation.vault.seal import Broken, open_sealed, seal

BATCH = 100
"""Rows in one transaction: few enough that no writer of the site waits for long."""


@dataclass(frozen=True)
class Column:
    """A column of sealed bytes; `bound` says what the seal of a row belongs to, `where` which rows the server has sealed."""

    model: type[models.Model]
    field: str
    bound: Callable[[Any], bytes]
    where: Q

    def waiting(self, newest: int) -> int:
        """How many rows lie under an older key."""
        return self._older(newest).count()

    def reseal(self, newest: int) -> Iterator[bool]:
        """Seal them anew, in the order of their rows, and tell of each whether it opened."""
        last = 0
        while rows := list(self._older(newest).filter(pk__gt=last).order_by("pk")[:BATCH]):
            with transaction.atomic():
                told = [self._anew(row) for row in rows]
            yield from told
            last = rows[-1].pk

    def _older(self, newest: int) -> QuerySet[Any]:
        number = Func(
            F(self.field),
            function="substr",
            template="%(function)s(%(expressions)s, 1, 2)",
            output_field=models.BinaryField(),
        )
        rows: QuerySet[Any] = self.model._default_manager.filter(self.where).annotate(key_number=number)
        return rows.exclude(key_number=newest.to_bytes(2, "big"))

    def _anew(self, row: Any) -> bool:
        before = bytes(getattr(row, self.field))
        try:
            data = open_sealed(before, self.bound(row))
        except Broken:
            return False
        # Whoever changed the row meanwhile sealed it under the newest key himself.
        kept = self.model._default_manager.filter(pk=row.pk, **{self.field: before})
        kept.update(**{self.field: seal(data, self.bound(row))})
        return True
