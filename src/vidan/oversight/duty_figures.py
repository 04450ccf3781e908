"""The figures of duties: plans' duties and those done, reports that were due and came in time, guidance sent and taken up."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from vidan.foundation.figures.figure import Figure

_figure = partial(Figure, link="oversight:public_plan", of_offices=True)

DUTY_FIGURES = (
    _figure(
        "oversight.duties_done",
        _("Nhiệm vụ của kế hoạch đã xong, trên số nhiệm vụ"),
        "oversight.duties_done",
        out_of="oversight.duties",
        records="oversight:programmes",
    ),
    _figure(
        "oversight.duty_reports_on_time",
        _("Báo cáo thực hiện nhiệm vụ nộp đúng hạn, trên số đã đến hạn"),
        "oversight.reports_on_time",
        out_of="oversight.reports_due",
        records="oversight:reports",
    ),
    _figure(
        "oversight.duty_reports_accepted",
        _("Báo cáo thực hiện nhiệm vụ đã nhận"),
        "oversight.reports_accepted",
        records="oversight:reports?tinh-trang=accepted",
    ),
    _figure(
        "oversight.guidance_accepted",
        _("Văn bản hướng dẫn đơn vị đã nhận thực hiện, trên số đã gửi"),
        "oversight.guidance_accepted",
        out_of="oversight.guidance_sent",
        records="oversight:guidances",
    ),
)
"""The facts are written by services/tally_duties.py and services/give_guidance.py. What was due, and of it in time, is dated by
its day; a duty that is done after its year counts on the last day of that year, one before it on the first."""
