"""A denunciation that is taken back: that alone does not end it (Luật Tố cáo 2018 Đ.33 khoản 3)."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.cases.kinds import Kind
from vidan.domain.moves import Move, Need, StopClock

LAW = "Luật Tố cáo 2018 Đ.33"
DENOUNCED = frozenset({Kind.DENUNCIATION.value})
WHILE = frozenset(
    {
        "received",
        "classified",
        "prepared",
        "checked",
        "submitted",
        "transferred",
        "answered",
        "verifying",
        "verified",
        "guiding",
        "offered",
    }
)
"""While the denunciation can still be taken back; afterwards the authority has the proposal, or the person the result."""

ASKED_IN = WHILE | {"proposed", "decided", "informed"}
"""Where an asked withdrawal may still wait for the officer's word."""

ROWS = (
    Move("withdraw", WHILE, None, "cases.withdraw", LAW, needs=(Need("not_asked_to_withdraw"),), kinds=DENOUNCED),
    Move(
        "let_withdraw",
        WHILE,
        "withdrawn",
        "cases.prepare",
        LAW,
        needs=(Need("withdrawal_asked"),),
        clocks=(
            StopClock("promise"),
            StopClock("classify"),
            StopClock("transfer"),
            StopClock("asked"),
            StopClock("verify"),
            StopClock("follow"),
        ),
        kinds=DENOUNCED,
    ),
    Move(
        "go_on", ASKED_IN, None, "cases.prepare", LAW + " khoản 3", needs=(Need("withdrawal_asked"),), kinds=DENOUNCED
    ),
)

SLUGS = {"let_withdraw": "chap-nhan-rut", "go_on": "van-xem-xet"}

OF_BODIES: frozenset[str] = frozenset()

LABELS: dict[str, Promise] = {
    "let_withdraw": _("Chấp nhận rút tố cáo"),
    "go_on": _("Vẫn xem xét dù người tố cáo rút"),
}

NEEDS: dict[str, Promise] = {
    "not_asked_to_withdraw": _("ông/bà đã đề nghị rút một lần, Mặt trận đang hoặc đã xem xét"),
    "withdrawal_asked": _("người tố cáo không đề nghị rút"),
}
