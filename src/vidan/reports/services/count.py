"""Đếm số liệu: the numbers of a report that covers the Fronts below are counted, some Fronts at a time, and kept with it."""

from datetime import date

from django.db import transaction

from vidan.domain.reporting.citations import fill
from vidan.foundation.accounts.actors import SYSTEM
from vidan.foundation.calendar import clock
from vidan.foundation.figures.figure import all_figures
from vidan.foundation.jobs.progress import report as tell
from vidan.foundation.journal.record import Fact, record
from vidan.reports.covered import covered_by
from vidan.reports.drafted import Known, work_name
from vidan.reports.kinds import WRITABLE
from vidan.reports.models import CountedNumbers, Report, SectionText
from vidan.reports.numbers import count_by_batches


def count_numbers(*, code: str, cut_off: date, actor: str) -> None:
    """Count all figures up to the end of a day and keep what they come to, whatever a text will cite of it.

    Nothing is kept when the report goes by another day meanwhile, or was submitted: its numbers stand still from then on.
    """
    report = Report.objects.select_related("front__area", "corrects").get(code=code)
    covered, name = covered_by(report.front_id, cut_off, below=True), work_name(code, cut_off)
    whole = len(covered.fronts)
    numbers = count_by_batches(
        all_figures(), covered, report.period, cut_off, lambda done, total: tell(name, done=done, total=total)
    )
    with transaction.atomic():
        # The lock comes first, as in every step.
        if Report.objects.filter(pk=report.pk, cut_off=cut_off, state__in=WRITABLE).update(cut_off=cut_off):
            kept = {"cut_off": cut_off, "numbers": numbers.plain(), "counted_at": clock.now()}
            CountedNumbers.objects.update_or_create(report=report, defaults=kept)
            _remember_readings(report)
            facts: dict[str, Fact] = {"cut_off": cut_off.isoformat(), "fronts": whole}
            record("report.count", subject=code, actor=actor, unit_id=report.front_id, facts=facts)
    tell(name, done=whole, total=whole)


def _remember_readings(report: Report) -> None:
    """A text that was written before there were numbers cites them as they read now; what is remembered already stays."""
    known = Known(report, SYSTEM)
    changed = []
    for one in known.texts.values():
        cited = dict(fill(one.text, known.made.known).cited) | one.cited
        if cited != one.cited:
            one.cited = cited
            changed.append(one)
    SectionText.objects.bulk_update(changed, ["cited"])
