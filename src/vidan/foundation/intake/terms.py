"""The terms of a request about personal data: DL-01 (acknowledge) and DL-02 (carry out), where the rule is in force.

Before 1/1/2026 the register works without them.
"""

from typing import Any

from django.utils.translation import gettext as _

from vidan.foundation.calendar import clock
from vidan.foundation.calendar.models import Clock
from vidan.foundation.calendar.rules import NotInForce, rule
from vidan.foundation.calendar.sentence import remaining_words
from vidan.foundation.calendar.services import extend, start, stop
from vidan.foundation.units.models import Unit

MOST_OPEN = 3
"""Requests about one file that may wait at a time; each right of a person is asked for once until it is answered."""

LONGEST_EXTENSION = 15
TOLD, DONE = "data_told", "data_done"


class TooMany(ValueError):
    """So many requests about this file wait already."""


class Answered(ValueError):
    """The request was answered already."""


class ExtendedOnce(ValueError):
    """The term was extended before, does not run, or the days are not 1 to 15."""


def start_terms(code: str, *, holder: Unit, third_party: bool) -> None:
    """Start both terms of a request today."""
    for named, role, variant in (("DL-01", TOLD, ""), ("DL-02", DONE, "third_party" if third_party else "")):
        try:
            start(code, named, role, clock.today(), holder=holder, variant=variant)
        except NotInForce:  # the page says so; the request is handled all the same
            continue


def stop_terms(code: str, *roles: str) -> None:
    """Stop what still runs of a request."""
    for running in Clock.objects.filter(subject=code, role__in=roles, stopped_on__isnull=True):
        stop(running, clock.today())


def extend_term_of(code: str, days: int) -> None:
    """Give DL-02 up to 15 more days, once; raises ExtendedOnce."""
    running = Clock.objects.filter(subject=code, role=DONE, stopped_on__isnull=True).first()
    if running is None or running.extended_by or not 1 <= days <= LONGEST_EXTENSION:
        raise ExtendedOnce
    extend(running, days, "complex")


def in_force_words() -> dict[str, Any]:
    """The sentence that the terms are not law yet on this day, or nothing."""
    try:
        rule("DL-01", clock.today())
    except NotInForce as no:
        return {"not_in_force": str(no)}
    return {"not_in_force": ""}


def due_words(running: Clock | None) -> tuple[str, str]:
    """How long a term still runs, or when it was done, with its tone."""
    if running is None:
        return "", ""
    if running.stopped_on is not None:
        late = running.stopped_on > running.due_on
        return _("Xong ngày %(day)s") % {"day": f"{running.stopped_on:%d/%m/%Y}"}, "late" if late else "stopped"
    return remaining_words(running.due_on, clock.today())
