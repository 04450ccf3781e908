"""The two processes of a running site, the web server and the worker, started and ended together."""

import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from types import FrameType

GRACE = 10.0
"""Seconds a process is given to finish what it has begun."""


@dataclass(frozen=True)
class Site:
    """Where the site answers."""

    host: str
    port: int
    workers: int


def web(site: Site) -> list[str]:
    """The command of the web server; one blocking thread a worker measured best (docs/adr/0002)."""
    return [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "vidan.site.wsgi:application"),
        *("--host", site.host, "--port", str(site.port), "--workers", str(site.workers)),
        *("--blocking-threads", "1", "--respawn-failed-workers", "--log-level", "warning", "--no-ws"),
    ]


def worker() -> list[str]:
    """The command of the worker."""
    return [sys.executable, "-m", "vidan", "worker"]


def run_together(commands: Sequence[Sequence[str]]) -> int:
    """Run all commands until one ends or the terminal asks to stop (Ctrl-C, SIGTERM); then end them all.

    Returns 0 after a wish to stop, else the code of the process that ended by itself.
    """
    asked: list[int] = []

    def stop(number: int, _frame: FrameType | None) -> None:
        asked.append(number)

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    # Each in a session of its own, so that Ctrl-C reaches them through us, in order, and only once.
    running = [subprocess.Popen(command, start_new_session=True) for command in commands]  # noqa: S603 - our own words
    try:
        while not asked and all(process.poll() is None for process in running):
            time.sleep(0.1)
        codes = [process.returncode for process in running if process.returncode]
        return 0 if asked or not codes else codes[0]
    finally:
        for process in running:
            if process.poll() is None:
                process.terminate()
        deadline = time.monotonic() + GRACE
        for process in running:
            try:
                process.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        for number, handler in before.items():
            signal.signal(number, handler)
