"""Keeping a finished spreadsheet, sealed, until its person has fetched it or some days are over."""

import secrets
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from django.conf import settings

from vidan.foundation.calendar import clock
from vidan.foundation.sheets.models import Export
from vidan.foundation.vault.seal import Broken, key_number, open_sealed, seal

LIVES = timedelta(days=3)


def store(export: Export, content: bytes, name: str) -> None:
    """Keep the finished workbook and say that it is ready."""
    export.sealed, export.name, export.done, export.ready = f"{secrets.token_hex(16)}.xlsx", name, export.total, True
    place = _place(export)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(seal(content, _bound(export)))
    place.chmod(0o600)
    export.save()


def content_of(export: Export) -> bytes:
    """The finished workbook; raises FileNotFoundError, vault.seal.Broken."""
    return open_sealed(_place(export).read_bytes(), _bound(export))


def sweep() -> int:
    """Remove workbooks that are older than three days; returns how many."""
    old = list(Export.objects.filter(asked_at__lt=clock.now() - LIVES))
    for export in old:
        if export.sealed:
            _place(export).unlink(missing_ok=True)
        export.delete()
    return len(old)


def waiting(newest: int) -> int:
    """How many kept workbooks lie under an older server key."""
    return sum(1 for _export in _older(newest))


def reseal(newest: int) -> Iterator[bool]:
    """Seal them anew one by one; False for one that does not open."""
    for export in _older(newest):
        place = _place(export)
        beside = place.with_name(f"{place.name}.part")
        try:
            beside.write_bytes(seal(content_of(export), _bound(export)))
        except Broken:
            yield False
            continue
        except FileNotFoundError:  # fetched or over meanwhile
            continue
        beside.chmod(0o600)
        beside.replace(place)
        yield True


def _older(newest: int) -> Iterator[Export]:
    for export in Export.objects.filter(ready=True).exclude(sealed=""):
        try:
            with _place(export).open("rb") as file:
                number = key_number(file.read(2))
        except FileNotFoundError:
            continue
        if number != newest:
            yield export


def _place(export: Export) -> Path:
    folder: Path = settings.FILES_FOLDER
    return folder / "exports" / export.sealed


def _bound(export: Export) -> bytes:
    return f"export\0{export.pk}".encode()
