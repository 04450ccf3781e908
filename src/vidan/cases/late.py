"""Rất trễ: an answer so long past its date (rule CT-07) that the Front petitions the body above."""

from datetime import date

from vidan.domain.workdays import Term, count
from vidan.foundation.calendar.days import is_working
from vidan.foundation.calendar.rules import NotCounted, rule

RULE = "CT-07"


def is_very_late(due_on: date, today: date) -> bool:
    """Whether a date is over by more than the programme's term; never while no such term is in force."""
    before = very_late_before(today)
    return before is not None and due_on < before


def very_late_before(today: date) -> date | None:
    """A date before this day is very late today, or None while no such term is in force.

    Counted back from today, so that one day serves a whole list: a date is very late when the term after it is over.
    """
    try:
        term = rule(RULE, today).term()
    except NotCounted:
        return None
    return count(today, Term(term.length, term.unit, before=True), is_working).due
