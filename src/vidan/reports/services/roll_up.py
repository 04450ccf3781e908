"""Tổng hợp: the reports of all units of a period are summed up and laid out as XLSX, a batch of them in memory at a time."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from vidan.domain.reporting.periods import Period
from vidan.domain.reporting.roll_up import Number
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.files.kinds import FileKind
from vidan.foundation.files.services import drop_file, keep_bytes
from vidan.foundation.jobs.progress import report
from vidan.foundation.journal.record import record
from vidan.foundation.sheets.write import Cell, Table, as_workbook
from vidan.foundation.units.models import Unit
from vidan.reports.below import Sums, in_batches, newest_of, told_in
from vidan.reports.files import unscaled
from vidan.reports.kinds import key_of, period_words
from vidan.reports.models import RollUp


def work_name(front: Unit, period: Period) -> str:
    """Under which name the progress of summing up is told."""
    return f"roll up {front.pk} {key_of(period)}"


def roll_up(*, front: Unit, period: Period, actor: Actor) -> RollUp:
    """Sum up what was sent to the actor's Front of a period; the sum takes the place of the one before."""
    keys, name = newest_of(actor, period), work_name(front, period)
    sums = Sums()
    for batch in in_batches(keys):
        for one in batch:
            sums.add(one)
        report(name, done=sums.reports, total=2 * len(keys))
    with override("vi"):  # the table is a paper of the Front, whatever language its officer reads
        made = workbook(keys, sums, period)
    with transaction.atomic():
        told = _keep(front, period, keys, sums, made)
        facts = {"kind": period.kind.value, "year": period.year, "part": period.part, "reports": sums.reports}
        record("report.roll_up", subject="reports", actor=actor.code, unit_id=front.pk, facts=dict(facts))
    report(name, done=2 * len(keys), total=2 * len(keys))
    return told


def workbook(keys: Sequence[int], sums: Sums, period: Period) -> bytes:
    """A sheet for each section: the sum, then a line for each report."""
    sheets: dict[str, Table] = {}
    for place, section in enumerate(sums.sections, 1):
        sheets[f"{place}. {section}"[:31]] = (_headings(sums, section), _rows(keys, sums, section))
    nothing: dict[str, Table] = {_("Chưa có báo cáo"): ((_("Đơn vị"),), [])}
    return as_workbook(period_words(period), sheets or nothing, note=period_words(period), row_by_row=True)


def sums_in(told: RollUp) -> Sums:
    """The sums as they were kept."""
    return Sums(told.reports, told.sections, {name: Number(*number) for name, number in told.numbers.items()})


def _keep(front: Unit, period: Period, keys: Sequence[int], sums: Sums, made: bytes) -> RollUp:
    which: dict[str, Any] = {"front": front, "kind": period.kind.value, "year": period.year, "part": period.part}
    subject = f"roll-up-{front.pk}-{key_of(period)}"
    before = RollUp.objects.select_for_update(of=("self",)).select_related("file").filter(**which).first()
    if before is not None and before.file is not None:
        drop_file(subject=subject, name=before.file.name)
    told, _made = RollUp.objects.update_or_create(
        **which,
        defaults={
            "reports": sums.reports,
            "newest": max(keys, default=0),
            "sections": sums.sections,
            "numbers": {name: [one.count, one.total, one.scale] for name, one in sums.numbers.items()},
            "file": keep_bytes(subject=subject, kind=FileKind.XLSX, data=made, label="", position=1),
            "made_at": clock.now(),
        },
    )
    return told


def _headings(sums: Sums, section: str) -> list[str]:
    told = [_("Đơn vị")]
    for name, label in sums.columns(section):
        with_total = sums.numbers[name].total is not None
        told += [label, _("%(label)s: trên tổng số") % {"label": label}] if with_total else [label]
    return told


def _rows(keys: Sequence[int], sums: Sums, section: str) -> Iterator[list[Cell]]:
    yield [_("Tổng các báo cáo"), *_cells(sums, section, sums.numbers)]
    for batch in in_batches(keys):
        for one in batch:
            yield [one.front.short_name, *_cells(sums, section, told_in(one))]


def _cells(sums: Sums, section: str, numbers: dict[str, Number]) -> Iterator[Cell]:
    for name, _label in sums.columns(section):
        number = numbers.get(name)
        yield unscaled(number.count, number.scale) if number else None
        if sums.numbers[name].total is not None:
            yield unscaled(number.total, number.scale) if number else None
