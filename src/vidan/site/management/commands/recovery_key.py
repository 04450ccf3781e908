"""`vidan recovery-key`: makes the key that backups are sealed to, and shows its private half once."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from vidan.site.keeping.key import current_name, make_recovery_key, told_once


class Command(BaseCommand):
    help = "Makes the recovery key of this installation and shows it once; --replace makes another one for backups to come."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--replace", action="store_true", help="Make another one; older backups keep needing the old key."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        name = current_name()
        if name and not options["replace"]:
            raise CommandError(
                f"There is a recovery key already ({name}). With --replace another one is made for backups to come."
            )
        self.stdout.write(told_once(make_recovery_key()))
