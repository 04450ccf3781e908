"""`vidan import-articles FOLDER --by EMAIL`: pages of the old portal become articles in draft; again without doubles."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation

from vidan.foundation.accounts.actors import actor_of
from vidan.foundation.accounts.models import User
from vidan.foundation.jobs.progress import report
from vidan.foundation.units.selectors import unit_by_slug
from vidan.outreach.models import Article
from vidan.outreach.old_pages.sources import pages_of_folder
from vidan.outreach.old_pages.verdicts import Brought, Verdict
from vidan.outreach.services.bring_pages import bring

TELL_EVERY = 100


class Command(BaseCommand):
    help = (
        "Brings the pages of an old portal over as articles in draft, each with its moment, openings and old address."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "folder", type=Path, help="Folder of pages, HTML or plain text; folders within are read too."
        )
        parser.add_argument(
            "--by", required=True, metavar="EMAIL", help="The editor in whose name the articles are begun."
        )
        parser.add_argument("--unit", default="", help="Short name of the Front in addresses; left out, one's own.")
        parser.add_argument(
            "--dry-run", action="store_true", help="Tell what would become of each page; write nothing."
        )
        parser.add_argument("--json", action="store_true", help="A line of JSON a page.")
        parser.add_argument("--lang", default="vi", choices=("vi", "en"))

    def handle(self, *args: Any, folder: Path, by: str, unit: str, dry_run: bool, **options: Any) -> None:
        front = unit_by_slug(unit or settings.FRONT)
        user = User.objects.filter(email=by, is_active=True).first()
        if front is None:
            raise CommandError(f"There is no unit {unit}.")
        if user is None:
            raise CommandError(f"Nobody signs in as {by}.")
        if not folder.is_dir():
            raise CommandError(f"{folder} is no folder.")
        total = sum(1 for _ in pages_of_folder(folder))
        counts: Counter[str] = Counter()
        tell = _as_json if options["json"] else _in_words
        with translation.override(options["lang"]):
            try:
                for done, one in enumerate(
                    bring(pages_of_folder(folder), front=front, actor=actor_of(user), only_try=dry_run), start=1
                ):
                    counts[one.verdict] += 1
                    self.stdout.write(tell(one))
                    if done % TELL_EVERY == 0 or done == total:
                        report(f"import-articles {front.slug}", done=done, total=total)
            except Article.DoesNotExist as no:
                raise CommandError(f"{by} does not write articles for {front.slug}.") from no
            if not options["json"]:
                self.stdout.write("; ".join(f"{verdict.label}: {counts[verdict]}" for verdict in Verdict))


def _in_words(one: Brought) -> str:
    return " · ".join(part for part in (one.name, str(one.verdict.label), one.article, one.said) if part)


def _as_json(one: Brought) -> str:
    told = {"page": one.name, "verdict": one.verdict.value, "reasons": list(one.reasons), "article": one.article}
    return json.dumps(told, ensure_ascii=False)
