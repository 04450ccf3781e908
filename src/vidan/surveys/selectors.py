"""Asking for rounds: at the desk, and by people who answer."""

from django.http import Http404

from vidan.foundation.accounts.actors import Actor
from vidan.surveys.models import Stratum, SurveyRound


def visible_round(actor: Actor, code: str) -> SurveyRound:
    """A round the actor may know of at the desk; raises Http404."""
    found = SurveyRound.objects.visible_to(actor).select_related("front", "questionnaire").filter(code=code).first()
    if found is None:
        raise Http404
    return found


def strata_of(round_: SurveyRound) -> list[Stratum]:
    """The frame of a round with its counters."""
    return list(round_.strata.select_related("counter", "unit"))
