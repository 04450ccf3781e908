"""Nhắc hạn: a unit hears of the last day for scoring itself, or for explaining, three working days before and on the day."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q

from vidan.foundation.calendar import clock
from vidan.foundation.calendar.days import is_working
from vidan.foundation.notices.models import NoticeKind
from vidan.scorecards.kinds import State
from vidan.scorecards.models import Scorecard
from vidan.scorecards.services.notify import notify_unit

AHEAD = 3
"""Working days before the last day at which the first reminder is left."""


def remind_units() -> int:
    """Leave today's reminders, each once, and return how many sheets they are about."""
    today = clock.today()
    days = [day for day in _days_ahead(today) if today in (day, _first_reminder(day))]
    due = Q(state=State.SELF_SCORING, self_score_until__in=days) | Q(state=State.EXPLAINING, explain_until__in=days)
    again = Q(reminded_on__isnull=True) | Q(reminded_on__lt=today)
    left = 0
    for pk in Scorecard.objects.filter(due & again).values_list("pk", flat=True):
        with transaction.atomic():
            if Scorecard.objects.filter(due & again, pk=pk).update(reminded_on=today):
                notify_unit(NoticeKind.CARD_DUE, Scorecard.objects.get(pk=pk))
                left += 1
    return left


def _days_ahead(today: date) -> set[date]:
    """The last days that are near enough for a reminder; the longest holiday is shorter than what is added to them."""
    near = (today, today + timedelta(days=AHEAD + 18))
    scoring = Scorecard.objects.filter(state=State.SELF_SCORING, self_score_until__range=near)
    explaining = Scorecard.objects.filter(state=State.EXPLAINING, explain_until__range=near)
    days = scoring.order_by().values_list("self_score_until", flat=True)
    days = days.union(explaining.order_by().values_list("explain_until", flat=True))
    return {day for day in days if day is not None}


def _first_reminder(until: date) -> date:
    """The day so many working days before the last day."""
    day, left = until, AHEAD
    while left:
        day -= timedelta(days=1)
        left -= is_working(day)
    return day
