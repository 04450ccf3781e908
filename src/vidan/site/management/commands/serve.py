"""`vidan serve`: the web server and the worker of a real installation."""

import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from vidan.cases.models import CaseFile
from vidan.site.keeping.restore import UNDER_WAY
from vidan.site.processes import Site, run_together, web, worker


class Command(BaseCommand):
    help = "Runs the web server and the worker until Ctrl-C."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *args: Any, host: str, port: int, **options: Any) -> None:
        if settings.DEMO:
            raise CommandError("VIDAN_DEMO is set: the sample installation is run by `vidan demo`.")
        if (settings.VAR_FOLDER / UNDER_WAY).exists():
            raise CommandError("A restore was cut off; run `vidan restore` again.")
        if CaseFile.objects.filter(is_sample=True).exists():
            raise CommandError("This database holds sample cases; a real installation begins with `vidan init`.")
        self.stdout.write(f"Vì Dân answers at http://{host}:{port}/ (Ctrl-C stops it).")
        sys.exit(run_together([web(Site(host, port, settings.WORKERS)), worker()]))
