"""What all migrations made on SQLite, kept beside the checkout's work until a migration or a library changes."""

import hashlib
import os
import sqlite3
import time
from contextlib import closing
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
WEEK = 7 * 24 * 60 * 60
"""So many seconds a database is left that no run has begun with: another run may be at it, another branch come back."""


@cache
def kept_database() -> Path:
    """Where it lies, for the migrations and libraries of now; it does not exist before a run has put it there."""
    told = hashlib.sha256()
    for one in sorted([*ROOT.glob("src/vidan/**/migrations/*.py"), *ROOT.glob("requirements/*.txt")]):
        told.update(one.read_bytes())
    folder = ROOT / "var" / "migrated"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{told.hexdigest()}.sqlite3"


def keep(database: sqlite3.Connection, kept: Path) -> None:
    """Put a migrated database in its place at once, and sweep what has been of no use for a week."""
    beside = kept.with_suffix(f".{os.getpid()}")
    with closing(sqlite3.connect(beside)) as copy:
        database.backup(copy)
    beside.replace(kept)
    for old in kept.parent.iterdir():
        try:
            if time.time() - old.stat().st_mtime > WEEK:
                old.unlink()
        except FileNotFoundError:  # another run was quicker
            continue


def begin_with(kept: Path, memory: sqlite3.Connection) -> None:
    """Fill a database with the kept one, if it is there, and say that it is of use."""
    try:
        os.utime(kept)
    except FileNotFoundError:
        return
    with closing(sqlite3.connect(kept)) as before:
        before.backup(memory)
