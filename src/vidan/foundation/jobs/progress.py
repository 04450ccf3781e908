"""Telling how far a long piece of work has come."""

from datetime import timedelta

from django.utils import timezone

from vidan.foundation.jobs.models import Progress


def report(name: str, *, done: int, total: int) -> None:
    """Write down how much of a piece of work is done."""
    Progress.objects.update_or_create(name=name, defaults={"done": done, "total": total})


def unfinished() -> list[Progress]:
    """The pieces of work that are still going on."""
    return [row for row in Progress.objects.all() if not row.finished]


STALE = timedelta(minutes=10)
"""A piece of work that has not moved for so long has been broken off, and may be begun again."""


def running(name: str) -> Progress | None:
    """A piece of work that is going on now; None when it is finished, was never begun, or has been broken off."""
    row = Progress.objects.filter(name=name).first()
    return row if row and not row.finished and row.updated_at > timezone.now() - STALE else None
