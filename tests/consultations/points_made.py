"""Drafts with opinions, points, a document and answers for tests, carried on by the services."""

from collections.abc import Sequence
from typing import Any

from tests.cases.made import actor
from tests.consultations.made import HEAD, OFFICER, drafted, fresh

from vidan.consultations.answers import Told
from vidan.consultations.kinds import OpinionSource, OpinionState, State, Verdict
from vidan.consultations.models import Draft, Opinion, Point
from vidan.consultations.services.answer import record_answers, record_paper
from vidan.consultations.services.criticise import send, submit
from vidan.consultations.services.urge import sign_urging, urge
from vidan.consultations.services.write_assessment import write_assessment
from vidan.consultations.services.write_points import Words, add_point
from vidan.foundation.calendar import clock
from vidan.foundation.vault.services import seal_text

CODE = "DT-2018-0001"
ANSWERER = "can-bo-ubnd-quan"

WORDS = (
    ("k3", "Người từ đủ 70 tuổi sống một mình khó chứng minh là mình sống một mình.", "Bỏ điều kiện sống một mình."),
    ("k8", "Năm ngày làm việc là lâu đối với giấy tờ chỉ cần chuyển đi.", "Rút xuống còn ba ngày làm việc."),
    ("", "Dự thảo chưa nói ai trả tiền đi lại.", "Ghi rõ kinh phí lấy từ đâu."),
)
"""Piece, remark and proposal of each point."""

ASSESSED = "Quy định là cần thiết và đúng thẩm quyền.\nMột số điều còn khó thực hiện."

ANSWERS = (
    Told(number=1, verdict=Verdict.ACCEPTED, clause="Điều 2 khoản 1"),
    Told(number=2, verdict=Verdict.PARTLY, reason="Giấy tờ phải ký lại thì cần năm ngày.", clause="Điều 3"),
    Told(number=3, verdict=Verdict.REFUSED, reason="Kinh phí do nghị quyết của Hội đồng nhân dân quyết định."),
)


def opinion(draft: Draft, text: str = "Nên bỏ điều kiện này.", *, key: str = "k3", **told: Any) -> Opinion:
    """An opinion of the public that everybody may read, unless said otherwise."""
    number = Opinion.objects.count() + 1
    usual: dict[str, Any] = {
        "code": f"YK-2018-{number:06d}",
        "draft": draft,
        "version": draft.current,
        "source": OpinionSource.PUBLIC,
        "original": seal_text(kind="opinion", text=text, subject=f"YK-2018-{number:06d}"),
        "key": key,
        "here": key,
        "text": text,
        "state": OpinionState.SHOWN,
        "given_on": clock.today(),
        "given_at": clock.now(),
    }
    return Opinion.objects.create(**usual | told)


def gathering(code: str = "DT-2018-0001", **told: Any) -> Draft:
    """A draft whose opinions are gathered, with six of them in no point."""
    draft = drafted(State.GATHERING, code, **told)
    for n, (key, text, _asked) in enumerate(WORDS * 2):
        opinion(draft, text, key=key, agrees=n, source=OpinionSource.EXPERT if n == 5 else OpinionSource.PUBLIC)
    return draft


def pointed(code: str = "DT-2018-0001", **told: Any) -> Draft:
    """The same with three points, each of one opinion, and what is said of the whole; three opinions wait."""
    draft = gathering(code, **told)
    write_assessment(code=code, assessment=ASSESSED, actor=actor(OFFICER))
    rows = list(draft.opinions.order_by("pk").values_list("pk", flat=True))
    for (key, text, proposal), pk in zip(WORDS, rows, strict=False):
        add_point(
            code=code,
            words=Words(text=text, proposal=proposal, key=key, topic="feasibility"),
            opinions=[pk],
            actor=actor(OFFICER),
        )
    return fresh(draft)


def submitted(code: str = "DT-2018-0001", **told: Any) -> Draft:
    """The document waits for the head."""
    pointed(code, **told)
    return submit(code=code, actor=actor(OFFICER))


def sent(code: str = "DT-2018-0001", **told: Any) -> Draft:
    """The document was sent; nothing is answered."""
    submitted(code, **told)
    return send(code=code, actor=actor(HEAD))


def on_paper(code: str = "DT-2018-0001", **told: Any) -> None:
    """The Front records a paper of the body that answers."""
    day = clock.today()
    record_paper(code=code, number="120/UBND-VP", dated=day, received_on=day, actor=actor(OFFICER), **told)


def answered(code: str = "DT-2018-0001", answers: Sequence[Told] = ANSWERS, **told: Any) -> Draft:
    """The document was sent, and the Front recorded answers out of a paper."""
    draft = sent(code, **told)
    on_paper(code)
    record_answers(code=code, answers=answers, actor=actor(OFFICER))
    return fresh(draft)


def urged(code: str = "DT-2018-0001") -> None:
    """The body is late (the clock stands after its term): a letter is drafted and signed."""
    urge(code=code, actor=actor(OFFICER))
    sign_urging(code=code, actor=actor(HEAD))


def point(draft: Draft, number: int) -> Point:
    """A point by its number."""
    found: Point = draft.points.get(number=number)
    return found


def numbers(draft: Draft) -> list[tuple[int, str]]:
    """The points as they stand: number and words."""
    return list(draft.points.order_by("number").values_list("number", "text"))
