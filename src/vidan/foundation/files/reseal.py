"""Sealing anew (niêm phong lại) the files that lie under an older server key, each as a whole or not at all."""

from collections.abc import Iterator
from pathlib import Path

from vidan.foundation.files.frames import file_key_number, read_sealed, write_sealed
from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.places import (
    bound_copy,
    bound_original,
    bound_rendition,
    place_of_copy,
    place_of_original,
    place_of_rendition,
)
from vidan.foundation.files.renditions import Rendition
from vidan.foundation.vault.seal import Broken


def waiting(newest: int) -> int:
    """How many originals, cleaned copies and renditions lie under an older key."""
    return sum(1 for _found in _older(newest))


def reseal(newest: int) -> Iterator[bool]:
    """Seal them anew, a frame at a time, and tell of each whether it opened."""
    for name, place, bound in _older(newest):
        try:
            write_sealed(place, read_sealed(place, bound), bound)
        except Broken:
            yield False
            continue
        except FileNotFoundError:  # destroyed meanwhile
            continue
        if not StoredFile.objects.filter(name=name, is_destroyed=False).exists():
            place.unlink(missing_ok=True)  # what was destroyed while we wrote does not come back
        yield True


def _older(newest: int) -> Iterator[tuple[str, Path, bytes]]:
    for name in StoredFile.objects.filter(is_destroyed=False).order_by("pk").values_list("name", flat=True):
        for place, bound in (
            (place_of_original(name), bound_original(name)),
            (place_of_copy(name), bound_copy(name)),
            *((place_of_rendition(name, one), bound_rendition(name, one)) for one in Rendition),
        ):
            try:
                number = file_key_number(place)
            except (FileNotFoundError, Broken):
                continue
            if number != newest:
                yield name, place, bound
