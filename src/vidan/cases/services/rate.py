"""Đánh giá: the person says, once, whether the answer was worth having."""

from django.db import transaction

from vidan.cases.kinds import State
from vidan.cases.models import CaseFile
from vidan.cases.services.tally import tally
from vidan.foundation.accounts.actors import TELLER
from vidan.foundation.calendar import clock
from vidan.foundation.journal.record import record


class NothingToRate(Exception):
    """No answer was told yet, or it was rated before."""


def rate(*, case: CaseFile, score: int) -> None:
    """Store a rating of 1 (not at all) to 5 (fully); raises NothingToRate."""
    if not 1 <= score <= 5:
        raise ValueError(score)
    with transaction.atomic():
        told = (State.INFORMED, State.CLOSED)
        if not CaseFile.objects.filter(pk=case.pk, state__in=told, rating__isnull=True).update(rating=score):
            raise NothingToRate
        tally("cases.rated", case, on=clock.today(), mark=str(score))
        record("case.rate", subject=case.code, actor=TELLER.code, unit_id=case.front_id, facts={"score": score})
