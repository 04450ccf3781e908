"""The steps of a conference and of a dialogue, read from data/consultations/steps.toml, and which of them are done."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from django.conf import settings
from django.utils.translation import get_language

from vidan.consultations.models import Hearing


@dataclass(frozen=True)
class Step:
    """One step (bước) of a form, with where it stands in the law and how sure that is (V, P, M).

    `follows` says what completes a step that nobody ticks: the criticism document that was sent.
    """

    code: str
    title: str
    title_en: str
    what: str
    what_en: str
    basis: str
    certainty: str
    follows: str = ""


@dataclass(frozen=True)
class Form:
    """One form of criticism with meetings; `note` says what of it is our configuration."""

    steps: tuple[Step, ...]
    basis: str
    certainty: str
    note: str = ""
    note_en: str = ""


@dataclass(frozen=True)
class Line:
    """One step as a hearing stands: in the reader's words, with its note and whether it is done."""

    step: Step
    number: int
    title: str
    what: str
    note: str
    done: bool


def form_of(kind: str) -> Form | None:
    """The steps of a kind of hearing; None for asking in writing, which has no meeting."""
    return _read(settings.DATA_FOLDER / "consultations" / "steps.toml").get(kind)


def step_of(kind: str, code: str) -> Step | None:
    """One step of a kind of hearing."""
    form = form_of(kind)
    return next((one for one in form.steps if one.code == code), None) if form else None


def lines_of(hearing: Hearing) -> list[Line]:
    """The steps of a hearing in their order."""
    form = form_of(hearing.kind)
    return [_line(hearing, step, n) for n, step in enumerate(form.steps, 1)] if form else []


def line_of(hearing: Hearing, step: Step) -> Line:
    """One step of a hearing."""
    return next(line for line in lines_of(hearing) if line.step.code == step.code)


def note_words(form: Form) -> str:
    """What of the form is our configuration, in the reader's language."""
    return form.note_en if _english() else form.note


def _line(hearing: Hearing, step: Step, number: int) -> Line:
    kept: dict[str, Any] = hearing.steps.get(step.code, {})
    title, what = (step.title_en, step.what_en) if _english() else (step.title, step.what)
    done = hearing.draft.sent_on is not None if step.follows else bool(kept.get("done"))
    return Line(step, number, title, what, kept.get("note", ""), done)


def _english() -> bool:
    return (get_language() or "").startswith("en")


@cache
def _read(path: Path) -> Mapping[str, Form]:
    with path.open("rb") as file:
        rows = tomllib.load(file)["form"]
    return MappingProxyType({row["kind"]: _form(row) for row in rows})


def _form(row: Mapping[str, Any]) -> Form:
    usual = {"basis": row["basis"], "certainty": row["certainty"]}
    steps = tuple(Step(**usual | step) for step in row["step"])
    return Form(steps, **usual, note=row.get("note", ""), note_en=row.get("note_en", ""))
