"""Texts of drafts for tests, brought in and mended by the services as an officer does."""

from typing import Any

from tests.cases.made import actor
from tests.consultations.made import BODY, FRONT, HEAD, OFFICER, unit

from vidan.consultations.kinds import DraftKind
from vidan.consultations.models import Draft
from vidan.consultations.services.register import About, register
from vidan.consultations.services.set_text import bring_text, fix_text, in_hand
from vidan.consultations.services.set_window import open_draft, set_window
from vidan.foundation.calendar import clock
from vidan.foundation.units.models import Unit

LINES = (
    "ỦY BAN NHÂN DÂN QUẬN 2",
    "Chương I",
    "QUY ĐỊNH CHUNG",
    "Điều 1. Phạm vi",
    "Quy chế này nói về việc trả kết quả thủ tục hành chính tại nhà.",
    "Điều 2. Người được phục vụ",
    "1. Người từ đủ 70 tuổi sống một mình.",
    "2. Người khuyết tật nặng, gồm:",
    "a) người không tự đi lại được;",
    "b) người không nhìn thấy.",
    "Điều 4. Thời gian",
    "Kết quả được trả trong 5 ngày làm việc.",
)
"""A text in which article 3 is missing."""

ODD = 8
"""The place of the piece whose number is odd."""


def about(**told: Any) -> About:
    """What is known of a draft that came eight days before the tests' today, twenty before its submission."""
    today = clock.today()
    usual: dict[str, Any] = {
        "title": "Quy chế trả kết quả tại nhà",
        "kind": DraftKind.REGULATION,
        "body": unit(BODY),
        "received_on": today.replace(day=5),
        "submits_on": today.replace(day=25),
    }
    return About(**(usual | told))


def registered(**told: Any) -> Draft:
    """A draft that was taken in; nothing else was done."""
    front = Unit.objects.select_related("parent__parent", "area").get(slug=FRONT)
    return register(front=front, about=about(**told), actor=actor(OFFICER))


def brought(draft: Draft | None = None, lines: tuple[str, ...] = LINES, **told: Any) -> Draft:
    """A draft whose text is in hand."""
    draft = draft or registered()
    bring_text(code=draft.code, paragraphs=lines, actor=actor(OFFICER), **told)
    return now(draft)


def fixed(draft: Draft | None = None) -> Draft:
    """A draft whose text is fixed, the one in hand if there is one."""
    draft = draft if draft is not None and in_hand(draft) is not None else brought(draft)
    fix_text(code=draft.code, actor=actor(OFFICER))
    return now(draft)


def opened(draft: Draft | None = None) -> Draft:
    """A draft that takes opinions from today for a week."""
    draft, today = fixed(draft), clock.today()
    set_window(code=draft.code, opens_on=today, closes_on=today.replace(day=20), actor=actor(OFFICER))
    open_draft(code=draft.code, actor=actor(HEAD))
    return now(draft)


def keys(draft: Draft) -> list[str]:
    """The keys of the newest text, in its order."""
    newest = draft.versions.order_by("-number")[0]
    return list(newest.pieces.values_list("key", flat=True))


def now(draft: Draft) -> Draft:
    """The draft as it stands."""
    return Draft.objects.select_related("front", "body", "current").get(pk=draft.pk)
