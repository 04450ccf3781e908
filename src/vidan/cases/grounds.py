"""The table of grounds for not handling a word, read from data/petitions/refusals.toml."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import get_language

from vidan.domain.petitions import Ground


def all_grounds() -> tuple[Ground, ...]:
    """Every ground, with its source and validity."""
    return _read(settings.DATA_FOLDER / "petitions" / "refusals.toml")


def ground_words(code: str) -> str:
    """What a ground is called in the reader's language; the code itself when the table no longer holds it."""
    for ground in all_grounds():
        if ground.code == code:
            return label_of(ground)
    return code


def label_of(ground: Ground) -> str:
    """The label of a ground in the reader's language."""
    return ground.english if (get_language() or "").startswith("en") else ground.label


@cache
def _read(path: Path) -> tuple[Ground, ...]:
    with path.open("rb") as file:
        return tuple(_ground(row) for row in tomllib.load(file)["ground"])


def _ground(row: dict[str, Any]) -> Ground:
    return Ground(**row | {"kinds": frozenset(row["kinds"])})
