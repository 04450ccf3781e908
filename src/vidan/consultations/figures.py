"""The figures of social criticism: drafts received and criticised, points, and what the bodies answered."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from vidan.consultations.kinds import Verdict
from vidan.foundation.figures.figure import Figure

_figure = partial(Figure, records="consultations:drafts", of_offices=True)
_of_points = partial(_figure, out_of="consultations.points", out_of_mark="")

FIGURES = (
    _figure("consultations.received", _("Dự thảo nhận để phản biện"), "consultations.received"),
    _figure(
        "consultations.received_late",
        _("Dự thảo đến Mặt trận trễ so với luật, trên số dự thảo đã nhận"),
        "consultations.received",
        mark="late",
        out_of="consultations.received",
    ),
    _figure("consultations.criticised", _("Dự thảo đã phản biện"), "consultations.criticised"),
    _figure("consultations.points", _("Điểm phản biện đã gửi"), "consultations.points"),
    _of_points(
        "consultations.accepted",
        _("Điểm phản biện được tiếp thu, trên số điểm đã gửi"),
        "consultations.answers",
        mark=Verdict.ACCEPTED.value,
    ),
    _of_points(
        "consultations.partly",
        _("Điểm phản biện được tiếp thu một phần, trên số điểm đã gửi"),
        "consultations.answers",
        mark=Verdict.PARTLY.value,
    ),
    _of_points(
        "consultations.refused",
        _("Điểm phản biện không được tiếp thu, trên số điểm đã gửi"),
        "consultations.answers",
        mark=Verdict.REFUSED.value,
    ),
    _of_points(
        "consultations.unanswered",
        _("Điểm phản biện chưa có trả lời, trên số điểm đã gửi"),
        "consultations.unanswered",
    ),
    _figure(
        "consultations.answered_late",
        _("Dự thảo được trả lời trễ theo Chương trình phối hợp, trên số dự thảo đã phản biện"),
        "consultations.answered",
        mark="late",
        out_of="consultations.criticised",
        out_of_mark="",
    ),
)
"""Points and answers are dated by the day on which the document was sent; the facts are written by services/tally.py."""
