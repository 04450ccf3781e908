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

FRONTS_OWN = tuple(StopClock(role) for role in ("promise", "classify", "transfer", "asked", "verify", "follow"))
"""Clocks that nobody needs any more; those of the bodies end with their transfers."""

ONCE = (Need("not_asked_to_withdraw"),)

ROWS = (
    Move("withdraw", WHILE, None, "cases.withdraw", LAW, needs=ONCE, kinds=DENOUNCED),
    Move("record_withdrawal", WHILE, None, "cases.prepare", LAW, needs=ONCE, kinds=DENOUNCED),
    Move(
        "let_withdraw",
        WHILE,
        "withdrawn",
        "cases.prepare",
        LAW,
        needs=(Need("withdrawal_asked"),),
        clocks=FRONTS_OWN,
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
