"""Mở và đóng đợt khảo sát: the head opens what was prepared; it closes after its last day by itself, or earlier by the head."""

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from vidan.foundation.accounts.actors import SYSTEM, Actor
from vidan.foundation.calendar import clock
from vidan.foundation.journal.record import record
from vidan.surveys.device_seal import new_pair
from vidan.surveys.kinds import RoundState
from vidan.surveys.models import SurveyRound
from vidan.surveys.services.changing import NotNow, changing
from vidan.surveys.services.prepare_round import DRAFT

NO_FRAME = _("Chưa có quầy nào trong khung mẫu.")
OVER = _("Ngày cuối của đợt đã qua. Sửa lại ngày rồi mở.")


def open_round(*, code: str, version: int, actor: Actor) -> None:
    """Open a draft: from its first day on it takes replies. Makes the key pair to which devices without a network seal.

    Raises as changing() does, and NotNow without a frame or when its last day is over.
    """
    with changing(
        code=code, version=version, event="survey.open", may="surveys.open_round", states=DRAFT, actor=actor
    ) as change:
        round_ = change.round
        if not (strata := round_.strata.count()):
            raise NotNow(NO_FRAME)
        if round_.last_day < clock.today():
            raise NotNow(OVER)
        round_.device_key, round_.device_public = new_pair(code)
        round_.state, round_.opened_by, round_.opened_at = RoundState.OPEN, actor.code, clock.now()
        change.facts |= {
            "questionnaire": round_.questionnaire.digest,
            "strata": strata,
            "first": round_.first_day.isoformat(),
            "last": round_.last_day.isoformat(),
        }


def close_round(*, code: str, version: int, actor: Actor) -> None:
    """Take no more replies before the last day; raises as changing() does."""
    with changing(
        code=code,
        version=version,
        event="survey.close",
        may="surveys.open_round",
        states={RoundState.OPEN},
        actor=actor,
    ) as change:
        change.round.state, change.round.closed_at = RoundState.CLOSED, clock.now()
        change.facts["early"] = change.round.last_day > clock.today()


def close_over() -> int:
    """Close the rounds whose last day is over; returns how many."""
    over = SurveyRound.objects.answerable().filter(last_day__lt=clock.today())
    closed = 0
    for round_ in over:
        with transaction.atomic():
            told = {"state": RoundState.CLOSED, "closed_at": clock.now(), "version": F("version") + 1}
            if SurveyRound.objects.answerable().filter(pk=round_.pk).update(**told):
                facts = {"early": False}
                record("survey.close", subject=round_.code, actor=SYSTEM.code, unit_id=round_.front_id, facts={**facts})
                closed += 1
    return closed
