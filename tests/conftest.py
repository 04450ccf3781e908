"""What every test with a database stands on: the units and the calendar, the sample cast, and a clock that stands still."""

import gc
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import hypothesis
import pytest
from django.conf import settings as django_settings
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.utils import translation
from pytest_django import DjangoDbBlocker, Settings
from tests.founding import SHARED
from tests.migrated import begin_with, keep, kept_database

from vidan.foundation.accounts.actors import Actor, actor_of
from vidan.foundation.accounts.models import User
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.days import load_days
from vidan.foundation.intake import rates
from vidan.foundation.units.kept import forget_all
from vidan.foundation.units.load import load_units
from vidan.site.prepare import prepare
from vidan.site.sample.people import address, make_cast
from vidan.site.sample.places import make_places

# On a busy machine drawing an example may take long; that is no fault of what is tested.
hypothesis.settings.register_profile("here", suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("here")

ROOT = Path(__file__).parents[1]
DATA = ROOT / "data"
TUESDAY = datetime(2018, 3, 13, 9, 42, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


SITE = Path(__file__).parent / "site"


def asks_a_database(item: pytest.Function) -> bool:
    """Whether a test works on a database: by its mark or fixtures; those of the whole site start processes that do."""
    marked = any(item.get_closest_marker(name) for name in ("django_db", "browser", "kill", "smoke"))
    return marked or not {"db", "transactional_db"}.isdisjoint(item.fixturenames) or SITE in item.path.parents


HOSTILE = Path(__file__).parent / "test_bad_input.py"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What asks no database needs no second engine; of the many cases of one test it is shown the first, but every hostile
    input. Tests of the founding texts are skipped where these are not beside the checkout; script/test says so at its end."""
    shown: set[str] = set()
    for item in items:
        if isinstance(item, pytest.Function) and not asks_a_database(item):
            item.add_marker(pytest.mark.once)
        name = item.nodeid.partition("[")[0]
        if name in shown and item.path != HOSTILE:
            item.add_marker(pytest.mark.again)
        shown.add(name)
    if not SHARED.exists():
        for item in items:
            if item.get_closest_marker("shared"):
                item.add_marker(pytest.mark.skip(reason="the founding texts are not beside the checkout"))


def pytest_collection_finish() -> None:
    """What was imported stays for the whole run: the collector need not walk through it after every few tests."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000)


@pytest.fixture(scope="session", autouse=True)
def prepared() -> None:
    """Letters, translations and static files are in place, as `vidan prepare` leaves them.

    Each client of a test sets the middleware up anew: the static files are looked up when one is asked for, not listed each time.
    """
    prepare()
    django_settings.WHITENOISE_AUTOREFRESH = True


@pytest.fixture(scope="session")
def migrated() -> Iterator[Path | None]:
    """On SQLite a run begins with what all migrations made for an earlier one, as long as no migration and no library changed.

    None where it begins with nothing; the path does not exist when this run is to keep its own.
    """
    if connection.vendor != "sqlite":
        yield None
        return
    kept = kept_database()
    # No public name tells how Django calls its database in memory, and the stubs leave private ones out.
    name = connection.creation._get_test_db_name()  # type: ignore[attr-defined] # see above
    with closing(sqlite3.connect(name, uri=True)) as memory:
        begin_with(kept, memory)
        yield kept


@pytest.fixture(scope="session")
def django_db_setup(migrated: Path | None, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Reference data and the cast are loaded once; each test works in a transaction that is rolled back."""
    with django_db_blocker.unblock():
        if migrated is not None and not migrated.exists():
            keep(connection.connection, migrated)
        load_days(DATA / "calendar")
        load_units(DATA / "units")
        make_cast()
        make_places()


@pytest.fixture(autouse=True)
def still_clock() -> Iterator[None]:
    """It is Tuesday, 13 March 2018, unless a test says otherwise."""
    rates.forget()
    forget_all()
    caches["pages"].clear()
    with clock.at(TUESDAY):
        yield
    forget_all()


@pytest.fixture(autouse=True)
def own_language() -> Iterator[None]:
    """Each test begins in Vietnamese: a page in English leaves its language behind in the thread that drew it."""
    yield
    translation.deactivate()


@pytest.fixture(autouse=True)
def own_files(tmp_path: Path, settings: Settings) -> None:
    """Files, papers and mail of a test lie in its own folder."""
    settings.FILES_FOLDER = tmp_path / "files"
    settings.EMAIL_FILE_PATH = tmp_path / "mail"


@pytest.fixture
def person(db: None) -> Callable[[str], Actor]:
    """The actor behind one of the cast, with the roles of the day."""
    return lambda local: actor_of(User.objects.get(email=address(local)))


@pytest.fixture
def signed_in(db: None) -> Callable[[str], Client]:
    """A browser in which one of the cast is signed in, second step and all."""

    def sign_in(local: str) -> Client:
        client = Client()
        client.force_login(User.objects.get(email=address(local)))
        return client

    return sign_in
