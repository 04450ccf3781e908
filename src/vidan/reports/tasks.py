"""Work of the worker for reports."""

from datetime import date

from django_tasks import task

from vidan.domain.reporting.periods import Kind, Period
from vidan.foundation.accounts.actors import actor_of
from vidan.foundation.accounts.models import User
from vidan.foundation.units.models import Unit
from vidan.reports.services.count import count_numbers
from vidan.reports.services.roll_up import roll_up


@task()
def roll_up_reports(user_id: int, front: int, kind: str, year: int, part: int) -> None:
    """Sum up the reports of a period; what the person may read is asked anew when the work begins."""
    actor = actor_of(User.objects.get(pk=user_id))
    roll_up(front=Unit.objects.get(pk=front), period=Period(Kind(kind), year, part), actor=actor)


@task()
def count_below(code: str, cut_off: str, actor: str) -> None:
    """Count the numbers of a report that covers the Fronts below, up to the end of a day."""
    count_numbers(code=code, cut_off=date.fromisoformat(cut_off), actor=actor)
