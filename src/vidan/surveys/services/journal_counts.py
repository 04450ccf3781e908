"""Ghi sổ số phiếu: replies stand in the journal as counts of an hour, never one by one."""

from django.db import transaction
from django.db.models import F

from vidan.foundation.accounts.actors import SYSTEM
from vidan.foundation.journal.record import Fact, record
from vidan.surveys.models import SurveyRound


def journal_counts() -> int:
    """Tell the journal how many replies of each round came since it was told last; returns of how many rounds."""
    told = 0
    for pk in SurveyRound.objects.filter(taken__gt=F("journalled")).values_list("pk", flat=True):
        with transaction.atomic():
            round_ = (
                SurveyRound.objects.select_for_update(no_key=True)
                .only("code", "front_id", "taken", "journalled")
                .get(pk=pk)
            )
            if round_.taken == round_.journalled:
                continue
            facts: dict[str, Fact] = {"replies": round_.taken - round_.journalled, "total": round_.taken}
            record("survey.replies", subject=round_.code, actor=SYSTEM.code, unit_id=round_.front_id, facts=facts)
            SurveyRound.objects.filter(pk=pk).update(journalled=round_.taken)
            told += 1
    return told
