"""The figures of inspections and supervisions; facts are written by services/tally_inspections.py."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from vidan.foundation.figures.figure import Figure

COUNTED = {
    "inspections_held": _("Cuộc kiểm tra, giám sát đã làm việc"),
    "recommendations_made": _("Kiến nghị sau kiểm tra, giám sát"),
    "recommendations_answered": _("Kiến nghị đã được trả lời"),
    "recommendations_overdue": _("Kiến nghị quá hạn trả lời"),
    "recommendations_urged": _("Kiến nghị phải đôn đốc"),
    "recommendations_petitioned": _("Kiến nghị phải đưa lên cấp trên"),
    "petitions_answered": _("Kiến nghị đã được cấp trên trả lời"),
    "recommendations_carried_out": _("Kiến nghị được xác minh là đã thực hiện"),
}
"""Each is dated by its own event, so none is a share of what was made: a recommendation of one year is answered in the next."""

_figure = partial(Figure, records="oversight:inspections", public=False, of_offices=True)

INSPECTION_FIGURES = tuple(
    _figure(f"oversight.{name}", label, counts=f"oversight.{name}") for name, label in COUNTED.items()
)
