"""What falls due in oversight: reports on duties, inspections and supervisions, each told in its own file."""

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.notices.agenda import DueWork, Line
from vidan.oversight.due_duties import REPORTS, duty_lines, reports_waiting, tell_report
from vidan.oversight.inspection_due import inspection_lines, inspections_waiting, tell_inspection
from vidan.oversight.waiting import Waiting

MOST = 20
"""Rows of the desk's day; the lists have the rest."""


def due_work(actor: Actor) -> list[DueWork]:
    """Rows of the desk's day, the nearest day first; one query."""
    parts = [part for part in (reports_waiting(actor), inspections_waiting(actor)) if part is not None]
    if not parts:
        return []
    first, *others = parts
    rows = [Waiting(*row) for row in first.union(*others, all=True).order_by("day", "key")[:MOST]]
    return [tell_report(row) if row.what == REPORTS else tell_inspection(row, actor) for row in rows]


def morning_lines(actor: Actor) -> list[Line]:
    """Lines of the mail of the morning."""
    return [*duty_lines(actor), *inspection_lines(actor)]
