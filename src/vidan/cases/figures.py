"""The figures of cases: each number has its one home here (design.md section 4)."""

from django.utils.translation import gettext_lazy as _

from vidan.cases.kinds import Kind, TransferRole
from vidan.cases.outcomes import Finding, Verdict
from vidan.foundation.figures.figure import Figure

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
    Figure("cases.verified", _("Đã xác minh chung"), counts="cases.verified"),
    *(
        Figure(f"cases.verified_{finding}", label, counts="cases.verified", mark=finding, out_of="cases.verified")
        for finding, label in (
            (Finding.FOUNDED, _("trong đó nội dung phản ánh đúng")),
            (Finding.PARTLY, _("trong đó đúng một phần")),
            (Finding.UNFOUNDED, _("trong đó không đúng")),
            (Finding.UNCLEAR, _("trong đó không đủ căn cứ để kết luận")),
        )
    ),
    Figure("cases.proposed", _("Đề xuất xử lý đã gửi"), counts="cases.proposed"),
    Figure("cases.decided", _("Đề xuất đã có quyết định"), counts="cases.decided"),
    *(
        Figure(f"cases.decided_{verdict}", label, counts="cases.decided", mark=verdict, out_of="cases.decided")
        for verdict, label in (
            (Verdict.ACCEPTED, _("trong đó được chấp nhận")),
            (Verdict.PARTLY, _("trong đó được chấp nhận một phần")),
            (Verdict.REFUSED, _("trong đó không được chấp nhận")),
        )
    ),
    Figure("cases.reopened", _("Hồ sơ được mở lại"), counts="cases.reopened"),
)
