"""What falls due, whichever duty it belongs to: rows of the desk's day, and lines of the mail of the morning.

A duty says so in its due.py by `due_work(actor)` and `morning_lines(actor)`, either or both; here they are gathered and asked.
What can be told from the columns of waiting.py alone is given as `waiting(actor)` with its TELL: all of it is one query.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from django.apps import apps
from django.db.models import F, QuerySet, Value
from django.utils.functional import Promise
from django.utils.translation import ngettext

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.notices.waiting import DueWork, Parts, Teller, rows_told

SHOWN = 10
"""Codes of one line of the mail; the lists have the rest."""


@dataclass(frozen=True)
class Line:
    """One line of the mail: what of, how many, and the first codes."""

    label: str | Promise
    count: int
    codes: Sequence[str]

    @property
    def words(self) -> str:
        """`Trễ hạn: 12 (PA-2018-0001, ..., và 2 hồ sơ khác)`."""
        codes = ", ".join(self.codes)
        if more := self.count - len(self.codes):
            told = ngettext("%(codes)s và %(n)d hồ sơ khác", "%(codes)s và %(n)d hồ sơ khác", more)
            codes = told % {"codes": codes, "n": more}
        return f"{self.label}: {self.count} ({codes})"


@dataclass(frozen=True)
class Waits:
    """What a line of the mail counts: rows, the field of the day that orders them, the field of the code that is told."""

    label: str | Promise
    rows: QuerySet[Any, Any]
    day: str
    code: str = "code"


def lines_of(parts: Sequence[Waits]) -> list[Line]:
    """A line for each part that counts something, with its first codes; one query."""
    if not parts:
        return []
    first, *others = (
        part.rows.order_by()
        .annotate(nth=Value(n), on=F(part.day), code_told=F(part.code))
        .values_list("nth", "on", "code_told")
        for n, part in enumerate(parts)
    )
    found: dict[int, list[str]] = {}
    for n, _day, code in first.union(*others, all=True).order_by("nth", "on", "code_told"):
        found.setdefault(n, []).append(code)
    return [Line(parts[n].label, len(codes), codes[:SHOWN]) for n, codes in found.items()]


DueSource = Callable[[Actor], Sequence[DueWork]]
LineSource = Callable[[Actor], Sequence[Line]]

_due: list[DueSource] = []
_lines: list[LineSource] = []
_waiting: list[Parts] = []
_tellers: dict[str, Teller] = {}


def gather() -> None:
    """Read due.py of every app of ours once all apps are up, in the order in which they are installed."""
    _due.clear()
    _lines.clear()
    _waiting.clear()
    _tellers.clear()
    for config in apps.get_app_configs():
        if not config.name.startswith("vidan."):
            continue
        try:
            found = import_module(f"{config.name}.due")
        except ModuleNotFoundError as missing:
            if missing.name != f"{config.name}.due":
                raise
            continue
        if hasattr(found, "due_work"):
            _due.append(found.due_work)
        if hasattr(found, "morning_lines"):
            _lines.append(found.morning_lines)
        if hasattr(found, "waiting"):
            _waiting.append(found.waiting)
            _tellers.update(found.TELL)


def due_work(actor: Actor) -> list[DueWork]:
    """What falls due for an actor beside his cases, the oldest day first."""
    rows = [row for source in _due for row in source(actor)]
    return sorted([*rows, *rows_told(actor, _waiting, _tellers)], key=lambda row: row.due_on)


def morning_lines(actor: Actor) -> list[Line]:
    """What waits for an actor this morning, as far as he may know of it."""
    return [line for source in _lines for line in source(actor)]
