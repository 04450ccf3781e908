"""Questionnaires, rounds and replies for tests, made as the services leave them."""

from datetime import date
from decimal import Decimal
from typing import Any

from tests.domain.questionnaire.test_answers import FORM, FULL

from vidan.domain.questionnaire.written import to_written
from vidan.foundation.calendar import clock
from vidan.foundation.units.models import CounterPoint, Unit
from vidan.surveys.device_seal import new_pair
from vidan.surveys.kinds import RoundState, Way
from vidan.surveys.models import QuestionnaireVersion, Stratum, SurveyRound
from vidan.surveys.services.accept import Given, accept

FRONT = "mttq-a-quan-2"
DAY = date(2018, 3, 13)


def unit(slug: str) -> Unit:
    """A unit by its slug."""
    return Unit.objects.get(slug=slug)


def questionnaire() -> QuestionnaireVersion:
    """A published questionnaire with one question of each kind, made once a test."""
    known = QuestionnaireVersion.objects.filter(slug="moi-loai-mot-cau").first()
    return known or QuestionnaireVersion.objects.create(
        front=unit(FRONT),
        slug="moi-loai-mot-cau",
        title="Thử",
        written=to_written(FORM),
        drafted_by="test",
        drafted_at=clock.now(),
        published_by="test",
        published_at=clock.now(),
    )


def open_round(code: str = "ks-2018-01", **told: Any) -> SurveyRound:
    """A round that takes replies at the counters of the sample, each of which had a thousand people."""
    private, public = new_pair(code)
    made = SurveyRound.objects.create(
        code=code,
        front=unit(FRONT),
        questionnaire=questionnaire(),
        title="Khảo sát thử",
        first_day=date(2018, 3, 1),
        last_day=date(2018, 3, 31),
        ways=[way.value for way in Way],
        device_key=private,
        device_public=public,
        **{"state": RoundState.OPEN, "error": Decimal(5), "opened_by": "test", "opened_at": clock.now(), **told},
    )
    for counter in CounterPoint.objects.order_by("code")[:3]:
        Stratum.objects.create(round=made, counter=counter, unit=counter.unit, population=1000, target=286)
    return made


def given(stratum: Stratum, **told: Any) -> Given:
    """A reply at a counter."""
    return Given(stratum.pk, **{"way": Way.COUNTER, "on": DAY, "answers": FULL, **told})


def reply(round_: SurveyRound, times: int = 1, **told: Any) -> None:
    """Give so many replies at the first counter of a round."""
    stratum = round_.strata.all()[0]
    before = SealedCount.next(times)
    for n in before:
        accept(round_=round_, given=given(stratum, **told), token=f"token-{n}")


class SealedCount:
    """Numbers for tokens that no two replies of a test share."""

    last = 0

    @classmethod
    def next(cls, times: int) -> range:
        """So many numbers that nobody has had."""
        start = cls.last
        cls.last += times
        return range(start, cls.last)
