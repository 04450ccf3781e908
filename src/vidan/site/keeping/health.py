"""What is not well, in words that anybody may read: no path, no number, no name of a machine or person."""

import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.db.models import Max
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from vidan.foundation.calendar import clock
from vidan.foundation.jobs.models import JobState
from vidan.foundation.journal.models import Entry, Leaf
from vidan.foundation.notices.tasks import mail_notice
from vidan.foundation.vault.keyfile import KeysGone

FULL = 16 * 1024 * 1024
"""Bytes below which a letter with its files may not find room."""

ROOM = 1024 * 1024 * 1024
"""Bytes below which it is time to look after the disk."""

PATIENCE = timedelta(minutes=5)
"""What runs each minute may be so late."""

AHEAD = timedelta(minutes=1)
"""So far may the last entry lie ahead of the machine's clock, for machines whose clocks are set now and then."""

LOCKED = 2_000
"""Milliseconds after which a writer that does not let go of the database is told; ordinary ones take a few."""


@dataclass(frozen=True)
class Health:
    """`stops`: no letter can be taken; `worries`: letters are taken, and somebody should look."""

    stops: tuple[str, ...]
    worries: tuple[str, ...]


def look() -> Health:
    """Look at every part."""
    stops = tuple(_failing(STOPS))
    worries = () if "database" in stops else tuple(_failing(WORRIES))
    return Health(stops, tuple(name for name in worries if name not in stops))


def free_bytes() -> int:
    """The room that is left where the installation lies."""
    return shutil.disk_usage(settings.VAR_FOLDER).free


def _failing(parts: Iterable[tuple[str, Callable[[], bool]]]) -> Iterable[str]:
    for name, is_well in parts:
        well = False
        with suppress(DatabaseError, KeysGone, OSError):
            well = is_well()
        if not well:
            yield name


def _database() -> bool:
    """It answers, and somebody who writes is let in."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        if connection.vendor == "sqlite":
            cursor.execute(f"PRAGMA busy_timeout={LOCKED}")
    try:
        with transaction.atomic():
            return True
    finally:
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute(f"PRAGMA busy_timeout={connection.settings_dict['OPTIONS']['timeout'] * 1000}")


def _keys() -> bool:
    settings.KEYS.look()
    return True


def _worker() -> bool:
    last = JobState.objects.aggregate(last=Max("started_at"))["last"]
    return last is not None and timezone.now() - last < PATIENCE


def _seals() -> bool:
    sealed_to = Leaf.objects.aggregate(last=Max("entry_id"))["last"] or 0
    return not Entry.objects.filter(pk__gt=sealed_to, at__lt=clock.now() - PATIENCE).exists()


def _mail() -> bool:
    """No notice waits for a mail server that did not take it."""
    waiting = DBTaskResult.objects.filter(task_path=mail_notice.module_path, status=TaskResultStatus.READY)
    return not waiting.exclude(run_after=get_date_max()).exists()


def _clock() -> bool:
    """The machine's clock has not gone back behind what was written; the sample's own day begins anew each midnight."""
    last = Entry.objects.order_by("-pk").values_list("at", flat=True).first()
    return settings.DEMO or last is None or last < clock.now() + AHEAD


STOPS: tuple[tuple[str, Callable[[], bool]], ...] = (
    ("database", _database),
    ("keys", _keys),
    ("disk", lambda: free_bytes() > FULL),
)
WORRIES: tuple[tuple[str, Callable[[], bool]], ...] = (
    ("disk", lambda: free_bytes() > ROOM),
    ("worker", _worker),
    ("jobs", lambda: not JobState.objects.filter(ok=False).exists()),
    ("seals", _seals),
    ("mail", _mail),
    ("clock", _clock),
)
