"""Measuring: requests through the whole site in this process, and the processor time that they cost, the database's with it."""

import gc
import io
import statistics
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test import Client

from vidan.foundation.accounts.models import User
from vidan.site.sample.people import address


@dataclass
class Browser:
    """One browser: it keeps cookies and sends plain requests to the site's WSGI handler."""

    handler: WSGIHandler
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, place: str) -> tuple[int, bytes]:
        """Get a page: its status and content."""
        return self._ask("GET", place, b"")

    def post(self, place: str, typed: dict[str, str]) -> tuple[int, bytes]:
        """Post a form with its token."""
        told = typed | {"csrfmiddlewaretoken": self.cookies.get("csrftoken", "")}
        return self._ask("POST", place, urlencode(told).encode())

    def take(self, client: Client) -> None:
        """Take over the cookies of a test browser, its sign-in with them."""
        self.cookies |= {name: morsel.value for name, morsel in client.cookies.items()}

    def _ask(self, method: str, place: str, body: bytes) -> tuple[int, bytes]:
        path, _, query = place.partition("?")
        environ: dict[str, Any] = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "8000",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": "localhost:8000",
            "HTTP_COOKIE": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.input": io.BytesIO(body),
            "wsgi.errors": io.StringIO(),
            "wsgi.url_scheme": "http",
        }
        answer = self.handler(environ, _hear_nothing)
        content = b"".join(answer)
        answer.close()
        self.cookies |= {name: morsel.value for name, morsel in answer.cookies.items()}
        return answer.status_code, content


def _hear_nothing(_status: str, _headers: list[tuple[str, str]], _fault: Any = None, /) -> Callable[[bytes], object]:
    """The server's half of WSGI: status and cookies are read off the answer itself."""
    return lambda _data: None


def page_cost(reader: str, place: str) -> tuple[float, float]:
    """What a page costs one of the cast, signed in: processor seconds, the best of five, and its weight in KB."""
    browser, client = Browser(WSGIHandler()), Client()
    client.force_login(User.objects.get(email=address(reader)))
    browser.take(client)
    took, content = [], b""
    for _n in range(5):
        began = spent()
        status, content = browser.get(place)
        took.append(spent() - began)
        if status != 200:
            raise AssertionError(f"{place} answered {status}")
    return min(took), len(content) / 1024


def as_a_web_process() -> None:
    """Put aside what filling the house left: a web process has its own connection, and its collector leaves what is old alone."""
    connection.close()
    gc.collect()
    gc.freeze()


@dataclass(frozen=True)
class Memory:
    """The most memory that some work held besides what was there before, and how much of it its result holds, in MB."""

    peak_mb: float
    result_mb: float


def memory(run: Callable[[], object]) -> Memory:
    """The memory that some work takes.

    What nobody holds any more is let go soon: by itself Python lets circles of objects lie until some ten thousands have come
    together, so that longer work would seem to hold more than shorter work does.
    """
    gc.collect()
    gc.freeze()
    gc.collect()  # nothing is old any more, so that nothing waits until a quarter of what is old is garbage
    usual = gc.get_threshold()
    gc.set_threshold(usual[0], 1, 1)
    tracemalloc.start()
    try:
        result = run()
        held, peak = tracemalloc.get_traced_memory()
        del result
    finally:
        tracemalloc.stop()
        gc.set_threshold(*usual)
        gc.unfreeze()
    return Memory(peak / 1024 / 1024, held / 1024 / 1024)


def spent() -> float:
    """Seconds of processor time so far: this process, and the server process of its PostgreSQL connection."""
    return time.process_time() + (_of_process(_backend()) if connection.vendor == "postgresql" else 0.0)


def _backend() -> int:
    assert connection.connection is not None
    return int(connection.connection.info.backend_pid)


def _of_process(pid: int) -> float:
    return int(Path(f"/proc/{pid}/schedstat").read_text(encoding="ascii").split()[0]) / 1e9


@dataclass
class Cost:
    """What one page cost: processor and wall seconds a call, one number a round."""

    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)

    @property
    def cpu_ms(self) -> float:
        return statistics.median(self.cpu) * 1000

    @property
    def wall_ms(self) -> float:
        return statistics.median(self.wall) * 1000


def measure(pages: dict[str, Callable[[], None]], *, rounds: int = 7, calls: int = 20) -> dict[str, Cost]:
    """The costs of some pages, measured in turn, round by round, so that a slow minute of the machine hits all alike."""
    connection.ensure_connection()
    costs = {name: Cost() for name in pages}
    for call in pages.values():
        call()  # fills what a process keeps
    for _round in range(rounds):
        for name, call in pages.items():
            cpu, wall = spent(), time.perf_counter()
            for _call in range(calls):
                call()
            costs[name].cpu.append((spent() - cpu) / calls)
            costs[name].wall.append((time.perf_counter() - wall) / calls)
    return costs


def memory_kb(pid: int) -> int:
    """Proportional set size of a process in KB: its own pages, and its share of those it has in common."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    return 0


def children(pid: int) -> list[int]:
    """The processes that a process started, and theirs."""
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text(encoding="ascii").split():
            found += [int(child), *children(int(child))]
    return found


def size_of_database() -> int:
    """Bytes that the database takes on disk."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return Path(connection.settings_dict["NAME"]).stat().st_size
        cursor.execute("SELECT pg_database_size(current_database())")
        return int(cursor.fetchone()[0])
