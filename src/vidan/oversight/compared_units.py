"""Units and years side by side (so sánh đơn vị, năm): who reports in time, and what the reports come to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, F, Q, Sum
from django.utils.functional import Promise

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.units.selectors import in_place_of, short_names
from vidan.oversight.duty_kinds import ReportState
from vidan.oversight.models import DutyReport
from vidan.oversight.models.programme import RUN
from vidan.oversight.report_filters import late_on_today
from vidan.oversight.unit_numbers import figures_by_name

YEARS = 4
"""So many years stand beside each other."""


@dataclass(frozen=True)
class Cell:
    """One unit in one year: reports that were due or came, those in time, those still late."""

    due: int
    in_time: int
    late: int

    @property
    def share(self) -> int | None:
        """Per cent in time, half up."""
        return (200 * self.in_time + self.due) // (2 * self.due) if self.due else None


@dataclass(frozen=True)
class Compared:
    """The years that have something, the units by key and name in their order, and what is known of each by unit and year.

    `sums` are by figure, unit and year: what the accepted reports came to.
    """

    years: Sequence[int]
    units: Sequence[tuple[int, str]]
    cells: Mapping[tuple[int, int], Cell]
    figures: Sequence[tuple[str, str | Promise]]
    sums: Mapping[tuple[str, int, int], int]


def compared(actor: Actor) -> Compared:
    """The last years of the Fronts whose plans the actor runs, by three queries."""
    today = clock.today()
    years = list(range(today.year - YEARS + 1, today.year + 1))
    fronts = in_place_of(actor.units_with(RUN), today)
    rows = (
        DutyReport.objects.filter(front_id__in=fronts, year__in=years).exclude(state=ReportState.CANCELLED).order_by()
    )
    counts = rows.values_list("unit_id", "year").annotate(
        due=Count("pk", filter=Q(due_on__lt=today) | Q(first_sent_on__isnull=False)),
        in_time=Count("pk", filter=Q(first_sent_on__lte=F("due_on"))),
        late=Count("pk", filter=late_on_today()),
    )
    cells = {(unit, year): Cell(due, in_time, late) for unit, year, due, in_time, late in counts if due}
    names, declared = short_names(), figures_by_name()
    told = rows.filter(state=ReportState.ACCEPTED, counted__isnull=False).exclude(duty__figure="")
    sums = {
        (figure, unit, year): total
        for figure, unit, year, total in told.values_list("duty__figure", "unit_id", "year").annotate(Sum("counted"))
    }
    figures = sorted({figure for figure, _unit, _year in sums if figure in declared})
    in_order = rows.order_by("unit__level", "unit__kind", "unit__sort_key").values_list("unit_id", flat=True).distinct()
    units = list(dict.fromkeys(in_order))
    return Compared(
        years=[year for year in years if any((unit, year) in cells for unit in units)],
        units=[(unit, names.get(unit, "")) for unit in units],
        cells=cells,
        figures=[(name, declared[name].label) for name in figures],
        sums=sums,
    )
