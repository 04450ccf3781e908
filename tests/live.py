"""A real site for tests: web server and worker as processes of their own, on a database and a folder of their own."""

import atexit
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from tests.migrated import kept_database

from vidan.site.processes import Site, web, worker

ROOT = Path(__file__).parents[1]
SETUP = """
import django; django.setup()
from django.conf import settings
from django.core.management import call_command
from vidan.foundation.calendar.days import load_days
from vidan.foundation.units.load import load_units
from vidan.site.prepare import prepare
from vidan.site.sample.people import make_cast
from vidan.site.sample.places import make_places
prepare()
call_command("migrate", verbosity=0)
load_days(settings.DATA_FOLDER / "calendar")
load_units(settings.DATA_FOLDER / "units")
make_cast()
make_places()
"""


def ask(lines: str, environment: dict[str, str]) -> object:
    """Run lines of Python with some settings and return what they print as JSON."""
    done = subprocess.run(
        [sys.executable, "-c", lines],
        env=os.environ | environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.strip().splitlines()[-1])


def create_database(*, like: str = "") -> str:
    """Make a database on the server of this run, empty or as a copy; returns its address, nothing on SQLite."""
    given = os.environ.get("VIDAN_DATABASE_URL", "")
    if not given:
        return ""
    name = f"live_{secrets.token_hex(6)}"
    with psycopg.connect(given, autocommit=True) as server:
        copied = f' TEMPLATE "{name_of(like)}"' if like else ""
        server.execute(f'CREATE DATABASE "{name}"{copied}')
    return urlunsplit(urlsplit(given)._replace(path=f"/{name}"))


def drop_database(database: str) -> None:
    """Drop a database that create_database() made."""
    if database:
        with psycopg.connect(os.environ["VIDAN_DATABASE_URL"], autocommit=True) as server:
            server.execute(f'DROP DATABASE "{name_of(database)}" WITH (FORCE)')


def name_of(database: str) -> str:
    """The name in a database's address."""
    return urlsplit(database).path.strip("/")


@cache
def house() -> tuple[Path, str]:
    """Folder and database of a site that nobody has used yet: set up once in a run, copied for every site."""
    folder, database = Path(tempfile.mkdtemp(prefix="vidan-house-")), create_database()
    atexit.register(drop_database, database)
    atexit.register(shutil.rmtree, folder)
    if not database and kept_database().exists():
        shutil.copyfile(kept_database(), folder / "vidan.db")
    ask(SETUP + "print('{}')", SETTINGS | {"VIDAN_VAR": str(folder), "VIDAN_DATABASE_URL": database})
    return folder, database


SETTINGS = {"PYTHONPATH": str(ROOT / "src"), "DJANGO_SETTINGS_MODULE": "vidan.site.settings", "VIDAN_DEMO": "true"}


@dataclass
class Live:
    """One running site; `ask()` runs a few lines of Python beside it and returns what they print as JSON."""

    folder: Path
    today: str = "2018-03-13"
    port: int = 0
    running: list[subprocess.Popen[bytes]] = field(default_factory=list)
    database: str = ""
    workers: int = 2
    more: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        folder, database = house()
        shutil.copytree(folder, self.folder, dirs_exist_ok=True)
        self.database = create_database(like=database)

    @property
    def address(self) -> str:
        """Where the site answers."""
        return f"http://localhost:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        """The settings of this site."""
        return (
            os.environ
            | SETTINGS
            | {
                "VIDAN_VAR": str(self.folder),
                "VIDAN_DATABASE_URL": self.database,
                "VIDAN_ORIGIN": self.address,
                "VIDAN_DEMO_TODAY": self.today,
                "VIDAN_RATE_SCALE": "1000000",
                "VIDAN_WORKERS": str(self.workers),
                **self.more,
            }
        )

    def start(self) -> None:
        """Start both processes and wait until the site is ready."""
        self.running = [self._run(web(Site("127.0.0.1", self.port, self.workers))), self._run(worker())]
        until = time.monotonic() + 30
        while time.monotonic() < until:
            try:
                with urllib.request.urlopen(f"{self.address}/healthz", timeout=2) as answer:
                    if answer.status == 200:
                        return
            except OSError:
                time.sleep(0.05)
        raise AssertionError("the site did not become ready")

    def start_worker(self) -> subprocess.Popen[bytes]:
        """Start one more worker."""
        return self._run(worker())

    def kill(self) -> None:
        """End everything at once, as a power cut does."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """End everything in order, and drop the database."""
        self._end(signal.SIGTERM)
        drop_database(self.database)

    def ask(self, lines: str) -> object:
        """Run lines of Python with this site's settings."""
        return ask(lines, self.environment)

    def _run(self, command: list[str]) -> subprocess.Popen[bytes]:
        with (self.folder / "log").open("ab") as log:
            return subprocess.Popen(
                command, env=self.environment, cwd=ROOT, stdout=log, stderr=log, start_new_session=True
            )

    def _end(self, how: signal.Signals) -> None:
        for process in self.running:
            try:
                os.killpg(process.pid, how)
            except ProcessLookupError:
                continue
        for process in self.running:
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        for process in self.running:  # a web process that outlives its parent, stuck in the database, is gathered too
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        self.running = []

    def left_over(self) -> list[int]:
        """Processes of this site that still run, however they came to be."""
        until = time.monotonic() + 5
        while (found := list(self._found())) and time.monotonic() < until:
            time.sleep(0.05)
        return found

    def _found(self) -> Iterator[int]:
        own = f"VIDAN_VAR={self.folder}\0".encode()
        for place in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                if own in (place / "environ").read_bytes():  # empty for one that has ended and is not yet gathered
                    yield int(place.name)
