"""Drafts under criticism for tests, made as the services leave them."""

from datetime import date, timedelta
from typing import Any

from vidan.consultations.kinds import DraftKind, Level, State
from vidan.consultations.models import Draft, DraftVersion, Piece
from vidan.foundation.calendar import clock
from vidan.foundation.units.models import Unit

FRONT, BODY = "mttq-a-quan-2", "ubnd-a-quan-2"
OFFICER, HEAD = "can-bo-quan", "lanh-dao"

TEXT: tuple[tuple[Level, str, str, str], ...] = (
    (Level.CHAPTER, "I", "Quy định chung", ""),
    (Level.ARTICLE, "1", "Phạm vi", "Quy định này nói về việc trả kết quả thủ tục hành chính tại nhà."),
    (Level.ARTICLE, "2", "Người được phục vụ", ""),
    (Level.CLAUSE, "1", "", "Người từ đủ 70 tuổi sống một mình."),
    (Level.CLAUSE, "2", "", "Người khuyết tật nặng, gồm:"),
    (Level.POINT, "a", "", "người không tự đi lại được;"),
    (Level.POINT, "b", "", "người không nhìn thấy."),
    (Level.CHAPTER, "II", "Cách làm", ""),
    (Level.ARTICLE, "3", "Thời gian", "Kết quả được trả tại nhà trong 5 ngày làm việc kể từ ngày đăng ký."),
)
"""Level, number, heading, words of each piece."""

PATHS = ("Chương I", "Điều 1", "Điều 2", "Điều 2 khoản 1", "Điều 2 khoản 2", "Điều 2 khoản 2 điểm a",
         "Điều 2 khoản 2 điểm b", "Chương II", "Điều 3")  # fmt: skip


def unit(slug: str) -> Unit:
    """A unit by its slug."""
    return Unit.objects.get(slug=slug)


def drafted(state: State = State.OPEN, code: str = "DT-2018-0001", **told: Any) -> Draft:
    """A draft of the district's People's Committee whose text is fixed; opinions are taken for thirty days around today."""
    today = clock.today()
    usual: dict[str, Any] = {
        "front": unit(FRONT),
        "body": unit(BODY),
        "kind": DraftKind.REGULATION,
        "title": "Quy định trả kết quả thủ tục hành chính tại nhà",
        "received_on": today - timedelta(days=12),
        "submits_on": today + timedelta(days=40),
        "opens_on": today - timedelta(days=10),
        "closes_on": today + timedelta(days=20),
        "recorded_by": "test",
        "recorded_at": clock.now(),
    }
    draft = Draft.objects.create(code=code, state=state, **usual | told)
    draft.current = fixed(draft)
    draft.save()
    return draft


def fixed(draft: Draft, number: int = 1, text: tuple[tuple[Level, str, str, str], ...] = TEXT) -> DraftVersion:
    """A version of a draft whose pieces have the keys k0, k1 ..."""
    version = DraftVersion.objects.create(
        draft=draft, number=number, received_on=date(2018, 3, 1), fixed_at=clock.now(), fixed_by="test", digest="0" * 64
    )
    paths = PATHS if text is TEXT else tuple(f"{level.label} {number}" for level, number, _heading, _words in text)
    rows = [
        Piece(
            version=version, key=f"k{n}", position=n, level=level, number=number, heading=heading, text=words, path=path
        )
        for n, ((level, number, heading, words), path) in enumerate(zip(text, paths, strict=True))
    ]
    Piece.objects.bulk_create(rows)
    return version


def fresh(draft: Draft) -> Draft:
    """The draft as it stands now."""
    return Draft.objects.select_related("front", "body", "current", "final", "paper").get(pk=draft.pk)
