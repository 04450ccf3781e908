"""The way of an article: written, reviewed by a second person, put out at its time, corrected in sight, withdrawn in sight."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vidan.domain.moves import Move, Need, Table
from vidan.outreach.article_kinds import State

BASIS = "Quy ước biên tập của trang; không phải bước do luật định"

SEE, WRITE, REVIEW = "outreach.see_news", "outreach.write_news", "outreach.review_news"


def _row(name: str, sources: set[State], target: State | None, permission: str, *needs: str) -> Move:
    places = frozenset(state.value for state in sources)
    return Move(name, places, target.value if target else None, permission, BASIS, tuple(map(Need, needs)))


ROWS = (
    _row("write", {State.DRAFT}, None, WRITE),
    _row("attach", {State.DRAFT}, None, WRITE),
    _row("submit", {State.DRAFT}, State.IN_REVIEW, WRITE),
    _row("send_back", {State.IN_REVIEW, State.APPROVED}, State.DRAFT, REVIEW),
    _row("take_back", {State.IN_REVIEW, State.APPROVED}, State.DRAFT, WRITE),
    _row("approve", {State.IN_REVIEW}, State.APPROVED, REVIEW, "second_person"),
    _row("publish", {State.APPROVED, State.SCHEDULED}, State.PUBLISHED, SEE),
    _row("schedule", {State.APPROVED}, State.SCHEDULED, SEE),
    _row("unschedule", {State.SCHEDULED}, State.APPROVED, SEE),
    _row("correct", {State.PUBLISHED}, None, WRITE, "no_correction_waiting"),
    _row("approve_correction", {State.PUBLISHED}, None, REVIEW, "correction_waiting", "second_person"),
    _row("drop_correction", {State.PUBLISHED}, None, SEE, "correction_waiting"),
    _row("withdraw", {State.PUBLISHED}, State.WITHDRAWN, REVIEW),
)

TABLE = Table(states=frozenset(State.values), ends=frozenset({State.WITHDRAWN.value}), moves=ROWS)

LABELS: dict[str, Promise] = {
    "write": _("Sửa bài"),
    "attach": _("Hình ảnh, tệp, phim"),
    "submit": _("Gửi duyệt"),
    "send_back": pgettext_lazy("news", "Trả lại để sửa"),
    "take_back": _("Lấy về viết tiếp"),
    "approve": _("Duyệt bài"),
    "publish": _("Đăng ngay"),
    "schedule": _("Hẹn giờ đăng bài"),
    "unschedule": _("Bỏ hẹn giờ"),
    "correct": _("Đính chính"),
    "approve_correction": _("Duyệt đính chính"),
    "drop_correction": _("Bỏ đính chính"),
    "withdraw": _("Gỡ bài"),
}

NEEDS: dict[str, Promise] = {
    "second_person": _("người duyệt không phải người viết"),
    "correction_waiting": _("có đính chính chờ duyệt"),
    "no_correction_waiting": _("không có đính chính nào đang chờ duyệt"),
}
