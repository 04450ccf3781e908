"""The words of the convention that both directions use."""

from django.utils.functional import Promise
from django.utils.translation import override

from vidan.domain.questionnaire.form import Kind
from vidan.surveys.questionnaire_words import LEVELS

SURVEY, CHOICES, SETTINGS = "survey", "choices", "settings"

VIETNAMESE, ENGLISH = "Tiếng Việt (vi)", "English (en)"

SURVEY_COLUMNS = (
    "type",
    "name",
    f"label::{VIETNAMESE}",
    f"label::{ENGLISH}",
    f"hint::{VIETNAMESE}",
    f"hint::{ENGLISH}",
    "required",
    "relevant",
    "constraint",
    "appearance",
    "parameters",
    "factor",
    "shuffle",
)
"""The last two are ours: the factor of a scale or line; whether the questions of a section or the lines of a matrix shuffle."""

CHOICES_COLUMNS = ("list_name", "name", f"label::{VIETNAMESE}", f"label::{ENGLISH}")
SETTINGS_COLUMNS = ("form_title", "title_en", "form_id", "version", "default_language")

LEVEL_LIST = "hai_long"
TYPES = {
    Kind.SINGLE: "select_one",
    Kind.MULTIPLE: "select_multiple",
    Kind.RANKING: "rank",
    Kind.SCALE: f"select_one {LEVEL_LIST}",
    Kind.NUMBER: "decimal",
    Kind.DATE: "date",
    Kind.SHORT: "text",
    Kind.LONG: "text",
}
LINES, MATRIX, SCALE = "multiline", "table-list", "likert"
APPEARANCES = {Kind.LONG: LINES, Kind.MATRIX: MATRIX, Kind.SCALE: SCALE}
RANDOM = "randomize=true"
YES = "yes"


def levels_in(language: str) -> dict[str, str]:
    """The five levels in a language, whatever the page is read in."""
    with override(language):
        return {level: _said(words) for level, words in LEVELS.items()}


def _said(words: str | Promise) -> str:
    return str(words)
