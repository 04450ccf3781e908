"""The programme's own terms of duty reports and guidance (CT-20 to CT-24), counted in working days.

A year nobody has settled counts Monday to Friday: this is no term of law, and a plan must be published before its last year's
calendar is known.
"""

from datetime import date

from vidan.domain.duties.standing import Standing, standing
from vidan.domain.workdays import Term, Unit, count, working_days_between
from vidan.foundation.calendar.days import MissingYear, is_working
from vidan.foundation.calendar.rules import NotCounted, rule
from vidan.oversight.duty_kinds import ReportState
from vidan.oversight.models import DutyReport

REPORT_DAYS, REMIND, VERY_LATE, AGAIN, TAKE_UP = "CT-20", "CT-21", "CT-22", "CT-23", "CT-24"
USUAL = {REPORT_DAYS: 5, REMIND: 3, VERY_LATE: 10, AGAIN: 5, TAKE_UP: 10}
"""What holds where a house has taken the row away."""


def length(name: str, day: date) -> int:
    """How many working days a term has on a day."""
    try:
        return rule(name, day).length or USUAL[name]
    except NotCounted:
        return USUAL[name]


def worked(day: date) -> bool:
    """Whether a day is worked; of a year nobody has settled, whether it is no Saturday or Sunday."""
    try:
        return is_working(day)
    except MissingYear:
        return day.weekday() < 5


def days_after(name: str, day: date) -> date:
    """The day on which a term ends that begins on a day."""
    return count(day, Term(length(name, day), Unit.WORKING_DAY), worked).due


def standing_of(report: DutyReport, today: date) -> Standing:
    """Where a report stands today; a returned one by the day on which it is owed again."""
    due = report.waits_until
    return standing(
        due=due,
        sent=None if report.state == ReportState.RETURNED else report.first_sent_on,
        today=today,
        left=working_days_between(today, due, worked),
        remind=length(REMIND, today),
        very_late=length(VERY_LATE, due),
    )
