"""What waits at the desk's day, of several duties in one query: rows with the same columns, each told by its own duty."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import CharField, DateField, IntegerField, QuerySet, Value
from django.db.models.functions import Cast
from django.utils.functional import Promise

from vidan.foundation.accounts.actors import Actor

MOST = 30
"""Rows of the desk's day beside the cases; the lists have the rest."""


@dataclass(frozen=True)
class DueWork:
    """One row of the desk's day that is no case: by when, in words with their tone, what it is about, and what to do there."""

    due_on: date
    words: str
    tone: str
    title: str
    code: str
    address: str
    about: str
    next_label: str | Promise
    next_address: str


class Waiting(NamedTuple):
    """One row: `what` names who tells it; the others are what that duty put there, empty where it put nothing."""

    what: str
    key: str
    heading: str
    whose: str
    stands: str
    day: date | None
    form_of: str
    told_of: str
    of_front: int
    in_year: int
    nth: int
    again: date | None
    sent: date | None
    first_sent: date | None
    spell: str


Parts = Callable[[Actor], Iterable[QuerySet[Any, Any]]]
Teller = Callable[[Waiting, Actor], DueWork]


def columns(rows: QuerySet[Any, Any], *, what: str, **told: Any) -> QuerySet[Any, Any]:
    """The columns of Waiting. A date that is not told keeps its kind: PostgreSQL puts rows together column by column."""
    named: dict[str, Any] = dict.fromkeys(Waiting._fields, Value("", CharField()))
    named |= dict.fromkeys(("day", "again", "sent", "first_sent"), Cast(Value(None), DateField()))
    named |= dict.fromkeys(("of_front", "in_year", "nth"), Value(0, IntegerField()))
    found: QuerySet[Any, Any] = (
        rows.order_by().annotate(**(named | told | {"what": Value(what, CharField())})).values_list(*Waiting._fields)
    )
    return found


def rows_told(actor: Actor, sources: Iterable[Parts], tellers: Mapping[str, Teller]) -> list[DueWork]:
    """The rows of all sources, the nearest day first; one query, and none where nobody asks."""
    parts = [part for source in sources for part in source(actor)]
    if not parts:
        return []
    first, *others = parts
    rows = [Waiting(*row) for row in first.union(*others, all=True).order_by("day", "key")[:MOST]]
    return [tellers[row.what](row, actor) for row in rows]
