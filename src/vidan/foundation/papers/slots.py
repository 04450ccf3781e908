"""Which wordings there are, and which slots each may hold (data/papers/slots.toml)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings


@dataclass(frozen=True)
class Slot:
    """A place that is filled for each paper: its code, what stands in the brackets in Word, and a value for previews."""

    code: str
    label: str
    sample: str
    required: bool


@dataclass(frozen=True)
class Kind:
    """One wording: its name, its title, and its slots by their code."""

    name: str
    title: str
    slots: Mapping[str, Slot]

    @property
    def sample(self) -> dict[str, str]:
        """A value for every slot, for previews."""
        return {code: slot.sample for code, slot in self.slots.items()}


def all_kinds() -> tuple[Kind, ...]:
    """Every wording that the Front may edit."""
    return tuple(_kinds(settings.DATA_FOLDER / "papers" / "slots.toml").values())


def kind_of(name: str) -> Kind | None:
    """The wording of that name, or None."""
    return _kinds(settings.DATA_FOLDER / "papers" / "slots.toml").get(name)


@cache
def _kinds(path: Path) -> dict[str, Kind]:
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    made = {}
    for name, row in told["wordings"].items():
        codes = [(code, True) for code in row["required"]] + [(code, False) for code in row["optional"]]
        slots = {code: Slot(code, required=required, **told["slots"][code]) for code, required in codes}
        made[name] = Kind(name, row["title"], slots)
    return made
