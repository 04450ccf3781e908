"""`vidan backup FILE`: one file from which a bare machine can be set up again; `--verify` looks whether it is whole."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from vidan.foundation.vault.recovery import NotOpened, whole
from vidan.site.keeping.backup import NoRecoveryKey, back_up
from vidan.site.keeping.database import NoCopy
from vidan.site.keeping.key import current_name
from vidan.site.keeping.restore import check_backup
from vidan.site.keeping.terminal import Progress, ask_recovery_key, megabytes


class Command(BaseCommand):
    help = "Writes a backup sealed to the recovery key, while the site runs; with --verify looks whether one is whole."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--verify", action="store_true", help="Write nothing; look whether the file is undamaged.")
        parser.add_argument(
            "--open", action="store_true", help="With --verify: ask for the recovery key and check every part."
        )

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            if options["verify"]:
                self._verify(file, every_part=options["open"])
            else:
                self._make(file)
        except NotOpened as why:
            raise CommandError(f"{file} is not sound: {why}.") from why
        except FileExistsError as why:
            raise CommandError(f"{file} is there already; a backup never overwrites another.") from why
        except NoCopy as why:
            raise CommandError(f"No backup was made: {why}.") from why
        except OSError as why:
            raise CommandError(f"{file}: {why.strerror}.") from why

    def _make(self, file: Path) -> None:
        try:
            made = back_up(file, tell=Progress(self.stdout, "backup"))
        except NoRecoveryKey as why:
            raise CommandError("There is no recovery key yet. Make one first: vidan recovery-key") from why
        self.stdout.write(
            f"{file}: {megabytes(made.size)}, {made.files} stored files, sealed to the recovery key {current_name()}.\n"
            f"SHA-256 {made.digest}. Take it off this machine."
        )

    def _verify(self, file: Path, *, every_part: bool) -> None:
        name = whole(file)
        if not every_part:
            known = (
                " (the one of this installation)" if name == current_name() else " (NOT the one of this installation)"
            )
            self.stdout.write(f"{file} is undamaged and lies under the recovery key {name}{known}.")
            return
        size = file.stat().st_size
        contents = check_backup(file, ask_recovery_key(), tell=Progress(self.stdout, "verify", size))
        told = "of {front} on {engine}, made {made_at}".format_map(contents.about)
        self.stdout.write(f"{file} is sound: {contents.parts} parts, {megabytes(size)}, {told}.")
