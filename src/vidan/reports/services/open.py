"""Mở báo cáo: a report is opened for a Front and a period, with the template its Front uses."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vidan.domain.reporting.citations import fill
from vidan.domain.reporting.periods import Period
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.journal.record import record
from vidan.foundation.papers.services import take_number
from vidan.foundation.units.models import Unit
from vidan.reports.drafted import Known
from vidan.reports.models import Report, SectionText
from vidan.reports.outlines import written_for
from vidan.reports.services.recount import begin_count

LONGEST = 22
"""Letters of an area in the code of a report."""


class NotOpened(Exception):
    """The report cannot be opened; `sentence` says why, `field` where in the form."""

    def __init__(self, sentence: object, field: str = "cut_off") -> None:
        super().__init__(str(sentence))
        self.sentence, self.field = sentence, field


TWICE = _("Kỳ này đã có báo cáo. Báo cáo đã gửi thì sửa bằng bản đính chính.")
WRONG_DAY = _("Ngày chốt số liệu phải ở trong kỳ báo cáo.")
NOT_YET = _("Ngày chốt số liệu chưa đến.")


def open_report(
    *, front: Unit, period: Period, cut_off: date, below: bool, actor: Actor, is_sample: bool = False
) -> Report:
    """Open the first edition; its texts are those of the template. Raises NotOpened."""
    check_cut_off(period, cut_off)
    with transaction.atomic():
        front = Unit.objects.select_for_update(of=("self",)).select_related("parent", "area").get(pk=front.pk)
        told = {"front": front, "kind": period.kind.value, "year": period.year, "part": period.part}
        if Report.objects.filter(**told).exists():
            raise NotOpened(TWICE, "period")
        report = Report.objects.create(
            **told,
            code=new_code(front, period.year),
            cut_off=cut_off,
            below=below,
            outline=written_for(front, period.kind),
            receiver=front.parent,
            opened_at=clock.now(),
            is_sample=is_sample,
        )
        write_first(report, actor)
        begin_count(report, actor)
        record(
            "report.open",
            subject=report.code,
            actor=actor.code,
            unit_id=front.pk,
            facts={"kind": report.kind, "year": report.year, "part": report.part, "cut_off": cut_off.isoformat()},
        )
    return report


def check_cut_off(period: Period, cut_off: date) -> None:
    """The numbers of a period are counted up to one of its days that has come; raises NotOpened."""
    if not period.holds(cut_off):
        raise NotOpened(WRONG_DAY)
    if cut_off > clock.today():
        raise NotOpened(NOT_YET)


def write_first(report: Report, actor: Actor) -> None:
    """Begin with the texts of the template, and remember how what they cite reads now."""
    known = Known(report, actor)
    readings = known.made_with({}).known
    SectionText.objects.bulk_create(
        SectionText(
            report=report,
            section=part.code,
            text=part.text,
            cited=dict(fill(part.text, readings).cited),
            written_by=actor.code,
            written_at=clock.now(),
        )
        for part in known.outline.sections
        if not part.heading
    )


def new_code(front: Unit, year: int) -> str:
    """The next code of the Front's reports of a year: `bc-quan-2-2018-1`."""
    area = front.area.slug
    if len(area) > LONGEST:  # papers and the journal know a file by at most forty letters
        area = f"{area[: LONGEST - 6]}-{front.pk}"
    return f"bc-{area}-{year}-{take_number(unit=front, kind='report_code', year=year)}"
