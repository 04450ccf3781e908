"""Running what is due. Which jobs there are stands in one table, site/schedule.py."""

import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from vidan.foundation.jobs.models import JobState

logger = logging.getLogger("vidan.jobs")


@dataclass(frozen=True)
class Scheduled:
    """A job, how often it runs, and what runs; its result is written down as a short text."""

    name: str
    every: timedelta
    run: Callable[[], object]


def run_due(schedule: Iterable[Scheduled]) -> int:
    """Run every job whose time has come and return how many ran; a failed one is told and never stops the others."""
    ran = 0
    for job in schedule:
        if _claim(job):
            _run(job)
            ran += 1
    return ran


def _claim(job: Scheduled) -> bool:
    """Take the job for this worker: a conditional update, so that two workers never run it twice.

    One that was begun in the future is due: the machine's clock has gone back, and would else be waited for.
    """
    now = timezone.now()
    _row, made = JobState.objects.get_or_create(name=job.name, defaults={"started_at": now})
    if made:
        return True
    is_due = Q(started_at__lte=now - job.every) | Q(started_at__gt=now + job.every)
    return bool(JobState.objects.filter(is_due, name=job.name).update(started_at=now))


def _run(job: Scheduled) -> None:
    began = time.monotonic()
    ok, told = True, ""
    try:
        told = str(job.run() or "")
    except Exception as failed:  # noqa: BLE001 - one bad job must not stop the worker; its type is told, never its data
        ok, told = False, type(failed).__name__
        logger.warning("job %s failed: %s", job.name, told)
    took = int((time.monotonic() - began) * 1000)
    JobState.objects.filter(name=job.name).update(took_ms=took, ok=ok, told=told[:200])
