"""The term of an answer to a recommendation: a clock by the programme's days (CT-10), for the law names no number (GS-06)."""

from datetime import date

from vidan.foundation.calendar.models import Clock
from vidan.foundation.calendar.services import counted, start, stop
from vidan.foundation.units.models import Unit
from vidan.oversight.models import Recommendation

ANSWER_RULE = "CT-10"
"""Sent -> answered: the programme's own term; Điều 23 khoản 2 (GS-06) names no number of days."""


def start_term(row: Recommendation, on: date, *, holder: Unit | None) -> date:
    """Let the programme's days run from a day for who owes the answer now, instead of any that ran; returns the last day."""
    end_term(row, on)
    return start(row.inspection.code, ANSWER_RULE, row.clock_role, on, holder=holder).due_on


def foreseen(row: Recommendation, on: date) -> date:
    """The last day that a term begun on a day would have, without starting it."""
    return counted(row.inspection.code, ANSWER_RULE, row.clock_role, on).due_on


def end_term(row: Recommendation, on: date) -> None:
    """Whatever term runs for it ends; none is no fault, as where the conclusion itself names the day."""
    for running in Clock.objects.filter(subject=row.inspection.code, role=row.clock_role, stopped_on=None):
        stop(running, on)
