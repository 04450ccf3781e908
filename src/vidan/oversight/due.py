"""What falls due in this duty, each part in its own file."""

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.notices.agenda import DueWork, Line
from vidan.oversight.inspection_due import inspection_lines, inspections_due
from vidan.oversight.inspection_moves import RUN


def due_work(actor: Actor) -> list[DueWork]:
    """Rows of the desk's day: what a unit owes. The Front's own officers read theirs in the mail of the morning and in the
    list, for their desk's day already asks the database as often as a page may."""
    return [] if actor.may(RUN) else inspections_due(actor)


def morning_lines(actor: Actor) -> list[Line]:
    """Lines of the mail of the morning."""
    return inspection_lines(actor)
