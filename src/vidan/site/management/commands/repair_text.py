"""`vidan repair-text FILE [--json]`: what a scanner read wrongly in a text, what is proposed for it and how sure that is."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from vidan.domain.vietnamese.encodings import read_bytes
from vidan.domain.vietnamese.repair import repair
from vidan.foundation.texts.lexicon import lexicon

MOST_BYTES = 4_000_000


class Command(BaseCommand):
    help = "Proposes what to mend in a plain text that was scanned; the file stays as it is, nothing is written."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="Plain text in UTF-8, windows-1258, TCVN3 or VNI.")
        parser.add_argument(
            "--json", action="store_true", help="A list of start, end (characters), found, proposed, confidence."
        )

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        proposals = repair(self._text(file), lexicon())
        if options["json"]:
            self.stdout.write(json.dumps([asdict(one) for one in proposals], ensure_ascii=False, indent=2))
            return
        for one in proposals:
            self.stdout.write(
                f"{one.start}-{one.end}  {one.found} → {one.proposed}  ({one.kind}, {one.confidence:.2f})"
            )
        self.stdout.write(f"{len(proposals)} proposals.")

    def _text(self, path: Path) -> str:
        try:
            data = path.read_bytes() if path.stat().st_size <= MOST_BYTES else None
        except OSError as unread:
            raise CommandError(f"{path} cannot be read: {unread.strerror}.") from unread
        if data is None:
            raise CommandError(f"{path} is longer than {MOST_BYTES // 1_000_000} MB; cut it into parts.")
        told = read_bytes(data)
        if "\0" in told.text:
            raise CommandError(f"{path} is no plain text; a Word or PDF file is read in the browser.")
        if told.codes:
            self.stderr.write(
                f"Read as {', '.join(sorted(told.codes))}; places are those in the text put into Unicode."
            )
        return told.text if told.codes else told.as_written
