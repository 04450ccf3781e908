"""`vidan check`: whether the installation is sound; every line says what was looked at and what to do."""

import smtplib
import stat
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from vidan.consultations.services.set_text import altered as altered_drafts
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.models import CalendarYear
from vidan.foundation.jobs.models import JobState
from vidan.foundation.journal.seals import verify_seals
from vidan.reports.sound import altered_reports, check_templates
from vidan.scorecards.models import RubricVersion, Scorecard
from vidan.scorecards.services.publish_rubric import is_intact
from vidan.scorecards.snapshot import digest_of
from vidan.site.keeping.health import ROOM, free_bytes
from vidan.site.keeping.key import current_name
from vidan.site.keeping.restore import UNDER_WAY
from vidan.site.keeping.rotation import newest_key, waiting
from vidan.surveys.models import SurveyRound
from vidan.surveys.results.snapshot import is_intact as is_unaltered


class Failed(Exception):
    """A part is not sound; the message says what to do."""


class Command(BaseCommand):
    help = "Looks at database, keys, calendar, mail, disk, worker, seals and what is frozen; exits with 1 when one is not sound."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        failed = False
        for name, look in PARTS.items():
            try:
                told = look()
            except Failed as why:
                failed = True
                self.stdout.write(f"FAIL  {name}: {why}")
            except DatabaseError as why:
                failed = True
                self.stdout.write(f"FAIL  {name}: the database does not answer ({type(why).__name__})")
            else:
                self.stdout.write(f"ok    {name}: {told}")
        if failed:
            raise SystemExit(1)


def _database() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return str(connection.vendor)


def _migrations() -> str:
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        raise Failed(f"{len(waiting)} are not applied; run: vidan migrate")
    return "all applied"


def _keys() -> str:
    mode = stat.S_IMODE(settings.KEY_FILE.stat().st_mode)
    if mode & 0o077:
        raise Failed(f"{settings.KEY_FILE} can be read by others; run: chmod 600 {settings.KEY_FILE}")
    if (settings.VAR_FOLDER / UNDER_WAY).exists():
        raise Failed("a restore was cut off; run `vidan restore` again")
    told = f"server key {newest_key()}"
    left = sum(waiting().values()) if len(settings.KEYS.server) > 1 else 0
    if len(settings.KEYS.server) > 1:
        told += f", {left} lie under older ones" if left else ", nothing under older ones: vidan rotate-key --retire"
    return told + ("" if current_name() else "; there is no recovery key, so no backup: vidan recovery-key")


def _calendar() -> str:
    year = clock.today().year
    settled = set(CalendarYear.objects.values_list("year", flat=True))
    missing = [str(one) for one in (year, year + 1) if one not in settled]
    if missing:
        raise Failed(f"no days off and working Saturdays for {', '.join(missing)}; no term can be counted into them")
    return f"{min(settled)}-{max(settled)}"


def _mail() -> str:
    if not settings.EMAIL_BACKEND.endswith("smtp.EmailBackend"):
        return f"kept in {settings.EMAIL_FILE_PATH}"
    try:
        with smtplib.SMTP(settings.EMAIL_HOST, settings.EMAIL_PORT, timeout=settings.EMAIL_TIMEOUT) as server:
            server.noop()
    except (OSError, smtplib.SMTPException) as why:
        raise Failed(f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT} does not answer ({type(why).__name__})") from why
    return f"{settings.EMAIL_HOST} answers"


def _disk() -> str:
    free = free_bytes()
    if free < ROOM:
        raise Failed(f"only {free // 1024 // 1024} MB are free")
    return f"{free // 1024 // 1024} MB free"


def _worker() -> str:
    failed = JobState.objects.filter(ok=False).values_list("name", "told")
    if failed:
        raise Failed("; ".join(f"{name} failed last time ({told})" for name, told in failed))
    last = JobState.objects.order_by("-started_at").first()
    if last is None:
        return "has not run yet"
    return f"last job {int((timezone.now() - last.started_at).total_seconds())} s ago"


def _seals() -> str:
    verdict = verify_seals()
    if verdict.broken:
        raise Failed(
            f"seals {', '.join(map(str, verdict.broken[:20]))} do not fit their entries: the journal was altered"
        )
    return f"{verdict.seals} seals over {verdict.entries} entries, {verdict.unsealed} waiting"


def _scores() -> str:
    rubrics = RubricVersion.objects.filter(published_at__isnull=False)
    cards = Scorecard.objects.exclude(frozen=None)
    altered = [str(one) for one in rubrics if not is_intact(one)]
    altered += [one.code for one in cards if digest_of(one.frozen or {}) != one.digest]
    if altered:
        raise Failed(f"{', '.join(altered[:20])} do not fit their digests: they were altered")
    return f"{len(cards)} decided sheets and {len(rubrics)} published rubrics fit their digests"


def _surveys() -> str:
    rounds = SurveyRound.objects.published()
    altered = [one.code for one in rounds if not is_unaltered(one)]
    if altered:
        raise Failed(f"{', '.join(altered[:20])} do not fit their digests: they were altered")
    return f"{len(rounds)} published results fit their digests"


def _drafts() -> str:
    count, altered = altered_drafts()
    if altered:
        raise Failed(f"{', '.join(altered[:20])} do not fit their digests: they were altered")
    return f"{count} fixed texts of drafts fit their digests"


def _reports() -> str:
    wrong = check_templates()
    if wrong:
        raise Failed(f"templates of reports name what is not there: {'; '.join(wrong[:20])}")
    altered = altered_reports()
    if altered:
        raise Failed(f"{', '.join(altered[:20])} do not fit their digests: they were altered")
    return "templates name only what is there; approved reports fit their digests"


PARTS: dict[str, Callable[[], str]] = {
    "database": _database,
    "migrations": _migrations,
    "keys": _keys,
    "calendar": _calendar,
    "mail": _mail,
    "disk": _disk,
    "worker": _worker,
    "seals": _seals,
    "scores": _scores,
    "surveys": _surveys,
    "drafts": _drafts,
    "reports": _reports,
}
