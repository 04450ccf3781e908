"""Chuẩn bị đợt khảo sát: a round is drafted from a published questionnaire, changed while it is a draft, or dropped."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.journal.record import record
from vidan.foundation.papers.services import take_number
from vidan.foundation.units.models import Unit
from vidan.surveys.kinds import RoundState, Way
from vidan.surveys.models import QuestionnaireVersion, SurveyRound
from vidan.surveys.services.changing import NotNow, changing

LONGEST = timedelta(days=366)
AREA_LETTERS = 20
"""Letters of an area in the code of a round, which has forty at most."""

DRAFT = frozenset({RoundState.DRAFT})

NOT_PUBLISHED = _("Chỉ dùng được mẫu phiếu đã công bố của Mặt trận mình.")
BACKWARDS = _("Ngày cuối phải từ ngày đầu trở đi.")
TOO_LONG = _("Một đợt dài nhất một năm.")
NO_WAY = _("Chọn ít nhất một cách trả lời.")


@dataclass(frozen=True)
class Plan:
    """What a round is to be: by which questionnaire, when, with which margin of error, by which ways."""

    questionnaire: QuestionnaireVersion
    title: str
    first_day: date
    last_day: date
    error: Decimal
    ways: tuple[Way, ...]
    title_en: str = ""
    purpose: str = ""
    live: bool = False


def prepare_round(*, front: Unit, plan: Plan, actor: Actor, is_sample: bool = False) -> SurveyRound:
    """Draft a round of a Front; raises NotNow for a plan that cannot be."""
    _check(plan, front.pk)
    with transaction.atomic():
        number = take_number(unit=front, kind="survey", year=plan.first_day.year)
        area = front.area.slug if len(front.area.slug) <= AREA_LETTERS else f"mt{front.pk}"
        round_ = SurveyRound(code=f"ks-{area}-{plan.first_day.year}-{number}", front=front, is_sample=is_sample)
        _put(round_, plan)
        round_.save(force_insert=True)
        record(
            "survey.prepare",
            subject=round_.code,
            actor=actor.code,
            unit_id=front.pk,
            facts={"questionnaire": plan.questionnaire.slug, "number": plan.questionnaire.number},
        )
    return round_


def change_round(*, code: str, version: int, plan: Plan, actor: Actor) -> None:
    """Change what a draft says of itself; raises as changing() does, and NotNow for a plan that cannot be."""
    with changing(
        code=code, version=version, event="survey.change", may="surveys.run", states=DRAFT, actor=actor
    ) as change:
        _check(plan, change.round.front_id)
        _put(change.round, plan)
        change.facts |= {"what": "heading", "first": plan.first_day.isoformat(), "last": plan.last_day.isoformat()}


def drop_round(*, code: str, version: int, actor: Actor) -> None:
    """Drop a draft with its frame; raises as changing() does. Its number is not given again."""
    with changing(
        code=code, version=version, event="survey.drop", may="surveys.run", states=DRAFT, actor=actor
    ) as change:
        change.round.delete()


def _check(plan: Plan, front_id: int) -> None:
    if plan.questionnaire.published_at is None or plan.questionnaire.front_id != front_id:
        raise NotNow(NOT_PUBLISHED)
    if plan.last_day < plan.first_day:
        raise NotNow(BACKWARDS)
    if plan.last_day - plan.first_day > LONGEST:
        raise NotNow(TOO_LONG)
    if not plan.ways:
        raise NotNow(NO_WAY)


def _put(round_: SurveyRound, plan: Plan) -> None:
    round_.questionnaire = plan.questionnaire
    round_.title, round_.title_en, round_.purpose = plan.title, plan.title_en, plan.purpose
    round_.first_day, round_.last_day = plan.first_day, plan.last_day
    round_.error, round_.live = plan.error, plan.live
    round_.ways = [way.value for way in plan.ways]
