"""The way of a duty report: written and sent by its unit, sent back with a reason or accepted by the Front that asked for it."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vidan.domain.moves import Move, Need, Table
from vidan.oversight.duty_kinds import ReportState as State
from vidan.oversight.models.duty_report import REPORT
from vidan.oversight.models.programme import RUN

BASIS = "Chương trình phối hợp, Kế hoạch năm; không phải bước do luật định"


def _row(name: str, sources: set[State], target: State | None, permission: str, *needs: str) -> Move:
    places = frozenset(state.value for state in sources)
    return Move(name, places, target.value if target else None, permission, BASIS, tuple(map(Need, needs)))


ROWS = (
    _row("write", {State.DRAFT, State.RETURNED}, None, REPORT),
    _row("send", {State.DRAFT, State.RETURNED}, State.SENT, REPORT, "told"),
    _row("accept", {State.SENT}, State.ACCEPTED, RUN),
    _row("send_back", {State.SENT, State.ACCEPTED}, State.RETURNED, RUN),
    _row("cancel", {State.DRAFT, State.RETURNED}, State.CANCELLED, RUN),
)

TABLE = Table(
    states=frozenset(State.values),
    ends=frozenset({State.ACCEPTED.value, State.CANCELLED.value}),
    moves=ROWS,
)

LABELS: dict[str, Promise] = {
    "write": pgettext_lazy("report", "Viết báo cáo"),
    "send": pgettext_lazy("report", "Nộp báo cáo"),
    "accept": pgettext_lazy("report", "Nhận báo cáo"),
    "send_back": pgettext_lazy("report", "Trả về để bổ sung"),
    "cancel": pgettext_lazy("report", "Không yêu cầu báo cáo này"),
}

NEEDS: dict[str, Promise] = {"told": _("lời báo cáo hoặc tệp kèm theo")}
