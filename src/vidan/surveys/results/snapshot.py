"""The whole result of a round as it is shown and, once published, frozen: plain values with a digest."""

import hashlib
import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from vidan.domain.questionnaire.form import IN_WORDS, Questionnaire, Text
from vidan.domain.questionnaire.written import from_written
from vidan.domain.surveystats.sample import sample_size
from vidan.surveys.models import ReplyText, SurveyRound
from vidan.surveys.results.compared import compared, earlier_round
from vidan.surveys.results.numbers import Told
from vidan.surveys.results.others import text_told
from vidan.surveys.results.rule import showing
from vidan.surveys.results.tallied import Tallied, tallied
from vidan.surveys.results.tell import tell

FORM = 1
"""The version of this form; a reader refuses another."""


def snapshot(round_: SurveyRound) -> Told:
    """Everything that is told of a round. The caller has loaded its front and questionnaire."""
    form = from_written(round_.questionnaire.written)
    rule, note = showing()
    known = tallied(round_)
    result = tell(form, known, rule)
    return {
        "form": FORM,
        "code": round_.code,
        "title": text_told(Text(round_.title, round_.title_en)),
        "purpose": round_.purpose,
        "front": {"slug": round_.front.slug, "name": round_.front.name},
        "questionnaire": _questionnaire(round_),
        "first_day": round_.first_day.isoformat(),
        "last_day": round_.last_day.isoformat(),
        "rule": {
            "least_answers": rule.least_answers,
            "least_replies": rule.least_replies,
            "note": text_told(note),
        },
        "unusable": round_.unusable,
        "frame": _frame(known, round_.error, result["population"]),
        "result": result,
        "words": _words(round_, form),
        "earlier": compared(result, earlier_round(round_)),
    }


def digest_of(frozen: Mapping[str, Any]) -> str:
    """SHA-256 over a result in a fixed order, as hexadecimal."""
    text = json.dumps(frozen, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def is_intact(round_: SurveyRound) -> bool:
    """Whether a published result still says what was published."""
    return round_.frozen is not None and digest_of(round_.frozen) == round_.digest


def _questionnaire(round_: SurveyRound) -> Told:
    version = round_.questionnaire
    return {"slug": version.slug, "number": version.number, "title": version.title, "digest": version.digest}


def _frame(known: Tallied, error: Decimal, population: int | None) -> Told:
    """Where people were asked, of how many, and how many replies were wanted; how many came is told by unit alone."""
    return {
        "error": str(Decimal(error).normalize()),
        "size": None if population is None else sample_size(population, error / 100),
        "strata": [
            {
                "unit": part.unit,
                "unit_name": part.unit_name,
                "counter": part.counter,
                "place": part.place,
                "procedure": part.procedure,
                "population": part.population,
                "target": part.target,
            }
            for part in known.parts
        ],
    }


def _words(round_: SurveyRound, form: Questionnaire) -> list[Told]:
    """What people said in words, question by question, as an officer prepared it; where it was said is not told."""
    shown: dict[str, list[str]] = {}
    ready = ReplyText.objects.filter(stratum__round=round_).exclude(shown="").order_by("key")
    for question, text in ready.values_list("question", "shown"):
        shown.setdefault(question, []).append(text)
    return [
        {"code": one.code, "label": text_told(one.label), "texts": shown[one.code]}
        for one in form.questions()
        if one.kind in IN_WORDS and one.code in shown
    ]
