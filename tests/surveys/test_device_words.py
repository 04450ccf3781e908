"""Every sentence that the scripts ask for is there in both languages, and none that they do not ask for."""

import re
from pathlib import Path

import pytest

from vidan.domain.questionnaire.answers import Wrong
from vidan.domain.questionnaire.form import LEVELS
from vidan.surveys.device_words import WORDS, in_both

pytestmark = pytest.mark.once

FOLDER = Path(__file__).parents[2] / "src/vidan/surveys/static/surveys/modules"
BY_RULE = {f"wrong_{wrong}" for wrong in Wrong} | {f"scale_{level}" for level in LEVELS}


def quoted() -> set[str]:
    """Every short word in quotes in the scripts, among them the names of sentences."""
    return {name for path in FOLDER.glob("*.js") for name in re.findall(r'"([a-z_]+)"', path.read_text())}


def test_every_sentence_is_used() -> None:
    assert set(WORDS) - BY_RULE - quoted() == set()


def test_every_sentence_that_is_asked_for_is_there() -> None:
    texts = [path.read_text() for path in FOLDER.glob("*.js")]
    asked = {name for text in texts for name in re.findall(r'\b(?:say|plainPage)\("([a-z_]+)"', text)}
    assert (asked | BY_RULE) - set(WORDS) == set()


def test_both_languages_have_the_same_slots() -> None:
    told = in_both()
    slots = {code: {name: sorted(re.findall(r"\{\w+\}", text)) for name, text in told[code].items()} for code in told}
    assert slots["vi"] == slots["en"]
