"""The way of the Front's own petition (kiến nghị của Mặt trận) where it parts from the others: nobody waits to be told."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.cases.moves.basis import PROGRAMME
from vidan.domain.moves import Move, StopClock

OWN = "own"
"""The kind under which the table knows a petition of the Front itself, whatever kind it is filed under."""

ROWS = (
    Move(
        "conclude",
        frozenset({"answered"}),
        "closed",
        "cases.prepare",
        PROGRAMME,
        clocks=(StopClock("promise"),),
        kinds=frozenset({OWN}),
    ),
)

SLUGS = {"conclude": "ket-luan"}

OF_BODIES: frozenset[str] = frozenset()

LABELS: dict[str, Promise] = {"conclude": _("Ghi nhận kết quả, kết thúc")}

NEEDS: dict[str, Promise] = {}
