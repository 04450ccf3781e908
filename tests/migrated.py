"""What all migrations made on SQLite, kept beside the checkout's work until a migration or a library changes."""

import hashlib
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]


@cache
def kept_database() -> Path:
    """Where it lies, for the migrations and libraries of now; it does not exist before a run has put it there."""
    told = hashlib.sha256()
    for one in sorted([*ROOT.glob("src/vidan/**/migrations/*.py"), *ROOT.glob("requirements/*.txt")]):
        told.update(one.read_bytes())
    folder = ROOT / "var" / "migrated"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{told.hexdigest()}.sqlite3"
