"""What falls due in this duty, each part in its own file."""

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.notices.agenda import DueWork, Line
from vidan.oversight.inspection_due import inspection_lines, inspections_due


def due_work(actor: Actor) -> list[DueWork]:
    """Rows of the desk's day."""
    return inspections_due(actor)


def morning_lines(actor: Actor) -> list[Line]:
    """Lines of the mail of the morning."""
    return inspection_lines(actor)
