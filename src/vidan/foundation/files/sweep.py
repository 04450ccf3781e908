"""Finish what a killed process left: sealed files without a row, half-written ones, rows whose bytes were to go."""

import math
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.places import folder, owner
from vidan.foundation.files.services import remove


def sweep_orphans(*, older_than: timedelta) -> int:
    """Remove what no row owns and is older; returns how many files went. The age keeps uploads in progress safe."""
    remove(list(StoredFile.objects.filter(is_destroyed=True).values_list("name", flat=True)))
    if not folder().is_dir():
        return 0
    oldest = _disk_now() - older_than.total_seconds()
    gone = 0
    for shelf in sorted(path for path in folder().iterdir() if path.is_dir()):
        for orphan in list(_orphans(shelf, oldest)):
            orphan.unlink(missing_ok=True)
            gone += 1
    return gone


def _orphans(shelf: Path, oldest: float) -> Iterator[Path]:
    """Old files of one shelf that no row owns; a row is asked for after its file was seen, so none is missed."""
    old = [path for path in shelf.iterdir() if _written_at(path) <= oldest]
    owned = set(StoredFile.objects.filter(name__startswith=shelf.name).values_list("name", flat=True))
    for path in old:
        if owner(path) not in owned:
            yield path


def _written_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except FileNotFoundError:  # renamed or destroyed while we looked
        return math.inf


def _disk_now() -> float:
    """The file system's own time, in seconds: ages of files are told by it, not by the sample installation's clock."""
    with tempfile.NamedTemporaryFile(dir=folder()) as probe:
        return Path(probe.name).stat().st_mtime
