"""What falls due in oversight, each part in its own file."""

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.notices.agenda import DueWork, Line
from vidan.oversight.due_duties import due_duties, duty_lines
from vidan.oversight.inspection_due import inspection_lines, inspections_due


def due_work(actor: Actor) -> list[DueWork]:
    """Rows of the desk's day."""
    return [*due_duties(actor), *inspections_due(actor)]


def morning_lines(actor: Actor) -> list[Line]:
    """Lines of the mail of the morning."""
    return [*duty_lines(actor), *inspection_lines(actor)]
