"""`vidan demo`: the sample installation on this machine, ready in seconds while the worker fills it."""

import os
import shutil
import sys
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from vidan.foundation.calendar.days import load_days
from vidan.foundation.jobs.models import Progress
from vidan.foundation.units.load import load_units
from vidan.site.prepare import prepare
from vidan.site.processes import Site, run_together, web, worker
from vidan.site.sample import CASES, NAME
from vidan.site.sample.people import CAST, PASSWORD, address, make_cast
from vidan.site.sample.places import make_places
from vidan.site.sample.procedures import make_procedures
from vidan.site.tasks import make_sample


class Command(BaseCommand):
    help = "Starts the sample installation (District 2, 2018-2020) on this machine only."
    requires_system_checks = ()  # what they would miss in a new folder is made here first

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--cases", type=int, default=CASES)

    def handle(self, *args: Any, port: int, cases: int, **options: Any) -> None:
        if not settings.DEMO:
            _again_as_demo(port)
        prepare()
        call_command("migrate", verbosity=0)
        if _is_half_made():
            self.stdout.write("The sample was not finished last time; it is made anew.")
            _remove()
            call_command("migrate", verbosity=0)
        load_days(settings.DATA_FOLDER / "calendar")
        load_units(settings.DATA_FOLDER / "units")
        make_cast()
        make_places()
        make_procedures()
        if not Progress.objects.filter(name=NAME).exists():
            Progress.objects.create(name=NAME, done=0, total=cases + 1)
            make_sample.enqueue(cases)
        self._greet(port)
        sys.exit(run_together([web(Site("127.0.0.1", port, settings.WORKERS)), worker()]))

    def _greet(self, port: int) -> None:
        lines = [
            "",
            f"Vì Dân, the sample installation: http://localhost:{port}/   (in English: http://localhost:{port}/en/)",
            f"The desk: http://localhost:{port}/ban-lam-viec/   password of everybody: {PASSWORD}",
            "The six digits of the second step stand on the sign-in page. Sign-ins:",
            *(f"  {address(local):34} {name}" for local, name, _role, _unit in CAST),
            "The worker is still making the sample cases; the first page shows how far it is. Ctrl-C stops everything.",
            "",
        ]
        self.stdout.write("\n".join(lines))
        self.stdout.flush()


def _again_as_demo(port: int) -> None:
    """Start this command once more with the settings of the sample installation, which lies in a folder of its own."""
    there = os.environ | {"VIDAN_DEMO": "true"}
    there.setdefault("VIDAN_ORIGIN", f"http://localhost:{port}")
    there.setdefault("VIDAN_VAR", str(settings.VAR_FOLDER / "demo"))
    os.execve(sys.executable, [sys.executable, "-m", "vidan", *sys.argv[1:]], there)  # noqa: S606 - our own words


def _is_half_made() -> bool:
    return any(not row.finished for row in Progress.objects.filter(name=NAME))


def _remove() -> None:
    if connection.vendor != "sqlite":
        raise CommandError("Please give the sample installation an empty database.")
    place = str(connection.settings_dict["NAME"])
    connection.close()
    for suffix in ("", "-wal", "-shm"):
        if os.path.exists(place + suffix):  # noqa: PTH110 - a name with a suffix, not a path of ours
            os.remove(place + suffix)  # noqa: PTH107
    shutil.rmtree(settings.FILES_FOLDER, ignore_errors=True)
