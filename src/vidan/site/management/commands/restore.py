"""`vidan restore FILE`: an installation as it was, from a backup and the recovery key alone."""

from pathlib import Path
from typing import Any

from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from vidan.foundation.vault.recovery import NotOpened
from vidan.site.keeping.database import NoCopy
from vidan.site.keeping.restore import NotRestored, restore
from vidan.site.keeping.terminal import Progress, ask_recovery_key
from vidan.site.prepare import prepare


class Command(BaseCommand):
    help = "Sets an empty installation up from a backup; asks for the recovery key. Stop `vidan serve` before."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--replace", action="store_true", help="Let the backup take the place of what is here.")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        if not file.is_file():
            raise CommandError(f"There is no file {file}.")
        private = ask_recovery_key()
        tell = Progress(self.stdout, "restore", file.stat().st_size)
        try:
            contents = restore(file, private, over=options["replace"], tell=tell)
        except (NotOpened, NotRestored) as why:
            raise CommandError(f"Nothing was restored: {why}.") from why
        except NoCopy as why:
            raise CommandError(f"The restore was cut off, run it again: {why}.") from why
        call_command("migrate", verbosity=0)
        Session.objects.all().delete()  # who had signed out since would be signed in again
        prepare()
        told = "{front} as of {made_at}".format_map(contents.about)
        self.stdout.write(
            f"Restored {told}: {contents.parts - 3} stored files.\n"
            "Everybody signs in anew. Next: vidan check, then vidan serve."
        )
