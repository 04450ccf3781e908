"""Rounds with results for tests: replies given at three counters, moved, closed, and published when asked."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.cases.made import actor
from tests.surveys.made import DAY, given, open_round

from vidan.domain.questionnaire.answers import Answer
from vidan.foundation.units.models import CounterPoint, Unit
from vidan.surveys.kinds import RoundState, Way
from vidan.surveys.models import Stratum, SurveyRound
from vidan.surveys.services.accept import accept
from vidan.surveys.services.move import move_replies
from vidan.surveys.services.publish_result import publish_result

UNITS = (("mot-cua-a-an-phu", 1000), ("mot-cua-a-thao-dien", 600), ("mot-cua-a-binh-an", 300))
MIXED: tuple[tuple[int, int, int, int, int], ...] = ((0, 4, 8, 20, 18), (3, 6, 9, 12, 10), (0, 0, 5, 9, 6))
"""How many replies of each level come in at each counter."""


def answers(level: int, n: int) -> Mapping[str, Answer]:
    """A reply that is satisfied so much; each third came before, and says so, and some leave the form open."""
    near = str(max(1, level - n % 2))
    told: dict[str, Answer] = {"came": "no" if n % 3 else "yes", "parts": {"place": str(level), "form": near}}
    if n % 3:
        told |= {"times": "4", "polite": str(min(5, level + 1)) if n % 5 else ""}
    return told | {"order": ["p", "q"] if n % 4 else ["q", "p"], "why": ["x"] if n % 2 else ["x", "y"]}


def counter_of(slug: str) -> CounterPoint:
    """The counter of a unit, made when the sample has none."""
    unit = Unit.objects.get(slug=slug)
    known = CounterPoint.objects.filter(unit=unit).first()
    return known or CounterPoint.objects.create(
        code=slug[-12:].strip("-"), unit=unit, label=unit.short_name, valid_from=date(2018, 1, 1)
    )


def replied(code: str = "ks-2018-01", *, levels: tuple[tuple[int, ...], ...] = MIXED, **told: Any) -> SurveyRound:
    """An open round at three units whose replies have been moved into the counts."""
    state = told.pop("state", RoundState.OPEN)
    round_ = open_round(code)
    SurveyRound.objects.filter(pk=round_.pk).update(**told)
    round_.strata.all().delete()
    for (slug, people), counts in zip(UNITS, levels, strict=True):
        point = counter_of(slug)
        stratum = Stratum.objects.create(
            round=round_, counter=point, unit=point.unit, population=people, target=people // 10
        )
        _give(round_, stratum, counts)
    SurveyRound.objects.filter(pk=round_.pk).update(state=RoundState.CLOSED)
    move_replies()
    SurveyRound.objects.filter(pk=round_.pk).update(state=state)
    round_.refresh_from_db()
    return round_


def _give(round_: SurveyRound, stratum: Stratum, counts: tuple[int, ...]) -> None:
    many = [level for level, n in enumerate(counts, 1) for _n in range(n)]
    for n, level in enumerate(many):
        way = Way.COUNTER if n % 2 else Way.INTERVIEWER
        words = {"word": f"Lời số {n}: phải chờ lâu."} if n % 10 == 0 else {}
        on = date(2018, 2, 10) if n % 3 else DAY
        one = given(stratum, on=on, way=way, answers={**answers(level, n), **words}, too_fast=n % 20 == 19)
        accept(round_=round_, given=one, token=f"{stratum.pk}-{n}")


def published(code: str = "ks-2018-01", **told: Any) -> SurveyRound:
    """The same, closed and published by the head."""
    round_ = replied(code, state=RoundState.CLOSED, **told)
    return publish_result(code=code, version=round_.version, actor=actor("lanh-dao"))
