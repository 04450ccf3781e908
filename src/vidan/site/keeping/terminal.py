"""Asking for a secret and showing progress, at a terminal or in a script."""

import getpass
import sys
import time

from django.core.management.base import CommandError, OutputWrapper
from nacl.public import PrivateKey

from vidan.foundation.vault.recovery import MistypedKey, read_printed

STEP = 2.0
"""Seconds between two lines of progress."""


def ask(question: str) -> str:
    """A secret from the terminal without echo, or from standard input when there is no terminal."""
    if sys.stdin.isatty():
        return getpass.getpass(question)
    return sys.stdin.readline().rstrip("\n")


def ask_recovery_key() -> PrivateKey:
    """The recovery key as somebody types it; raises CommandError."""
    try:
        return read_printed(ask("Recovery key: "))
    except MistypedKey as wrong:
        raise CommandError("That is no recovery key: a letter is wrong or missing.") from wrong


def megabytes(size: int) -> str:
    """A size in words."""
    return f"{size / 1_000_000:.1f} MB"


class Progress:
    """Says now and then how far a long piece of work is."""

    def __init__(self, out: OutputWrapper, what: str, total: int = 0) -> None:
        self._out, self._what, self._total, self._next = out, what, total, time.monotonic() + STEP

    def __call__(self, done: int, total: int = 0) -> None:
        if time.monotonic() >= self._next:
            self._next = time.monotonic() + STEP
            whole = total or self._total
            self._out.write(f"{self._what}: {megabytes(done)} of {megabytes(whole)} ({100 * done // max(1, whole)} %)")
            self._out.flush()
