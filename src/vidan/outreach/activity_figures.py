"""The figures of dissemination: activities and people reached, in all, by kind and by topic, and what of the plan is done."""

from functools import partial

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from vidan.foundation.figures.figure import Figure
from vidan.outreach.activity_kinds import ActivityKind

_figure = partial(
    Figure, link="outreach:told_activities", records="outreach:activities?tinh-trang=done", of_offices=True
)

ACTIVITY_FIGURES = (
    _figure("outreach.activities", _("Hoạt động tuyên truyền đã tổ chức"), "outreach.activities"),
    _figure("outreach.reached", _("Lượt người được tuyên truyền"), "outreach.reached"),
    _figure(
        "outreach.held",
        _("Hoạt động tuyên truyền đã làm, trên số đã lên kế hoạch cho các quý đã qua"),
        "outreach.held",
        out_of="outreach.planned",
        records="outreach:activity_plan",
    ),
    _figure("outreach.topics", _("Hoạt động theo nội dung"), "outreach.topics", public=False),
    _figure("outreach.topics_reached", _("Lượt người theo nội dung"), "outreach.topics_reached", public=False),
    *(
        _figure(
            f"outreach.activities_{kind}",
            format_lazy(_("Hoạt động tuyên truyền: {kind}"), kind=kind.label),
            "outreach.activities",
            mark=kind.value,
            public=False,
        )
        for kind in ActivityKind
    ),
)
"""The facts are written by services/tally_activities.py; marks are kinds, or topics in the figures that say so."""
