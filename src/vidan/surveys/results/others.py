"""Questions that are no scales: how often each choice was taken, small choices joined; of words and numbers how many answered."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from vidan.domain.publishing.small import gathered, safe
from vidan.domain.questionnaire.answers import Item
from vidan.domain.questionnaire.form import Choice, Kind, Text
from vidan.domain.surveystats.hiding import Rule
from vidan.domain.surveystats.rounding import percent, rounded
from vidan.surveys.results.items import answered
from vidan.surveys.results.numbers import Told
from vidan.surveys.results.tallied import Values


def text_told(text: Text) -> dict[str, str]:
    """A text in both languages; English falls back to Vietnamese."""
    return {"vi": text.vi, "en": text.en or text.vi}


def other_told(item: Item, values: Values, rule: Rule) -> Told:
    """One question that is told."""
    question, known = item.question, values.get(item.code, {})
    n = answered(values, item).answered
    told: Told = {}
    if question.kind in (Kind.SINGLE, Kind.MULTIPLE):
        told["choices"] = _choices(question.choices, known, n, rule)
    elif question.kind == Kind.RANKING:
        told["places"] = _places(question.choices, known, n, rule)
    return told


def _choices(choices: Sequence[Choice], known: Mapping[str, int], n: int, rule: Rule) -> list[Told]:
    """Each choice with its count; small ones are added up, the way small lines of a table are."""
    counts = [known.get(choice.code, 0) for choice in choices]
    groups = gathered(counts, rule.least_answers) if sum(counts) >= rule.least_answers else (tuple(range(len(counts))),)
    told = []
    for group in groups:
        count = sum(counts[i] for i in group)
        told.append(
            {
                "codes": [choices[i].code for i in group],
                "labels": [text_told(choices[i].label) for i in group],
                "count": count,
                "share": str(percent(Fraction(count, n))) if n else None,
            }
        )
    return told


def _places(choices: Sequence[Choice], known: Mapping[str, int], n: int, rule: Rule) -> list[Told]:
    """How often each choice was put at each place, small numbers hidden; the mean place where nothing is."""
    many = range(1, len(choices) + 1)
    table = safe([[known.get(f"{one.code}:{place}", 0) for place in many] for one in choices], least=rule.least_answers)
    told = []
    for choice, cells in zip(choices, table.cells, strict=True):
        counts = [count for _how, count in cells]
        mean: Decimal | None = None
        if n and None not in counts:
            mean = rounded(Fraction(sum(place * (count or 0) for place, count in zip(many, counts, strict=True)), n), 2)
        told.append(
            {
                "code": choice.code,
                "label": text_told(choice.label),
                "counts": counts,
                "mean": None if mean is None else str(mean),
            }
        )
    return told
