"""What falls due in oversight."""

from collections.abc import Sequence

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.notices.agenda import DueWork, Line
from vidan.oversight.due_duties import due_duties, duty_lines


def due_work(actor: Actor) -> Sequence[DueWork]:
    """Rows of the desk's day."""
    return due_duties(actor)


def morning_lines(actor: Actor) -> Sequence[Line]:
    """Lines of the mail of the morning."""
    return duty_lines(actor)
