"""`vidan worker`: runs the jobs that were asked for, and what is due by the clock."""

import logging
import threading
from typing import Any

from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections, connection
from django.utils.crypto import get_random_string
from django_tasks.base import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from vidan.foundation.jobs.schedule import run_due
from vidan.site.schedule import SCHEDULE

LOOK = 10.0
"""Seconds between two looks at the schedule."""

PAUSE = 2.0
"""Seconds until the worker asks a database again that did not answer."""

logger = logging.getLogger("vidan.jobs")


class Command(BaseCommand):
    help = "Runs the jobs of one installation; there is one worker an installation."
    requires_system_checks = ()  # `serve` has made them; they would load every page, of which the worker has none

    def handle(self, *args: Any, **options: Any) -> None:
        ending = threading.Event()
        threading.Thread(target=_keep_schedule, args=(ending,), daemon=True).start()
        worker = Worker(
            queue_names=["*"],
            interval=0.5,
            batch=False,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(16),
            excluded_queue_names=[],
        )
        worker.configure_signals()
        try:
            while worker.running:
                _work(worker, ending)
        finally:
            ending.set()


def _work(worker: Worker, ending: threading.Event) -> None:
    """Run jobs until it is asked to end; a database that does not answer is waited for, since its end would end the site."""
    try:
        # What a worker that was killed, or lost the database, had begun is begun anew: every job of ours may run twice.
        begun = DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING)
        begun.update(status=TaskResultStatus.READY, started_at=None)
        worker.run()
    except DatabaseError:
        logger.warning("the database did not answer; the worker goes on later")
        connection.close()
        ending.wait(PAUSE)


def _keep_schedule(ending: threading.Event) -> None:
    while not ending.wait(LOOK):
        try:
            close_old_connections()
            run_due(SCHEDULE)
        except DatabaseError:
            logger.warning("the database did not answer; the schedule goes on later")
