"""The questionnaires that are supplied (data/questionnaires): the product's own wording, to take over and to change."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings

from vidan.domain.questionnaire.form import Questionnaire, Text, faults
from vidan.domain.questionnaire.written import from_written


class NotSupplied(LookupError):
    """No questionnaire of that name is supplied."""


@dataclass(frozen=True)
class Supplied:
    """One file: the questionnaire, what it is for, and where its factors come from."""

    slug: str
    purpose: Text
    source: Text
    form: Questionnaire


def supplied() -> tuple[Supplied, ...]:
    """All of them, by the names of their files."""
    return tuple(_read(path) for path in sorted((settings.DATA_FOLDER / "questionnaires").glob("*.toml")))


def supplied_as(slug: str) -> Supplied:
    """The one of that name; raises NotSupplied."""
    found = next((one for one in supplied() if one.slug == slug), None)
    if found is None:
        raise NotSupplied(slug)
    return found


@cache
def _read(path: Path) -> Supplied:
    with path.open("rb") as file:
        told = tomllib.load(file)
    form = from_written(told)
    if wrong := faults(form):
        raise ValueError(f"{path.name}: {wrong[0].fault} {wrong[0].code}")
    return Supplied(path.stem, Text(**told["purpose"]), Text(**told["source"]), form)
