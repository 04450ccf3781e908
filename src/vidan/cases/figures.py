"""The figures of cases: each number has its one home here (design.md section 4)."""

from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from vidan.cases.grounds import all_grounds, label_of
from vidan.cases.kinds import Kind, TransferRole
from vidan.cases.models.routing import Direction
from vidan.foundation.figures.figure import Figure

_ground = lazy(label_of, str)
"""A ground's label, in the language of whoever reads the figure."""

FIGURES = (
    Figure("cases.received", _("Ý kiến đã nhận"), counts="cases.received"),
    Figure("cases.commended", _("trong đó lời khen"), counts="cases.received", mark=Kind.COMMENDATION),
    Figure(
        "cases.transferred",
        _("Ý kiến đã chuyển đến nơi giải quyết"),
        counts="cases.transferred",
        mark=TransferRole.SETTLE,
    ),
    Figure("cases.answered", _("Đã có trả lời của nơi giải quyết"), counts="cases.answered", mark=TransferRole.SETTLE),
    Figure("cases.answer_due", _("Trả lời đã đến hạn"), counts="cases.answer_due", mark=TransferRole.SETTLE),
    Figure(
        "cases.answered_on_time",
        _("Trả lời đúng hạn, trên số đã đến hạn"),
        counts="cases.answered_on_time",
        mark=TransferRole.SETTLE,
        out_of="cases.answer_due",
    ),
    Figure("cases.urged", _("Lần Mặt trận đôn đốc nơi giải quyết"), counts="cases.urged", mark=TransferRole.SETTLE),
    Figure(
        "cases.informed_on_time",
        _("Báo người gửi đúng hạn, trên số đã báo"),
        counts="cases.informed_on_time",
        out_of="cases.informed",
    ),
    Figure("cases.withdrawn", _("Người gửi rút"), counts="cases.withdrawn"),
    Figure("cases.refused", _("Không xử lý, có căn cứ"), counts="cases.refused"),
    *(
        Figure(
            f"cases.refused_{ground.code}",
            format_lazy(_("– vì: {ground}"), ground=_ground(ground)),
            counts="cases.refused",
            mark=ground.code,
            quiet=True,
        )
        for ground in all_grounds()
    ),
    Figure("cases.guided", _("Đã hướng dẫn đến nơi có thẩm quyền"), counts="cases.guided"),
    Figure("cases.merged", _("Nhập vào hồ sơ cùng việc"), counts="cases.merged"),
    Figure("cases.handed_up", _("Chuyển lên Mặt trận cấp trên"), counts="cases.handed", mark=Direction.UP, quiet=True),
    Figure(
        "cases.handed_down", _("Giao xuống Mặt trận cấp dưới"), counts="cases.handed", mark=Direction.DOWN, quiet=True
    ),
    Figure(
        "cases.handed_over", _("Bàn giao cho Mặt trận kế thừa"), counts="cases.handed", mark=Direction.OVER, quiet=True
    ),
    Figure(
        "cases.petitioned",
        _("Lần Mặt trận kiến nghị cấp trên của nơi giải quyết"),
        counts="cases.petitioned",
        mark=TransferRole.SETTLE,
    ),
)
