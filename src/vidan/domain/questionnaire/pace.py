"""How fast a form can be answered by somebody who reads it."""

from collections.abc import Mapping

from vidan.domain.questionnaire.answers import NOT_ASKED, Answer, counted
from vidan.domain.questionnaire.form import Questionnaire

SECONDS_AN_ITEM = 1
"""Nobody reads an item and chooses an answer in less."""


def too_fast(form: Questionnaire, answers: Mapping[str, Answer], seconds: float) -> bool:
    """Whether the items that were asked after these answers cannot have been read in this time."""
    asked = {item for item, value in counted(form, answers) if value != NOT_ASKED}
    return seconds < len(asked) * SECONDS_AN_ITEM
