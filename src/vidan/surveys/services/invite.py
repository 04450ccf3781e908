"""Làm giấy mời: a batch of codes for a stratum, each good for one reply; they are told once and kept as marks only."""

from django.utils.translation import gettext_lazy as _

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.surveys.invitation_code import mark_of, new_code
from vidan.surveys.kinds import RoundState, Way
from vidan.surveys.models import Invitation, Stratum
from vidan.surveys.services.changing import NotNow, changing

MOST = 200
"""So many slips are made at once."""

NOT_A_WAY = _("Đợt này không dùng giấy mời.")


def invite(*, code: str, version: int, stratum: int, count: int, actor: Actor) -> tuple[Stratum, list[str]]:
    """Make so many invitations and return their codes, which lie nowhere afterwards.

    Raises as changing() does, Stratum.DoesNotExist, NotNow where the round does not invite.
    """
    states = {RoundState.DRAFT, RoundState.OPEN}
    with changing(
        code=code, version=version, event="survey.invite", may="surveys.run", states=states, actor=actor
    ) as change:
        if Way.INVITATION not in change.round.ways:
            raise NotNow(NOT_A_WAY)
        place = change.round.strata.select_related("unit", "counter", "round").get(pk=stratum)
        codes = sorted({new_code() for _n in range(min(count, MOST))})
        Invitation.objects.bulk_create(
            sorted(
                (
                    Invitation(round=change.round, stratum=place, mark=mark_of(one), made_on=clock.today())
                    for one in codes
                ),
                key=lambda invitation: invitation.mark,
            )
        )
        change.facts |= {"counter": place.counter.code, "count": len(codes)}
    return place, codes
