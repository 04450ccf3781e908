"""Thông báo về dữ liệu cá nhân (data/notices): what a person is told before giving a name, by version; one file a form."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import get_language

CASES, OPINIONS = "personal-data", "opinions"


@dataclass(frozen=True)
class Notice:
    """One version, as it was shown from a day on until the next."""

    version: str
    valid_from: date
    texts: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """The words in the reader's language, Vietnamese where there are none."""
        told = dict(self.texts)
        return told.get(get_language() or "vi", told["vi"])


def notice_on(day: date, form: str = CASES) -> Notice:
    """The version that is shown on a day; the first one for any day before."""
    rows = _read(settings.DATA_FOLDER / "notices" / f"{form}.toml")
    return next((row for row in reversed(rows) if row.valid_from <= day), rows[0])


def notice_of(version: str, form: str = CASES) -> Notice | None:
    """The version that somebody agreed to."""
    rows = _read(settings.DATA_FOLDER / "notices" / f"{form}.toml")
    return next((row for row in rows if row.version == version), None)


@cache
def _read(path: Path) -> tuple[Notice, ...]:
    with path.open("rb") as file:
        told = tomllib.load(file)["notice"]
    rows = [Notice(one["version"], one["valid_from"], (("vi", one["vi"]), ("en", one["en"]))) for one in told]
    return tuple(sorted(rows, key=lambda row: row.valid_from))
