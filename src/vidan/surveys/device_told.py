"""What a device is told of its round: all that it needs to ask without a network, and nothing secret."""

from typing import Any

from django.utils.translation import override

from vidan.domain.questionnaire.form import Kind, Questionnaire
from vidan.domain.questionnaire.pages import SECOND_AN_ITEM
from vidan.domain.questionnaire.written import from_written, to_written
from vidan.foundation.calendar import clock
from vidan.surveys.answer_errors import limit_words
from vidan.surveys.device_words import LANGUAGES
from vidan.surveys.forms.rounds import stratum_words
from vidan.surveys.models import Device
from vidan.surveys.selectors import strata_of

BOUNDED = (Kind.MULTIPLE, Kind.NUMBER)
"""What is bounded; a ranking and a day are given otherwise than on a page."""


def told_to(device: Device) -> dict[str, Any]:
    """The round, its questionnaire and places, and what day it is here: a device's own clock may be wrong."""
    round_ = device.round
    form = from_written(round_.questionnaire.written)
    strata = [one for one in strata_of(round_) if device.stratum_id in (None, one.pk)]
    return {
        "device": {"id": device.pk, "label": device.label, "way": device.way, "stratum": device.stratum_id},
        "round": {
            "code": round_.code,
            "title": {"vi": round_.title, "en": round_.title_en},
            "front": round_.front.name,
            "first": round_.first_day.isoformat(),
            "last": round_.last_day.isoformat(),
            "key": round_.device_public,
        },
        "strata": [{"id": one.pk, "name": stratum_words(one)} for one in strata],
        "rules": {language: _rules(form, language) for language in LANGUAGES},
        "form": to_written(form),
        "seconds_an_item": SECOND_AN_ITEM,
        "now": now_told(),
    }


def now_told() -> int:
    """The moment here in milliseconds, as a browser counts."""
    return int(clock.now().timestamp() * 1000)


def _rules(form: Questionnaire, language: str) -> dict[str, str]:
    """What bounds the answers, in words, by the code of the question."""
    with override(language):
        told = {question.code: limit_words(question) for question in form.questions() if question.kind in BOUNDED}
    return {code: words for code, words in told.items() if words}
