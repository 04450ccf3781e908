"""The way of a bulletin (bản tin): put together, approved by a second person, sent; what was sent is never changed."""

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vidan.domain.moves import Move, Need, Table
from vidan.outreach.article_moves import BASIS, REVIEW, WRITE


class BulletinState(TextChoices):
    """Where a bulletin stands on its way to its readers."""

    DRAFT = "draft", pgettext_lazy("bulletin", "Đang soạn")
    APPROVED = "approved", pgettext_lazy("bulletin", "Đã duyệt, chưa phát hành")
    SENT = "sent", pgettext_lazy("bulletin", "Đã phát hành")


TONES = {BulletinState.APPROVED: "soon", BulletinState.SENT: "ok"}
"""How a state is coloured; its word always stands beside."""


def _row(name: str, source: BulletinState, target: BulletinState | None, permission: str, *needs: str) -> Move:
    place = target.value if target else None
    return Move(name, frozenset({source.value}), place, permission, BASIS, tuple(map(Need, needs)))


ROWS = (
    _row("write", BulletinState.DRAFT, None, WRITE),
    _row("approve", BulletinState.DRAFT, BulletinState.APPROVED, REVIEW, "second_person", "articles_out"),
    _row("take_back", BulletinState.APPROVED, BulletinState.DRAFT, WRITE),
    _row("send_back", BulletinState.APPROVED, BulletinState.DRAFT, REVIEW),
    _row("send", BulletinState.APPROVED, BulletinState.SENT, REVIEW, "articles_out"),
)

TABLE = Table(states=frozenset(BulletinState.values), ends=frozenset({BulletinState.SENT.value}), moves=ROWS)

LABELS: dict[str, Promise] = {
    "write": _("Sửa bản tin"),
    "approve": _("Duyệt bản tin"),
    "take_back": _("Lấy về soạn tiếp"),
    "send_back": _("Trả lại để soạn tiếp"),
    "send": _("Phát hành bản tin"),
}

NEEDS: dict[str, Promise] = {
    "second_person": _("người duyệt không phải người soạn"),
    "articles_out": _("mọi bài trong bản tin đang được đăng"),
}
