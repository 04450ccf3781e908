"""Drafts with opinions on which a second version came in, for tests."""

from typing import Any

from django.db import transaction
from tests.cases.made import actor
from tests.consultations.made import OFFICER, drafted, fresh

from vidan.consultations.kinds import OpinionSource, OpinionState
from vidan.consultations.models import Draft, DraftVersion, Opinion
from vidan.consultations.services.new_version import fix_new_version
from vidan.consultations.services.reanchor import reanchor, recount
from vidan.consultations.services.set_text import bring_text
from vidan.foundation.calendar import clock
from vidan.foundation.vault.services import seal_text

SECOND = (
    "Chương I. Quy định chung",
    "Điều 1. Phạm vi",
    "Quy định này nói về việc trả kết quả thủ tục hành chính tại nhà.",
    "Điều 2. Lệ phí",
    "Người nhận kết quả tại nhà không phải trả thêm khoản nào.",
    "Điều 3. Người được phục vụ",
    "1. Người từ đủ 75 tuổi sống một mình hoặc sống cùng trẻ em.",
    "2. Người khuyết tật nặng, gồm:",
    "a) người không nhìn thấy.",
    "Chương II. Cách làm",
    "Điều 4. Thời gian",
    "Kết quả được trả tại nhà trong 5 ngày làm việc kể từ ngày đăng ký.",
)
"""The second version of made.TEXT: an article came in before the second, a clause was reworded, a point was taken out."""

KEPT, REWORDED, GONE, MOVED = "k1", "k3", "k5", "k8"
"""Of the first version: article 1, clause 1 and point a of article 2, and article 3, which is article 4 now."""


def opinion(draft: Draft, key: str = "", text: str = "Nên làm rõ hơn.", **told: Any) -> Opinion:
    """A shown opinion on the newest text of a draft, at a piece or on the whole."""
    code = f"YK-{Opinion.objects.count() + 1:04}"
    usual: dict[str, Any] = {
        "draft": draft,
        "version": draft.current,
        "source": OpinionSource.PUBLIC,
        "original": seal_text(kind="opinion", text=text, subject=code),
        "text": text,
        "state": OpinionState.SHOWN,
        "key": key,
        "here": key,
        "given_on": clock.today(),
        "given_at": clock.now(),
    }
    return Opinion.objects.create(code=code, **usual | told)


def talked_about(**told: Any) -> Draft:
    """A draft with an opinion on the whole and one at each of four pieces, one of them on a passage."""
    draft = drafted(**told)
    opinion(draft, text="Quy định này rất cần.")
    opinion(draft, KEPT)
    opinion(draft, REWORDED, "Nên hạ xuống 65 tuổi.", quote="đủ 70 tuổi", before="Người từ ", after=" sống một mình.")
    opinion(draft, GONE, "Nên thêm người mới mổ.")
    opinion(draft, MOVED, "Năm ngày là lâu.", quote="trong 5 ngày", before="trả tại nhà ", after=" làm việc")
    assert draft.current is not None
    with transaction.atomic():
        recount(draft.current)
    return draft


def brought_again(draft: Draft | None = None, lines: tuple[str, ...] = SECOND) -> Draft:
    """A draft whose second version is in hand."""
    draft = draft or talked_about()
    bring_text(code=draft.code, paragraphs=lines, actor=actor(OFFICER))
    return fresh(draft)


def renewed(draft: Draft | None = None, lines: tuple[str, ...] = SECOND) -> Draft:
    """A draft whose second version is fixed; the opinions have no place in it yet."""
    draft = brought_again(draft, lines)
    fix_new_version(code=draft.code, actor=actor(OFFICER))
    return fresh(draft)


def placed(draft: Draft | None = None, lines: tuple[str, ...] = SECOND) -> Draft:
    """A draft whose opinions have their places in its second version; two of them are not sure."""
    draft = renewed(draft, lines)
    reanchor(newest(draft).pk)
    return fresh(draft)


def newest(draft: Draft) -> DraftVersion:
    """The newest fixed text."""
    assert draft.current is not None
    return draft.current
