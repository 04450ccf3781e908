"""Drafts after the answers, for tests: points with their answers, an issued text, promises that were checked."""

import json
from datetime import timedelta
from typing import Any

from tests.cases.made import actor
from tests.consultations.made import OFFICER, drafted, fresh

from vidan.consultations.kinds import Kept, OpinionSource, State, Verdict, VersionKind
from vidan.consultations.models import Disposition, Draft, DraftVersion, Opinion, Piece, Point
from vidan.consultations.services.check_point import check_point
from vidan.foundation.calendar import clock
from vidan.foundation.intake.tellers import Identity, TellerMode, seal_identity
from vidan.foundation.vault.services import seal_text

POINTS = (
    (
        "k3",
        "Người sống một mình dưới 70 tuổi mà bệnh nặng cũng cần được phục vụ.",
        Verdict.ACCEPTED,
        "Sửa Điều 2 khoản 1",
    ),
    ("k8", "5 ngày là dài đối với giấy tờ đơn giản.", Verdict.PARTLY, "Điều 3 rút còn 3 ngày"),
    ("", "Cần nêu rõ kinh phí thực hiện.", Verdict.REFUSED, ""),
    ("k5", "Nên nói rõ thế nào là không tự đi lại được.", Verdict.ACCEPTED, "Bổ sung Điều 2 khoản 2"),
)
"""Piece, words, verdict, what was promised."""


def answered(state: State = State.ANSWERED, code: str = "DT-2018-0001", **told: Any) -> Draft:
    """A draft whose four points are answered: two accepted, one partly, one refused."""
    day = clock.today() - timedelta(days=5)
    draft = drafted(state, code, sent_on=day - timedelta(days=20), answered_on=day, **told)
    for number, (key, words, verdict, clause) in enumerate(POINTS, 1):
        point = Point.objects.create(draft=draft, number=number, key=key, text=words, proposal=f"Đề nghị sửa: {words}")
        Disposition.objects.create(
            point=point,
            verdict=verdict,
            reason="" if verdict == Verdict.ACCEPTED else "Theo khả năng của quận.",
            clause=clause,
            answered_on=day,
            recorded_by="test",
            recorded_at=clock.now(),
        )
    return fresh(draft)


def issued(code: str = "DT-2018-0001", *, with_text: bool = True) -> Draft:
    """The draft issued, its text with an article reworded and a clause added."""
    draft = answered(State.ISSUED, code, issued_number="15/2018/QĐ-UBND", issued_on=clock.today())
    if with_text:
        draft.final = _final(draft)
        draft.save()
    return fresh(draft)


def checked(draft: Draft, *kept: Kept) -> Draft:
    """The draft with its promises checked in their order, all done unless said otherwise."""
    found = kept or (Kept.DONE, Kept.DONE, Kept.DONE)
    for number, one in zip((1, 2, 4), found, strict=False):
        check_point(code=draft.code, number=number, kept=one, note="Xem Điều 2.", key="k3", actor=actor(OFFICER))
    return fresh(draft)


def spoken(
    draft: Draft,
    n: int,
    mode: TellerMode = TellerMode.NAMED,
    email: str = "nguoi@vidan.example",
    *,
    by_email: bool = True,
) -> Opinion:
    """An opinion of somebody who left an address."""
    code = f"YK-2018-{n:05d}"
    identity = Identity(name="Người Góp Ý Thử", email=email, by_email=by_email)
    named = mode != TellerMode.ANONYMOUS
    sealed = seal_identity(
        kind="opinion.identity", subject=code, mode=mode, identity=identity if named else None, front=draft.front
    )
    assert draft.current is not None
    return Opinion.objects.create(
        code=code,
        draft=draft,
        version=draft.current,
        source=OpinionSource.PUBLIC,
        mode=mode,
        identity=sealed,
        original=seal_text(kind="opinion.text", text=json.dumps("Lời góp ý kín"), subject=code),
        given_on=clock.today(),
        given_at=clock.now(),
    )


def _final(draft: Draft) -> DraftVersion:
    version = DraftVersion.objects.create(
        draft=draft,
        number=2,
        kind=VersionKind.FINAL,
        received_on=clock.today(),
        fixed_at=clock.now(),
        fixed_by="test",
        digest="1" * 64,
    )
    assert draft.current is not None
    rows = list(draft.current.pieces.all())
    for piece in rows:
        piece.pk, piece.version = None, version
        piece.text = piece.text.replace("5 ngày làm việc", "3 ngày làm việc").replace("70 tuổi", "60 tuổi")
    Piece.objects.bulk_create(rows)
    return version
