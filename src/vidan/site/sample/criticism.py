"""Of the sample decision about Saturdays: the conference, the points, the document, its answers, and what was issued."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, time

from django.conf import settings

from vidan.consultations.answers import Told
from vidan.consultations.kinds import HearingKind, Kept, Verdict
from vidan.consultations.models import Draft, Hearing
from vidan.consultations.services.answer import record_answers, record_paper, take_answer
from vidan.consultations.services.check_point import check_point
from vidan.consultations.services.close_draft import close_draft, write_closing
from vidan.consultations.services.criticise import send, submit
from vidan.consultations.services.end_hearing import end_hearing
from vidan.consultations.services.hearing_papers import issue_hearing_paper, write_invitation, write_minutes
from vidan.consultations.services.invite import note_step, record_attendance, set_invited
from vidan.consultations.services.plan_hearing import Plan, plan_hearing
from vidan.consultations.services.record_issue import Issued, record_issue
from vidan.consultations.services.write_assessment import write_assessment
from vidan.consultations.services.write_points import Words, add_point
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.units.models import Unit

INVITED = ("phu-nu-a-an-phu", "mttq-a-an-phu", "phong-tu-phap-a-quan-2")
PROGRAMME = "8 giờ 00: khai mạc.\n8 giờ 15: nơi soạn thảo trình bày.\n8 giờ 45: thảo luận (mẫu)."
NOTES = {
    "open": "Chủ trì nêu lý do, giới thiệu nơi dự (mẫu).",
    "discuss": "Nơi dự đề nghị ghi rõ chế độ nghỉ bù và cách báo lịch trực (mẫu).",
}
POINTS = (
    Words(
        text="Dự thảo chưa nói rõ chế độ nghỉ bù của người trực sáng thứ Bảy (mẫu).",
        proposal="Ghi rõ người trực được nghỉ bù trong tuần liền sau (mẫu).",
        topic="balance",
    ),
    Words(
        text="Người lớn tuổi khó đọc lịch trực dán tại trụ sở (mẫu).",
        proposal="Báo lịch trực qua khu phố và bằng loa (mẫu).",
        topic="feasibility",
    ),
)
ANSWERS = (
    Told(number=1, verdict=Verdict.ACCEPTED, clause="Điều 3 khoản 2"),
    Told(number=2, verdict=Verdict.PARTLY, reason="Chưa bố trí được loa ở mọi khu phố (mẫu).", clause="Điều 4"),
)
CHANGED = {
    "2. Người trực được nghỉ bù trong tuần sau.": "2. Người trực được nghỉ bù một buổi trong tuần liền sau.",
    "Lịch trực và số điện thoại được niêm yết trước ngày 25 tháng trước.": "Lịch trực và số điện thoại được niêm yết và báo "
    "đến khu phố trước ngày 25 tháng trước.",
}
ASSESSMENT = (
    "Quy định là cần thiết, đúng thẩm quyền và có lợi cho người đi làm giờ hành chính (mẫu).\n"
    "Việc bố trí người trực và cách báo lịch trực còn cần quy định rõ hơn để làm được (mẫu)."
)
CLOSING = (
    "Mặt trận nêu 2 điểm. Ủy ban nhân dân quận tiếp thu 1 điểm, một phần 1 điểm; cả hai đã có trong quyết định (mẫu)."
)

Steps = Sequence[tuple[date, Callable[[], object]]]


def conference(title: str, people: Mapping[str, Actor]) -> Steps:
    """The conference, held within the days for opinions."""
    officer, head = people["can-bo-quan"], people["lanh-dao"]
    return (
        (date(2019, 3, 5), lambda: _invite(title, officer, head)),
        (date(2019, 3, 8), lambda: _hold(title, officer, head)),
    )


def criticism(title: str, lines: Sequence[str], people: Mapping[str, Actor]) -> Steps:
    """From the points to the end."""
    officer, head = people["can-bo-quan"], people["lanh-dao"]
    final = [CHANGED.get(line, line) for line in lines]
    issued = Issued(number="03/2019/QĐ-UBND (mẫu)", on=date(2019, 4, 2), paragraphs=final)
    return (
        (date(2019, 3, 11), lambda: _gather(title, officer)),
        (date(2019, 3, 11), lambda: submit(code=_code(title), actor=officer)),
        (date(2019, 3, 12), lambda: send(code=_code(title), actor=head)),
        (date(2019, 3, 27), lambda: _answer(title, officer)),
        (date(2019, 4, 3), lambda: record_issue(code=_code(title), move="record_issue", issued=issued, actor=officer)),
        (date(2019, 4, 5), lambda: _check(title, officer)),
        (date(2019, 4, 8), lambda: close_draft(code=_code(title), move="close", actor=head)),
    )


def _invite(title: str, officer: Actor, head: Actor) -> None:
    code = _code(title)
    plan = Plan(
        held_on=date(2019, 3, 8),
        at=time(8),
        place="Hội trường Mặt trận quận (mẫu)",
        chair="Phó Chủ tịch Thường trực Mặt trận quận (mẫu)",
        programme=PROGRAMME,
    )
    hearing = plan_hearing(code=code, kind=HearingKind.CONFERENCE, plan=plan, actor=officer)
    units = [Unit.objects.get(slug=slug) for slug in INVITED]
    set_invited(code=code, pk=hearing.pk, units=units, names=(), actor=officer)
    paper = write_invitation(code=code, pk=hearing.pk, actor=officer)
    issue_hearing_paper(code=code, pk=hearing.pk, paper=paper.pk, actor=head)


def _hold(title: str, officer: Actor, head: Actor) -> None:
    code = _code(title)
    hearing = Hearing.objects.get(draft__code=code)
    came = {one.pk: (one.position != 1, 2 if one.position != 1 else 0) for one in hearing.invited.all()}
    record_attendance(code=code, pk=hearing.pk, came=came, actor=officer)
    for step, note in NOTES.items():
        note_step(code=code, pk=hearing.pk, step=step, note=note, done=True, actor=officer)
    text = "Hội nghị thống nhất hai điểm gửi Ủy ban nhân dân quận (mẫu)."
    paper = write_minutes(code=code, pk=hearing.pk, minutes_text=text, actor=officer)
    issue_hearing_paper(code=code, pk=hearing.pk, paper=paper.pk, actor=head)
    end_hearing(code=code, pk=hearing.pk, actor=officer)


def _gather(title: str, officer: Actor) -> None:
    code = _code(title)
    write_assessment(code=code, assessment=ASSESSMENT, actor=officer)
    signed = Draft.objects.get(code=code).opinions.filter(source="member").values_list("pk", flat=True)
    for words, opinions in zip(POINTS, (list(signed), []), strict=True):
        add_point(code=code, words=words, opinions=opinions, actor=officer)


def _answer(title: str, officer: Actor) -> None:
    code, dated, received = _code(title), date(2019, 3, 25), date(2019, 3, 27)
    record_paper(code=code, number="212/UBND-VP (mẫu)", dated=dated, received_on=received, actor=officer)
    record_answers(code=code, answers=ANSWERS, actor=officer)
    take_answer(code=code, actor=officer)


def _check(title: str, officer: Actor) -> None:
    code = _code(title)
    for number, kept in ((1, Kept.DONE), (2, Kept.PARTLY)):
        check_point(
            code=code, number=number, kept=kept, note="Đã so với quyết định được ban hành (mẫu).", actor=officer
        )
    write_closing(code=code, closing=CLOSING, actor=officer)


def _code(title: str) -> str:
    return Draft.objects.get(front__slug=settings.FRONT, title=title).code
