"""Đếm người từ chối, người không gặp: how many people were asked in vain on a day; nothing about any one of them."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.surveys.kinds import ContactOutcome, RoundState, Way
from vidan.surveys.models import ContactCount
from vidan.surveys.services.changing import NotNow, changing

ASKING = (Way.INTERVIEWER, Way.INVITATION, Way.PAPER)
"""The ways by which somebody is asked, so that it is known who did not reply."""

MOST = 10_000

OUTSIDE = _("Ngày này không nằm trong đợt khảo sát, hoặc chưa đến.")
BELOW_ZERO = _("Số trừ đi lớn hơn số đã ghi của ngày này.")


def count_contacts(
    *, code: str, stratum: int, on: date, way: Way, outcome: ContactOutcome, count: int, actor: Actor
) -> None:
    """Add to the count of a day; a negative number takes back what was entered wrongly.

    Raises as changing() does, Stratum.DoesNotExist, NotNow for a day outside the round or a count below nothing.
    """
    states = {RoundState.OPEN, RoundState.CLOSED}
    with changing(code=code, event="survey.contacts", may="surveys.interview", states=states, actor=actor) as change:
        if not change.round.first_day <= on <= min(change.round.last_day, clock.today()):
            raise NotNow(OUTSIDE)
        place = change.round.strata.select_related("counter").get(pk=stratum)
        row, _made = ContactCount.objects.get_or_create(stratum=place, on=on, way=way, outcome=outcome)
        if row.count + count < 0:
            raise NotNow(BELOW_ZERO)
        row.count += count
        row.save()
        change.facts |= {"counter": place.counter.code, "day": on.isoformat(), "outcome": outcome.value, "count": count}
