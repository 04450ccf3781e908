"""`vidan rotate-key`: a new server key, and, once nothing lies under the old ones any more, their end."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from vidan.site.keeping.rotation import NotRetired, newest_key, retire, rotate, waiting
from vidan.site.tasks import reseal


class Command(BaseCommand):
    help = "Adds a server key; the worker seals everything anew. Afterwards --retire drops the older keys."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--retire", action="store_true", help="Drop the older keys; refused while anything lies under one."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["retire"]:
            try:
                gone = retire(now=time.time())
            except NotRetired as why:
                raise CommandError(f"Nothing was dropped: {why}.") from why
            self.stdout.write(
                f"Dropped: key {', '.join(map(str, gone))}. Make a backup now: only older ones hold what is gone."
            )
            return
        left = waiting()
        if left:
            reseal.enqueue()
            told = ", ".join(f"{count} {name}" for name, count in left.items())
            raise CommandError(
                f"Key {newest_key()} is not done yet, the worker goes on: under an older key lie {told}."
            )
        number = rotate()
        reseal.enqueue()
        self.stdout.write(
            f"Key {number} seals from now on; the worker seals everything older anew. See how far it is with: vidan check\n"
            "Make a backup now. When it is done: vidan rotate-key --retire"
        )
