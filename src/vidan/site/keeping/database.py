"""A consistent copy of the database while it is in use, and its return; each engine by its own proven means."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from django.apps import apps
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from vidan.foundation.accounts.models import User


class NoCopy(RuntimeError):
    """The database could not be copied or put back; the message says why."""


def copy_to(place: Path) -> None:
    """Write one moment of the database to a file: SQLite by its online backup, PostgreSQL by pg_dump in its own format.

    Writers go on meanwhile; raises NoCopy.
    """
    if connection.vendor == "sqlite":
        source = f"file:{connection.settings_dict['NAME']}?mode=ro"
        with closing(sqlite3.connect(source, uri=True)) as here, closing(sqlite3.connect(place)) as there:
            here.backup(there)
        return
    _run(["pg_dump", "--format=custom", "--compress=0", "--no-owner", "--no-privileges", f"--file={place}"])


def put_back(copy: Path) -> None:
    """Let the database be what the copy holds, whatever it was; raises NoCopy."""
    if connection.vendor == "sqlite":
        place = Path(connection.settings_dict["NAME"])
        connection.close()
        for left in ("-wal", "-shm"):  # of the database that goes; they would be taken for the new one's
            place.with_name(place.name + left).unlink(missing_ok=True)
        beside = place.with_name(f"{place.name}.part")
        shutil.move(copy, beside)  # the database may lie on another disk than the installation's folder
        beside.chmod(0o600)
        beside.replace(place)
        return
    with connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA public CASCADE")
        cursor.execute("CREATE SCHEMA public")
    connection.close()
    words = ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", "--schema=public"]
    _run(["pg_restore", *words, f"--dbname={_parameters()['PGDATABASE']}", str(copy)])
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")  # the server does it by itself, but only after some slow minutes


def is_empty() -> bool:
    """Whether nobody has begun to use the database."""
    if User._meta.db_table not in connection.introspection.table_names():
        return True
    return not User.objects.exists()


def applied_migrations() -> list[str]:
    """Our own migrations that the database stands at, as `app.name`."""
    return _named(MigrationLoader(connection).applied_migrations)


def unknown_migrations(applied: list[str]) -> list[str]:
    """Those of a copy that this version of the software has never heard of."""
    return sorted(set(applied) - set(_named(MigrationLoader(connection).disk_migrations)))


def _named(migrations: Iterable[tuple[str, str]]) -> list[str]:
    ours = {app.label for app in apps.get_app_configs() if app.name.startswith("vidan.")}
    return sorted(f"{label}.{name}" for label, name in migrations if label in ours)


def _run(command: list[str]) -> None:
    try:
        done = subprocess.run(  # noqa: S603 - our own words; the password travels in the environment
            command, env=os.environ | _parameters(), capture_output=True, text=True, check=False
        )
    except FileNotFoundError as absent:
        raise NoCopy(f"{command[0]} is not installed (Debian: apt install postgresql-client)") from absent
    if done.returncode:
        raise NoCopy(f"{command[0]}: {done.stderr.strip()[-400:]}")


def _parameters() -> dict[str, str]:
    given = connection.get_connection_params()
    names = {"PGDATABASE": "dbname", "PGHOST": "host", "PGPORT": "port", "PGUSER": "user", "PGPASSWORD": "password"}
    return {name: str(given[key]) for name, key in names.items() if given.get(key)}
