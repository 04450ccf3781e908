"""A report ready to be drawn: as it was approved, or with the numbers of now."""

from dataclasses import replace
from datetime import date

from vidan.domain.reporting.periods import Kind, Period
from vidan.foundation.calendar import clock
from vidan.foundation.figures.figure import all_figures
from vidan.foundation.units.models import Level, Unit
from vidan.reports.content import Brief, make
from vidan.reports.covered import covered_by
from vidan.reports.drafted import Known
from vidan.reports.files import Issue
from vidan.reports.models import Report
from vidan.reports.numbers import Tell, count_by_batches
from vidan.reports.outline import outline_from
from vidan.reports.outlines import written_for


def issue_of(known: Known) -> Issue:
    """A report as its page shows it."""
    report = known.report
    number, day = (report.paper.label, report.paper.issued_on) if report.paper else ("", None)
    return Issue(report.front, report.receiver, known.content, number, day, report.digest)


def year_of(front: Unit, year: int, tell: Tell = lambda _done, _total: None) -> Issue:
    """A Front's report of a year: the newest approved edition, else what its template says with the numbers of today.

    `tell` hears how many of the Fronts that the City's report covers are counted.
    """
    beside = ("front__parent", "front__area", "receiver", "paper")
    rows = Report.objects.filter(front=front, kind=Kind.YEAR.value, year=year, frozen__isnull=False)
    report = rows.select_related(*beside).order_by("-edition").first()
    if report is not None and report.paper is not None and report.frozen is not None:
        return Issue(front, report.receiver, report.frozen, report.paper.label, report.paper.issued_on, report.digest)
    period = Period(Kind.YEAR, year)
    cut_off = min(period.until, clock.today())
    told = brief(front, period, cut_off)
    if told.below:
        covered = covered_by(front.pk, cut_off, below=True)
        told = replace(told, numbers=count_by_batches(all_figures(), covered, period, cut_off, tell))
        tell(len(covered.fronts), len(covered.fronts))
    return Issue(front, front.parent, make(told).content)


def brief(front: Unit, period: Period, cut_off: date) -> Brief:
    """What a report is made of that nobody has begun yet; the City's covers all Fronts below it."""
    outline = outline_from(written_for(front, period.kind))
    return Brief(front, period, cut_off, covers_below(front), outline, {})


def covers_below(front: Unit) -> bool:
    """Whether a Front reports the work of those below as its own: only the City's, whose own cases are few."""
    return front.level == Level.CITY
