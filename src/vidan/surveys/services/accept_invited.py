"""Nhận phiếu theo giấy mời: one invitation, one reply; only the day of its use is kept, and nothing that leads to the reply."""

from django.db import transaction

from vidan.foundation.calendar import clock
from vidan.surveys.models import Invitation, SurveyRound
from vidan.surveys.services.accept import Given, accept


class Used(Exception):
    """The invitation gave a reply already; this one was not taken."""


def accept_invited(*, round_: SurveyRound, given: Given, token: str, invitation: int) -> bool:
    """Take the reply of an invitation; False as of accept(). Raises Used."""
    with transaction.atomic():
        if not accept(round_=round_, given=given, token=token):
            return False
        unused = Invitation.objects.filter(pk=invitation, round=round_, used_on__isnull=True)
        if not unused.update(used_on=clock.today()):
            raise Used
    return True
