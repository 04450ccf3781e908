"""`vidan report 2018 --out FOLDER`: the files of a Front's report of a year, as its page gives them; `--each` also of every
Front directly below, one after another, telling how far it is."""

from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from vidan.foundation.calendar import clock
from vidan.foundation.jobs.progress import report
from vidan.foundation.units.models import Unit, UnitKind
from vidan.foundation.units.selectors import fronts_below, unit_by_slug
from vidan.reports.files import FORMS, made_as
from vidan.reports.made import year_of


class Command(BaseCommand):
    help = "Writes DOCX, PDF, summary, XLSX and JSON of a year's report: the newest approved edition, or the numbers of today."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("year", type=int)
        parser.add_argument(
            "--out", required=True, type=Path, help="Folder for the files; it is made when it is not there."
        )
        parser.add_argument(
            "--unit", default="", help="Short name of another Front in addresses, such as mttq-a-an-phu."
        )

        parser.add_argument("--each", action="store_true", help="Also the reports of the Fronts directly below.")

    def handle(self, *args: Any, year: int, out: Path, unit: str, each: bool, **options: Any) -> None:
        front = _front(unit or settings.FRONT)
        if not 2000 <= year <= clock.today().year:
            raise CommandError(f"There are no numbers of {year}.")
        last = min(date(year, 12, 31), clock.today())
        fronts = [front, *fronts_below(front.pk, last)] if each else [front]
        for done, one in enumerate(fronts, start=1):
            self._write(one, year, out)
            if each:
                report(f"report {year} {front.slug}", done=done, total=len(fronts))
                self.stdout.write(f"{done}/{len(fronts)}")

    def _tell(self, done: int, total: int) -> None:
        """How many of the Fronts are counted that a city's report covers."""
        self.stdout.write(f"counted {done}/{total}")

    def _write(self, front: Unit, year: int, out: Path) -> None:
        """One Front's files; nothing of it is kept for the next."""
        issue = year_of(front, year, self._tell)
        try:
            out.mkdir(parents=True, exist_ok=True)
            for name, form in FORMS.items():
                place = out / f"{front.slug}-{year}-{form.name}"
                place.write_bytes(made_as(name, issue))
                self.stdout.write(str(place))
        except OSError as why:
            raise CommandError(f"{out} cannot be written: {why}") from why
        said = (
            f"No. {issue.number}, digest {issue.digest}" if issue.digest else "no approved report: the numbers of today"
        )
        self.stdout.write(said)


def _front(slug: str) -> Unit:
    found = unit_by_slug(slug)
    if found is None or found.kind != UnitKind.FRONT_COMMITTEE:
        raise CommandError(f"There is no Front {slug}.")
    return found
