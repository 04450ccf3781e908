"""What everybody may find of reports: each that was sent, in its newest edition."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import override

from vidan.foundation.search.published import Entry, hide
from vidan.reports.kinds import period_words
from vidan.reports.models import Report

KIND = "report"


@override("vi")  # one index for everybody, in one language
def entry_of(report: Report) -> Entry:
    """How the search tells of a report."""
    return Entry(
        subject=f"report-{report.pk}",
        kind=KIND,
        title=_("Báo cáo %(period)s của %(front)s")
        % {"period": period_words(report.period), "front": report.front.name},
        on=report.sent_on or report.cut_off,
        route="reports:published",
        key=report.code,
        words=(report.front.short_name,),
    )


def take_back(report: Report) -> None:
    """A later edition stands in its place."""
    hide(f"report-{report.pk}")


def entries() -> Iterator[Entry]:
    """Every report that everybody may read."""
    return map(entry_of, Report.objects.sent().select_related("front").defer("frozen", "outline"))
