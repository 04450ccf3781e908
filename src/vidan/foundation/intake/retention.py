"""The tables of how long content is kept (data/retention), one a duty, each read once."""

import tomllib
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from vidan.domain.retention import Keep

BY_REQUEST = "DL"
"""Stands where a rule's name stands: the person asked for the erasure and the Front agreed."""


def keep_rows_of(duty: str) -> tuple[Keep, ...]:
    """Every row of a duty, in the order of its file."""
    return _read(settings.DATA_FOLDER / "retention" / f"{duty}.toml")


def all_keep_rows() -> tuple[Keep, ...]:
    """Every row of every duty, in the order of their names."""
    tables = (settings.DATA_FOLDER / "retention").glob("*.toml")
    return tuple(sorted((row for path in tables for row in _read(path)), key=lambda row: row.id))


def rule_words(row: Keep | None) -> str:
    """By which rule content was erased, in a sentence for its teller; none is his own request."""
    if row is None or row.years is None:
        return _("Xóa theo yêu cầu của người gửi.")
    return _("%(rule)s: “%(title)s” lưu %(years)d năm, theo %(basis)s.") % {
        "rule": row.id,
        "title": row.title,
        "years": row.years,
        "basis": row.basis,
    }


@cache
def _read(path: Path) -> tuple[Keep, ...]:
    with path.open("rb") as file:
        told = tomllib.load(file)["keep"]
    rows = tuple(
        Keep(
            id=one["id"],
            title=one["title"],
            what=one["what"],
            kinds=frozenset(one.get("kinds", ())),
            outcomes=frozenset(one.get("outcomes", ())),
            years=one.get("years"),
            basis=one["basis"],
            certainty=one["certainty"],
        )
        for one in told
    )
    if len({row.id for row in rows}) != len(rows):
        raise ValueError("two rows of the table of retention bear one name")
    return rows
