"""Things that several duties speak of by a name, such as a procedure (thủ tục): who keeps them, and who measured them.

A duty says so in its named.py, by `code_of(name, level)` and `name_of(code)` when it keeps them, by `measured(name)` when it
measured them; here they are gathered and asked. A name that nobody keeps has no code.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from importlib import import_module

from django.apps import apps


@dataclass(frozen=True)
class Measured:
    """A published share in per cent, the bounds of its interval where it has one, and the page that says how it was found."""

    title: str
    address: str
    on: date
    replies: int
    index: str
    low: str | None
    high: str | None


_code_of: list[Callable[[str, str], str]] = []
_name_of: list[Callable[[str], str]] = []
_measured: list[Callable[[str], Sequence[Measured]]] = []


def gather() -> None:
    """Read named.py of every app of ours once all apps are up."""
    for known in (_code_of, _name_of, _measured):
        known.clear()
    for config in apps.get_app_configs():
        if not config.name.startswith("vidan.") or config.name.startswith("vidan.foundation"):
            continue
        try:
            told = import_module(f"{config.name}.named")
        except ModuleNotFoundError as missing:
            if missing.name != f"{config.name}.named":
                raise
            continue
        if hasattr(told, "code_of"):
            _code_of.append(told.code_of)
        if hasattr(told, "name_of"):
            _name_of.append(told.name_of)
        if hasattr(told, "measured"):
            _measured.append(told.measured)


def code_of(name: str, level: str = "") -> str:
    """The code of what is called so, where the level of a unit tells two of one name apart; empty when nothing is."""
    return next((code for ask in _code_of if (code := ask(name, level))), "")


def name_of(code: str) -> str:
    """What the thing of a code is called; empty when nobody keeps it."""
    return next((name for ask in _name_of if (name := ask(code))), "")


def measured(name: str) -> list[Measured]:
    """What was published of the thing of that name, the newest first."""
    return sorted((one for ask in _measured for one in ask(name)), key=lambda one: one.on, reverse=True)
