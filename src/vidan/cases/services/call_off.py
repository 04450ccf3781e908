"""Hoãn, dời buổi tiếp dân: the schedule keeps the day with its reason, and names the day it was moved to."""

from datetime import date

from django.db import transaction

from vidan.cases.models import ReceptionSession
from vidan.cases.services.hold_reception import Closed
from vidan.domain.petitions import Notice, notice
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.caching.topics import changed
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.days import MissingYear, is_working
from vidan.foundation.calendar.rules import NotCounted, rule
from vidan.foundation.journal.record import Fact, record
from vidan.foundation.units.models import ReceptionDay
from vidan.foundation.units.places import PLACES

RULE = "TCD-03"


def call_off(*, day: ReceptionDay, reason: str, actor: Actor, moved_to: date | None = None) -> ReceptionDay | None:
    """Call a day off, and publish the new one when it is moved; raises Closed when it was called off or held before."""
    with transaction.atomic():
        if ReceptionSession.objects.filter(day=day).exists():
            raise Closed
        if not ReceptionDay.objects.filter(pk=day.pk, called_off="").update(called_off=reason):
            raise Closed
        new = _moved(day, moved_to) if moved_to else None
        facts: dict[str, Fact] = {"on": day.day.isoformat(), "moved_to": moved_to.isoformat() if moved_to else None}
        record("reception.call_off", subject=f"tiep-dan-{day.pk}", actor=actor.code, unit_id=day.unit_id, facts=facts)
        changed(PLACES)
    return new


def notice_of(day: ReceptionDay) -> Notice | None:
    """Whether a day was published in time (TCD-03), or None when nobody wrote down when, or the year is not settled."""
    if day.published_on is None:
        return None
    try:
        return notice(day.published_on, day.day, rule(RULE, day.day).term(), is_working)
    except (NotCounted, MissingYear):
        return None


def _moved(day: ReceptionDay, to: date) -> ReceptionDay:
    new = ReceptionDay.objects.create(
        unit=day.unit,
        day=to,
        opens=day.opens,
        closes=day.closes,
        place=day.place,
        host=day.host,
        jointly=day.jointly,
        published_on=clock.today(),
    )
    ReceptionDay.objects.filter(pk=day.pk).update(moved_to=new)
    return new
