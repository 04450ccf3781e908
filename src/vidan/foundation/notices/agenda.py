"""What falls due, whichever duty it belongs to: rows of the desk's day, and lines of the mail of the morning.

A duty says so in its due.py by `due_work(actor)` and `morning_lines(actor)`, either or both; here they are gathered and asked.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from importlib import import_module

from django.apps import apps
from django.utils.functional import Promise
from django.utils.translation import ngettext

from vidan.foundation.accounts.actors import Actor


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
class DueWork:
    """One row of the desk's day that is no case: by when, in words with their tone, what it is about, and what to do there."""

    due_on: date
    words: str
    tone: str
    title: str
    code: str
    address: str
    about: str
    next_label: str
    next_address: str


DueSource = Callable[[Actor], Sequence[DueWork]]
LineSource = Callable[[Actor], Sequence[Line]]

_due: list[DueSource] = []
_lines: list[LineSource] = []


def gather() -> None:
    """Read due.py of every app of ours once all apps are up, in the order in which they are installed."""
    _due.clear()
    _lines.clear()
    for config in apps.get_app_configs():
        if not config.name.startswith("vidan."):
            continue
        try:
            told = import_module(f"{config.name}.due")
        except ModuleNotFoundError as missing:
            if missing.name != f"{config.name}.due":
                raise
            continue
        if hasattr(told, "due_work"):
            _due.append(told.due_work)
        if hasattr(told, "morning_lines"):
            _lines.append(told.morning_lines)


def due_work(actor: Actor) -> list[DueWork]:
    """What falls due for an actor beside his cases, the oldest day first."""
    return sorted((row for source in _due for row in source(actor)), key=lambda row: row.due_on)


def morning_lines(actor: Actor) -> list[Line]:
    """What waits for an actor this morning, as far as he may know of it."""
    return [line for source in _lines for line in source(actor)]
