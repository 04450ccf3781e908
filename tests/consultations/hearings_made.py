"""Hearings for tests, carried by the services to where a test needs them."""

from datetime import date, time, timedelta
from typing import Any

from tests.cases.made import actor
from tests.consultations.made import HEAD, OFFICER, drafted, unit

from vidan.consultations.hearing_selectors import hearing_of
from vidan.consultations.kinds import HearingKind
from vidan.consultations.models import Draft, Hearing
from vidan.consultations.services.end_hearing import end_hearing
from vidan.consultations.services.hearing_papers import (
    issue_hearing_paper,
    write_invitation,
    write_minutes,
    write_reminder,
)
from vidan.consultations.services.invite import note_step, record_attendance, set_invited
from vidan.consultations.services.plan_hearing import Plan, plan_hearing
from vidan.consultations.services.record_reply import record_reply
from vidan.foundation.calendar import clock

BODIES = ("phu-nu-a-an-phu", "mttq-a-an-phu", "phong-tu-phap-a-quan-2")
EXPERTS = ("Chuyên gia thử một", "Chuyên gia thử hai")
PROGRAMME = "8 giờ 00: khai mạc.\n8 giờ 15: trình bày dự thảo.\n8 giờ 45: thảo luận."


def planned(draft: Draft | None = None, kind: HearingKind = HearingKind.CONFERENCE, **told: Any) -> Hearing:
    """A hearing of today with nobody invited yet; asking in writing wants answers in five days."""
    draft = draft or drafted()
    today = clock.today()
    usual: dict[str, Any] = {"programme": PROGRAMME}
    if kind == HearingKind.WRITTEN:
        usual |= {"asked_by": today + timedelta(days=5), "programme": ""}
    else:
        usual |= {"held_on": today, "at": time(8), "place": "Hội trường Quận 2", "chair": "Chủ tịch Mặt trận Quận 2"}
    return again(plan_hearing(code=draft.code, kind=kind, plan=Plan(**usual | told), actor=actor(OFFICER)))


def asked(hearing: Hearing) -> Hearing:
    """The hearing with three bodies and two experts on its list."""
    units = [unit(slug) for slug in BODIES]
    set_invited(code=hearing.draft.code, pk=hearing.pk, units=units, names=EXPERTS, actor=actor(OFFICER))
    return again(hearing)


def invited(hearing: Hearing) -> Hearing:
    """The hearing whose letter is out."""
    asked(hearing)
    paper = write_invitation(code=hearing.draft.code, pk=hearing.pk, actor=actor(OFFICER))
    return issued(hearing, paper.pk)


def issued(hearing: Hearing, paper: int) -> Hearing:
    """The hearing with a paper of its own numbered by the head."""
    issue_hearing_paper(code=hearing.draft.code, pk=hearing.pk, paper=paper, actor=actor(HEAD))
    return again(hearing)


def attended(hearing: Hearing) -> Hearing:
    """The meeting with two bodies and one expert present, one body away, and two steps noted."""
    invited(hearing)
    women, ward, justice, first, _second = again(hearing).invited.all()
    came = {women.pk: (True, 2), ward.pk: (False, 0), justice.pk: (True, 1), first.pk: (True, 1)}
    record_attendance(code=hearing.draft.code, pk=hearing.pk, came=came, actor=actor(OFFICER))
    for step, note in (("open", "Chủ trì nêu lý do."), ("discuss", "Nơi dự đề nghị rút ngắn thời gian trả kết quả.")):
        note_step(code=hearing.draft.code, pk=hearing.pk, step=step, note=note, done=True, actor=actor(OFFICER))
    return again(hearing)


def minuted(hearing: Hearing) -> Hearing:
    """The meeting whose minutes have their number."""
    attended(hearing)
    text = "Hai bên thống nhất gửi văn bản phản biện trong tháng."
    paper = write_minutes(code=hearing.draft.code, pk=hearing.pk, minutes_text=text, actor=actor(OFFICER))
    return issued(hearing, paper.pk)


def ended(hearing: Hearing) -> Hearing:
    """The hearing that is over."""
    end_hearing(code=hearing.draft.code, pk=hearing.pk, actor=actor(OFFICER))
    return again(hearing)


def replied(hearing: Hearing, position: int = 0, received_on: date | None = None, **told: Any) -> Hearing:
    """The round of asking in writing in which one of those who were asked has answered."""
    one = again(hearing).invited.all()[position]
    day = received_on or clock.today()
    record_reply(
        code=hearing.draft.code,
        pk=hearing.pk,
        invited=one.pk,
        number="12/HPN",
        dated=day,
        received_on=day,
        actor=actor(OFFICER),
        **told,
    )
    return again(hearing)


def urged(hearing: Hearing) -> Hearing:
    """The round in which who is overdue was urged by a numbered letter."""
    paper = write_reminder(code=hearing.draft.code, pk=hearing.pk, actor=actor(OFFICER))
    return issued(hearing, paper.pk)


def again(hearing: Hearing) -> Hearing:
    """The hearing as it stands now."""
    return hearing_of(
        Draft.objects.select_related("front__area", "front__parent", "body").get(pk=hearing.draft_id), hearing.pk
    )
