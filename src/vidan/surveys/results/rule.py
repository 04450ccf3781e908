"""The rule of what is shown (data/surveys/showing.toml), with the sentence that says why."""

import tomllib
from functools import cache
from pathlib import Path

from django.conf import settings

from vidan.domain.questionnaire.form import Text
from vidan.domain.surveystats.hiding import Rule


def showing() -> tuple[Rule, Text]:
    """The two numbers, and the note beside every result."""
    return _read(settings.DATA_FOLDER / "surveys" / "showing.toml")


@cache
def _read(path: Path) -> tuple[Rule, Text]:
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    note = Text(told["note"]["vi"], told["note"]["en"])
    return Rule(int(told["least_answers"]), int(told["least_replies"])), note
