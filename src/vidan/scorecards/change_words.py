"""What differs between two versions of a rubric, in words: the property, what it was, what it is."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from vidan.domain.scoring.methods import Method
from vidan.scorecards.rubric_changes import Change
from vidan.scorecards.rubric_sheet import BLOCKS, COLUMNS, SCORERS
from vidan.scorecards.rubric_words import number_words, way_sentence


def difference_words(change: Change) -> list[tuple[str | Promise, str, str]]:
    """The differences of a changed item: the name of each property, what it was and what it is; `–` for nothing."""
    maximum = change.item.maximum
    label = {**COLUMNS, "method": COLUMNS["way"]}
    return [
        (label[one.name], WORDS[one.name](one.was, maximum) or "–", WORDS[one.name](one.now, maximum) or "–")
        for one in change.differences
    ]


def _text(value: str, _maximum: Decimal) -> str:
    return value


def _number(value: Decimal | None, _maximum: Decimal) -> str:
    return "" if value is None else number_words(value)


def _way(value: Method | None, maximum: Decimal) -> str:
    return way_sentence(value, maximum) if value else ""


def _yes(value: object, _maximum: Decimal) -> str:
    return _("có") if value else _("không")


WORDS: Mapping[str, Callable[[Any, Decimal], str]] = {
    "parent": _text,
    "title": _text,
    "maximum": _number,
    "method": _way,
    "may_not_apply": _yes,
    "scorer": lambda value, _maximum: str(SCORERS[value.value]),
    "evidence": _text,
    "block": lambda value, _maximum: str(BLOCKS[value.value]),
    "cap": _number,
    "figure": _text,
}
