"""Where pages of an old portal come from: a folder, one file, or an archive; one page in memory at a time."""

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path, PurePosixPath

from vidan.foundation.files.package import Package
from vidan.outreach.services.bring_pages import Source

PAGES = frozenset({"", ".html", ".htm", ".xhtml", ".txt", ".asp", ".aspx", ".php", ".jsp"})
"""Ends of names of pages; pictures, styles and scripts that lie beside them are passed over."""


def is_page(name: str) -> bool:
    """Whether a file may be a page, by its name; hidden ones are none."""
    path = PurePosixPath(name)
    hidden = any(part.startswith((".", "__")) for part in path.parts)
    return not hidden and path.suffix.lower() in PAGES


def pages_of_folder(folder: Path) -> Iterator[Source]:
    """The pages of a folder and of those within, by name."""
    for place, inside, names in os.walk(folder):
        inside.sort()
        for name in sorted(names):
            path = Path(place, name)
            told = path.relative_to(folder).as_posix()
            if is_page(told):
                yield told, path.read_bytes


def pages_of_archive(name: str, data: bytes) -> list[Source]:
    """The pages of an archive, or the one page itself; raises NotTaken for an archive that is damaged or swollen."""
    if not data.startswith(b"PK"):
        return [(name, lambda: data)]
    package = Package(data)
    return [(inside, partial(package.read, inside)) for inside in sorted(package.names) if is_page(inside)]
