"""Sample work after an answer: some cases are verified and handled, a few are opened again."""

import random
from collections.abc import Callable
from datetime import time, timedelta
from functools import partial
from typing import TYPE_CHECKING

from vidan.cases.handling import matter_of, open_in
from vidan.cases.kinds import Kind, PersonState, State
from vidan.cases.letters_of_verification import Found, Meeting
from vidan.cases.models import CaseFile
from vidan.cases.outcomes import Finding, NoExplanation, Verdict
from vidan.cases.services.answer import AnswerPaper
from vidan.cases.services.decide import Ruling, decide, record_decision
from vidan.cases.services.explain import explain, record_explanation
from vidan.cases.services.inform import inform
from vidan.cases.services.propose import newest_finding, propose, sign_proposal
from vidan.cases.services.reopen import reopen_own
from vidan.cases.services.verify import bodies_of, plan_verification, record_verification, sign_verification
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.days import is_working

if TYPE_CHECKING:
    from vidan.site.sample.story import Story
    from vidan.site.sample.work import Work

VERIFIED, OF_A_PERSON, LATELY, REOPENED = 0.12, 0.6, 0.5, 0.03
"""Shares of the answered feedback that is verified, in general, about a known person, and lately; and of what comes back."""

LATE = timedelta(days=60)
"""So long before the sample's today more is verified, so that every step stands on a desk."""

QUESTIONS = (
    "Người tiếp dân đã nói và làm gì; ai có mặt lúc đó; quy trình tiếp nhận tại quầy hôm đó được thực hiện thế nào.",
    "Vì sao người dân phải đi lại nhiều lần; giấy hẹn có được lập không; ai chịu trách nhiệm trả kết quả.",
)
EXPLAINED = (
    "Hôm đó quầy đông, tôi nóng vội nên nói chưa đúng mực. Tôi nhận khuyết điểm và xin lỗi.",
    "Tôi có hướng dẫn bằng lời nhưng không ghi phiếu, nên người dân hiểu chưa đủ. Tôi xin rút kinh nghiệm.",
)
FOUND = {
    Finding.FOUNDED: "Camera và sổ tiếp nhận cho thấy sự việc đúng như nội dung phản ánh.",
    Finding.PARTLY: "Có việc nói năng chưa đúng mực; việc đòi thêm giấy tờ thì không có căn cứ.",
    Finding.UNFOUNDED: "Sổ tiếp nhận và những người có mặt cho thấy quầy đã làm đúng quy trình, nói năng hòa nhã.",
    Finding.UNCLEAR: "Không còn dữ liệu camera của ngày đó, những người có mặt không nhớ rõ.",
}
WISHED = (
    ("apologise", "draw_lessons"),
    ("criticise", "apologise"),
    ("mend_ways",),
    ("reprimand", "apologise"),
)
SETTLED = "Mặt trận đã cùng các nơi liên quan xác minh. {outcome} Mặt trận cảm ơn ông/bà đã gửi ý kiến."
AGAIN = "Sau khi có trả lời, tôi đến lại thì việc vẫn như trước. Đề nghị Mặt trận hỏi lại giúp."


def begin(work: "Work", story: "Story") -> bool:
    """Whether an informed case is verified; then the next steps are planned and it is closed at their end."""
    draw = _draw(story, "verify")
    known = CaseFile.objects.filter(code=story.code, person_state=PersonState.RESOLVED).exists()
    lately = clock.now() > work.last - LATE
    if story.told.kind != Kind.FEEDBACK or draw.random() > max(VERIFIED, known * OF_A_PERSON, lately * LATELY):
        return False
    work.after(draw.randint(1, 3), partial(_plan, work, draw), story)
    return True


def come_back(work: "Work", story: "Story") -> None:
    """Let a few closed cases be opened again by their tellers."""
    draw = _draw(story, "reopen")
    again = CaseFile.objects.filter(code=story.code, reopened_by_teller=True)
    if draw.random() < REOPENED and not again.exists():
        work.after(draw.randint(3, 12), partial(_reopen, work), story, hour=19)


def _draw(story: "Story", what: str) -> random.Random:
    """A sequence of its own, so that the rest of the sample stays as it is."""
    return random.Random(f"{what} {story.code}")  # noqa: S311 - made up, not secret


def _plan(work: "Work", draw: random.Random, story: "Story") -> None:
    case = CaseFile.objects.select_related("official", "subject_unit").get(code=story.code)
    day = clock.today() + timedelta(days=draw.randint(6, 12))
    while not is_working(day):
        day += timedelta(days=1)
    meeting = Meeting(
        day=day,
        hour=time(8, 30),
        place=f"phòng họp {case.subject_unit.short_name}" if case.subject_unit else "",
        bodies=bodies_of(case),
        others="Ban Thanh tra nhân dân (mẫu)",
        questions=draw.choice(QUESTIONS),
    )
    plan_verification(code=story.code, meeting=meeting, actor=work.actor("can-bo-quan"))
    work.after(1, partial(_sign, work, draw), story, hour=15)


def _sign(work: "Work", draw: random.Random, story: "Story") -> None:
    sign_verification(code=story.code, actor=work.actor("lanh-dao"))
    case = CaseFile.objects.get(code=story.code)
    if case.person_state == PersonState.RESOLVED and draw.random() < 0.8:
        work.after(draw.randint(2, 4), partial(_explain, work, draw), story, hour=10)
    work.after(draw.randint(8, 20), partial(_minute, work, draw), story, hour=16)


def _explain(work: "Work", draw: random.Random, story: "Story") -> None:
    text = draw.choice(EXPLAINED)
    if story.unit.slug.endswith("a-an-phu"):
        explain(code=story.code, text=text, actor=work.actor("chu-tich-ubnd"))
    else:
        paper = AnswerPaper("", clock.today(), clock.today())
        record_explanation(code=story.code, text=text, paper=paper, actor=work.actor("can-bo-quan"))


def _minute(work: "Work", draw: random.Random, story: "Story") -> None:
    case = CaseFile.objects.select_related("explanation").get(code=story.code)
    known = case.person_state == PersonState.RESOLVED
    (finding,) = draw.choices(list(Finding), weights=(5, 4, 2, 1))
    reasons = {PersonState.RESOLVED.value: NoExplanation.ASKED, PersonState.UNRESOLVED.value: NoExplanation.NOT_KNOWN}
    reason = None if case.explanation else reasons.get(case.person_state)
    found = Found(
        held_on=clock.today(),
        present="Ủy viên Ban Thường trực Mặt trận, Phó Chủ tịch UBND phường, chuyên viên Phòng Nội vụ (mẫu)",
        told=FOUND[finding],
        finding=finding,
        no_explanation=reason,
        asked_until=clock.today() - timedelta(days=1) if reason and known else None,
    )
    record_verification(code=story.code, found=found, actor=work.actor("can-bo-quan"))
    follows: Callable[..., None] = _propose if finding in (Finding.FOUNDED, Finding.PARTLY) else _tell
    work.after(draw.randint(1, 3), partial(follows, work, draw), story, hour=14)


def _propose(work: "Work", draw: random.Random, story: "Story") -> None:
    case = CaseFile.objects.select_related("official").get(code=story.code)
    open_here = open_in(matter_of(case, newest_finding(case).finding))
    forms = draw.choice([forms for forms in WISHED if set(forms) <= set(open_here)])
    why = "Biên bản xác minh đã kết luận; việc này làm giảm lòng tin của người dân vào nơi phục vụ."
    propose(code=story.code, forms=forms, why=why, actor=work.actor("can-bo-quan"))
    work.after(draw.randint(1, 2), partial(_send, work, draw), story, hour=15)


def _send(work: "Work", draw: random.Random, story: "Story") -> None:
    sign_proposal(code=story.code, actor=work.actor("lanh-dao"))
    work.after(draw.randint(4, 15), partial(_decide, work, draw), story, hour=15)


def _decide(work: "Work", draw: random.Random, story: "Story") -> None:
    (verdict,) = draw.choices(list(Verdict), weights=(6, 3, 1))
    reason = "" if verdict == Verdict.ACCEPTED else "Vi phạm lần đầu, đã tự nhận và sửa; thành tích năm trước tốt."
    ruling = Ruling(verdict, ("draw_lessons",) if verdict == Verdict.PARTLY else (), reason)
    if story.unit.slug.endswith("a-an-phu"):
        decide(code=story.code, ruling=ruling, actor=work.actor("chu-tich-ubnd"))
    else:
        paper = AnswerPaper(f"{draw.randint(40, 900)}/QĐ-UBND", clock.today(), clock.today())
        record_decision(code=story.code, ruling=ruling, paper=paper, actor=work.actor("can-bo-quan"))
    work.after(draw.randint(1, 3), partial(_tell, work, draw), story, hour=10)


def _tell(work: "Work", draw: random.Random, story: "Story") -> None:
    decided = CaseFile.objects.filter(code=story.code, state=State.DECIDED).exists()
    outcome = "Nơi có thẩm quyền đã quyết định cách xử lý." if decided else "Kết quả xác minh đã được lập biên bản."
    inform(code=story.code, text=SETTLED.format(outcome=outcome), actor=work.actor("can-bo-quan"))
    work.after(draw.randint(6, 12), work.close, story, hour=16)


def _reopen(work: "Work", story: "Story") -> None:
    reopen_own(code=story.code, text=AGAIN)
    work.after(1, work.prepare, story, hour=10)
