"""What hardly ever changes is asked of the database once a minute by each process, not once a page."""

from collections.abc import Callable
from functools import update_wrapper
from time import monotonic
from typing import Generic, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

SECONDS = 60.0
"""How late a process may hear of a change that another process made."""

MOST = 200
"""Answers kept of one function; beyond them all are asked anew."""

_all: list["Kept[..., object]"] = []


class Kept(Generic[P, R]):
    """A function whose answers are kept for a minute, by its arguments; `forget()` after a change in this process."""

    def __init__(self, ask: Callable[P, R]) -> None:
        self.ask = ask
        self.answers: dict[object, tuple[float, R]] = {}
        update_wrapper(self, ask)
        _all.append(self)  # type: ignore[arg-type] # any function's answers can be forgotten

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """The kept answer, or a new one when it is older than a minute."""
        key = (args, tuple(sorted(kwargs.items())))
        kept = self.answers.get(key)
        if kept is None or monotonic() - kept[0] > SECONDS:
            if len(self.answers) >= MOST:
                self.answers.clear()
            kept = self.answers[key] = (monotonic(), self.ask(*args, **kwargs))
        return kept[1]

    def forget(self) -> None:
        """Ask anew at the next question."""
        self.answers.clear()


def forget_all() -> None:
    """Let every kept answer of this process be asked anew (tests, and after loading reference data)."""
    for one in _all:
        one.forget()
