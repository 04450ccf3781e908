"""The figures of inspections and supervisions; facts are written by services/tally_inspections.py."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from vidan.foundation.figures.figure import Figure

_figure = partial(Figure, records="oversight:inspections", public=False, of_offices=True)
_of_made = partial(_figure, out_of="oversight.recommendations_made")

INSPECTION_FIGURES = (
    _figure("oversight.inspections_held", _("Cuộc kiểm tra, giám sát đã làm việc"), "oversight.inspections_held"),
    _figure("oversight.recommendations_made", _("Kiến nghị sau kiểm tra, giám sát"), "oversight.recommendations_made"),
    _of_made(
        "oversight.recommendations_answered",
        _("Kiến nghị đã được trả lời, trên số kiến nghị"),
        "oversight.recommendations_answered",
    ),
    _of_made(
        "oversight.recommendations_overdue",
        _("Kiến nghị quá hạn trả lời, trên số kiến nghị"),
        "oversight.recommendations_overdue",
    ),
    _of_made(
        "oversight.recommendations_urged",
        _("Kiến nghị phải đôn đốc, trên số kiến nghị"),
        "oversight.recommendations_urged",
    ),
    _of_made(
        "oversight.recommendations_petitioned",
        _("Kiến nghị phải đưa lên cấp trên, trên số kiến nghị"),
        "oversight.recommendations_petitioned",
    ),
    _figure(
        "oversight.petitions_answered",
        _("Kiến nghị cấp trên đã được trả lời, trên số đã gửi"),
        "oversight.petitions_answered",
        out_of="oversight.recommendations_petitioned",
    ),
    _of_made(
        "oversight.recommendations_carried_out",
        _("Kiến nghị được xác minh là đã thực hiện, trên số kiến nghị"),
        "oversight.recommendations_carried_out",
    ),
)
