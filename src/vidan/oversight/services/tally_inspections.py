"""The facts of the figures of inspections and supervisions, written in the transaction of the step they tell of.

The mark of each is the kind (inspection, supervision); each is dated by its own event.
"""

from datetime import date, timedelta

from vidan.foundation.calendar import clock
from vidan.foundation.figures.tally import add_fact
from vidan.oversight.inspection_kinds import Carried, PressingKind
from vidan.oversight.models import Inspection, Recommendation


def tally_held(one: Inspection) -> None:
    """The work at the unit, or of a form without a visit, is done."""
    assert one.ended_on is not None
    _add("oversight.inspections_held", one, one.ended_on)


def tally_concluded(one: Inspection, recommendations: int) -> None:
    """The conclusion went out with so many recommendations."""
    if recommendations:
        _add("oversight.recommendations_made", one, one.concluded_on or clock.today(), recommendations)


def tally_answered(row: Recommendation) -> None:
    """The first answer to a recommendation came."""
    assert row.answered_on is not None
    _add("oversight.recommendations_answered", row.inspection, row.answered_on)


def tally_overdue(row: Recommendation) -> None:
    """The day of a recommendation passed without an answer: an event of the day after, however much later it is noticed."""
    if row.due_on is None or row.overdue_told or not row.is_late_on(clock.today()):
        return
    _add("oversight.recommendations_overdue", row.inspection, row.due_on + timedelta(days=1))
    row.overdue_told = True


def take_overdue_back(row: Recommendation, was_due_on: date) -> None:
    """A change of the calendar has given it a later day, which has not passed yet."""
    if row.overdue_told and not row.is_late_on(clock.today()):
        _add("oversight.recommendations_overdue", row.inspection, was_due_on + timedelta(days=1), -1)
        row.overdue_told = False


def tally_pressed(row: Recommendation, kind: PressingKind) -> None:
    """The unit was urged, or its superior petitioned, for the first time."""
    if not any(one.kind == kind for one in row.pressed):
        name = "urged" if kind == PressingKind.URGING else "petitioned"
        _add(f"oversight.recommendations_{name}", row.inspection, clock.today())


def tally_superior(row: Recommendation, on: date) -> None:
    """A superior has answered, for the first time, to a petition about it."""
    if not any(one.answered_on for one in row.pressed):
        _add("oversight.petitions_answered", row.inspection, on)


def tally_carried(row: Recommendation, carried: Carried) -> None:
    """A recommendation was verified; what was verified before is taken out of the count on the day of today."""
    was, now = row.carried == Carried.DONE, carried == Carried.DONE
    if was != now:
        _add("oversight.recommendations_carried_out", row.inspection, clock.today(), 1 if now else -1)


def _add(name: str, one: Inspection, on: date, amount: int = 1) -> None:
    add_fact(name, on=on, front_id=one.front_id, unit_id=one.body_id, mark=one.kind, amount=amount)
