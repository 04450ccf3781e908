"""Ghi nhận khảo sát chính thức: the Front begins to watch a survey, and keeps what is known of it right."""

from dataclasses import dataclass, fields
from datetime import date

from django.db import transaction

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.journal.record import Fact, record
from vidan.foundation.papers.services import take_number
from vidan.foundation.units.models import Area, Unit
from vidan.surveys.checklist import checklist_now
from vidan.surveys.kinds import Mode
from vidan.surveys.models import OfficialSurvey, SurveyRound
from vidan.surveys.services.watch_step import WATCH, watch_step

LONGEST = 22
"""Letters of an area in the code: papers and the journal know a file by at most forty letters."""


@dataclass(frozen=True, kw_only=True)
class Known:
    """What is known of an official survey; what was not said stays empty."""

    title: str
    year: int
    area: Area
    body: Unit | None = None
    body_name: str = ""
    decision_number: str = ""
    decided_on: date | None = None
    first_day: date | None = None
    last_day: date | None = None
    mode: Mode = Mode.UNKNOWN
    method: str = ""
    planned: int | None = None
    reached: int | None = None
    publish_due: date | None = None
    due_basis: str = ""
    round: SurveyRound | None = None


def record_official(*, front: Unit, known: Known, actor: Actor, is_sample: bool = False) -> OfficialSurvey:
    """Begin to watch a survey, held against the checklist of today; raises OfficialSurvey.DoesNotExist for another's Front."""
    if front.pk not in actor.units_with(WATCH):
        raise OfficialSurvey.DoesNotExist(front.slug)
    with transaction.atomic():
        survey = OfficialSurvey.objects.create(
            code=_new_code(front, known.year),
            front=front,
            checklist=checklist_now(),
            recorded_by=actor.code,
            recorded_at=clock.now(),
            is_sample=is_sample,
            **_values(known),
        )
        facts: dict[str, Fact] = {"year": survey.year, "checklist": survey.checklist["version"], **_days(survey)}
        record("official_survey.record", subject=survey.code, actor=actor.code, unit_id=front.pk, facts=facts)
    return survey


def change_official(*, code: str, known: Known, actor: Actor, version: int | None = None) -> OfficialSurvey:
    """Put right what is known of a survey; raises what watch_step() raises."""
    with watch_step(code=code, step="change", actor=actor, version=version) as taking:
        for name, value in _values(known).items():
            setattr(taking.survey, name, value)
        taking.told |= _days(taking.survey)
    return taking.survey


def _values(known: Known) -> dict[str, object]:
    return {field.name: getattr(known, field.name) for field in fields(known)}


def _days(survey: OfficialSurvey) -> dict[str, Fact]:
    due = survey.publish_due
    return {"due": due.isoformat() if due else None, "round": survey.round.code if survey.round else None}


def _new_code(front: Unit, year: int) -> str:
    """The next code of the Front's watch of a year: `ksct-a-quan-2-2019-1`."""
    area = front.area.slug
    if len(area) > LONGEST:
        area = f"{area[: LONGEST - 6]}-{front.pk}"
    return f"ksct-{area}-{year}-{take_number(unit=front, kind='official_survey', year=year)}"
