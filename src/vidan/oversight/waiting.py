"""What waits at the desk's day, of duties and of inspections alike: rows of one query with the same columns."""

from datetime import date
from typing import Any, NamedTuple

from django.db.models import CharField, DateField, IntegerField, QuerySet, Value


class Waiting(NamedTuple):
    """One row; `again`, `sent`, `first_sent`, `period` and `in_year` are those of a duty report, empty for an inspection."""

    what: str
    key: str
    heading: str
    whose: str
    stands: str
    day: date | None
    of_front: int
    again: date | None
    sent: date | None
    first_sent: date | None
    period: str
    in_year: int


def columns(rows: QuerySet[Any, Any], *, what: str, **told: Any) -> QuerySet[Any, Any]:
    """The columns of Waiting, empty where nothing is told."""
    empty: dict[str, Any] = dict.fromkeys(Waiting._fields, Value("", CharField()))
    empty |= dict.fromkeys(("day", "again", "sent", "first_sent"), Value(None, DateField()))
    empty |= dict.fromkeys(("of_front", "in_year"), Value(0, IntegerField()))
    named = empty | told | {"what": Value(what, CharField())}
    found: QuerySet[Any, Any] = rows.order_by().annotate(**named).values_list(*Waiting._fields)
    return found
