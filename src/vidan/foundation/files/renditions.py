"""Small renditions of a picture (ảnh thu nhỏ): WebP, drawn once from the kept picture, then kept sealed beside it."""

from enum import StrEnum

from vidan.foundation.files.frames import read_sealed, write_sealed
from vidan.foundation.files.kinds import FileKind
from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.places import bound_rendition, place_of_rendition
from vidan.foundation.files.services import original_bytes
from vidan.foundation.vault.seal import Broken


class Rendition(StrEnum):
    """What a rendition is for; its value ends the name of its file."""

    PAGE = "page"
    ROW = "row"


WIDTHS = {Rendition.PAGE: 720, Rendition.ROW: 240}
"""Dots: across a telephone at two dots a point; beside a line of a list."""

MOST_BYTES = {Rendition.PAGE: 34_000, Rendition.ROW: 9_000}
"""Little enough for a slow link: tests/test_slow_link.py holds what a page of news makes of it."""


def size_of(rendition: Rendition, width: int, height: int) -> tuple[int, int]:
    """Width and height of a rendition in dots, as drawn() makes it; a picture that is narrower keeps its own."""
    wide = WIDTHS[rendition]
    return (width, height) if width <= wide else (wide, max(1, round(height * wide / width)))


def rendered(file: StoredFile, rendition: Rendition) -> bytes:
    """A kept picture as a small WebP, made when it is first asked for; raises as original_bytes(), and NotTaken."""
    place, bound = place_of_rendition(file.name, rendition), bound_rendition(file.name, rendition)
    try:
        return b"".join(read_sealed(place, bound))
    except (FileNotFoundError, Broken):  # not made yet, or spoilt: the picture itself is still there
        data = drawn(FileKind(file.kind), original_bytes(file), rendition)
    write_sealed(place, [data], bound)
    return data


def drawn(kind: FileKind, data: bytes, rendition: Rendition) -> bytes:
    """The WebP of a picture, of its pixels only; raises NotTaken."""
    from vidan.foundation.files.pictures import FORMATS, draw_small, open_picture

    picture = open_picture(data, (FORMATS[kind],))
    return draw_small(picture, size_of(rendition, *picture.size), MOST_BYTES[rendition])
