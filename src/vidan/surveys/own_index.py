"""The overall index of one of the Front's own rounds, out of its counts: pooled over the scale items, marked replies left out."""

from collections import defaultdict

from django.db.models import Sum

from vidan.domain.questionnaire.form import LEVELS, Kind, Questionnaire
from vidan.domain.questionnaire.written import from_written
from vidan.domain.surveystats.levels import SATISFIED
from vidan.domain.surveystats.measure import Measure, together
from vidan.surveys.models import Stratum, SurveyRound, Tally


def own_measure(round_: SurveyRound) -> Measure:
    """Answers and satisfied answers of all scale items together, the replies, and the people if every stratum knows its own."""
    items = _scale_items(from_written(round_.questionnaire.written))
    rows = Tally.objects.filter(round=round_, marked=False, item__in=items, value__in=LEVELS).order_by()
    answers: dict[str, int] = defaultdict(int)
    satisfied: dict[str, int] = defaultdict(int)
    for item, value, count in rows.values_list("item", "value").annotate(n=Sum("count")):
        answers[item] += count
        satisfied[item] += count if int(value) in SATISFIED else 0
    people = list(Stratum.objects.filter(round=round_).values_list("population", flat=True))
    population = None if None in people or not people else sum(one or 0 for one in people)
    return together([(answers[item], satisfied[item]) for item in answers], population)


def _scale_items(form: Questionnaire) -> list[str]:
    scales = [one.code for one in form.questions() if one.kind == Kind.SCALE]
    lines = [f"{one.code}.{line.code}" for one in form.questions() if one.kind == Kind.MATRIX for line in one.lines]
    return scales + lines
