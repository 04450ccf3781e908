"""What falls due in oversight: reports on duties, inspections and supervisions, each told in its own file."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from django.db.models import QuerySet

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.notices.agenda import Line
from vidan.foundation.notices.waiting import Teller
from vidan.oversight.due_duties import REPORTS, duty_lines, reports_waiting, tell_report
from vidan.oversight.inspection_due import (
    DELEGATIONS,
    INSPECTIONS,
    delegations_waiting,
    inspection_lines,
    inspections_waiting,
    tell_delegation,
    tell_inspection,
)

TELL: Mapping[str, Teller] = MappingProxyType(
    {REPORTS: tell_report, INSPECTIONS: tell_inspection, DELEGATIONS: tell_delegation}
)


def waiting(actor: Actor) -> list[QuerySet[Any, Any]]:
    """Rows of the desk's day."""
    parts = (reports_waiting(actor), inspections_waiting(actor), delegations_waiting(actor))
    return [part for part in parts if part is not None]


def morning_lines(actor: Actor) -> list[Line]:
    """Lines of the mail of the morning."""
    return [*duty_lines(actor), *inspection_lines(actor)]
