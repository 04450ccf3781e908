"""Telling how far a long piece of work has come."""

from vidan.foundation.jobs.models import Progress


def report(name: str, *, done: int, total: int) -> None:
    """Write down how much of a piece of work is done."""
    Progress.objects.update_or_create(name=name, defaults={"done": done, "total": total})


def unfinished() -> list[Progress]:
    """The pieces of work that are still going on."""
    return [row for row in Progress.objects.all() if not row.finished]
