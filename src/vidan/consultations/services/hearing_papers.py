"""Giấy mời, công văn, biên bản of a hearing: the officer has one drafted, the head reads it and gives it its number."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from vidan.consultations.hearing_letters import invitation_of, minutes_of, reminder_of
from vidan.consultations.hearing_selectors import hearing_of, overdue, waiting_papers
from vidan.consultations.hearing_steps import lines_of
from vidan.consultations.kinds import HearingKind
from vidan.consultations.models import Hearing, Invited
from vidan.consultations.services.hearing_step import OneHearing, hearing_step
from vidan.consultations.services.step import NotNow
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.papers.models import Paper, PaperState
from vidan.foundation.papers.services import discard_draft, draft_paper, issue_paper, mark_sent
from vidan.foundation.papers.structure import Structure

INVITATION, ASKING, REMINDER, MINUTES = (
    "criticism_invitation",
    "criticism_asking",
    "criticism_reminder",
    "criticism_minutes",
)

NO_DAY = _("Chưa ghi ngày, giờ và địa điểm.")
NO_LAST_DAY = _("Chưa ghi ngày mong nhận ý kiến.")
NOBODY = _("Chưa có nơi nào trong danh sách mời.")
INVITED = _("Văn bản mời đã có số nên không soạn lại được.")
NOBODY_LATE = _("Không có nơi nào quá ngày mà chưa gửi ý kiến và chưa được nhắc.")
NOBODY_CAME = _("Chưa ghi ai dự.")
NO_NOTES = _("Chưa có bước nào được ghi là đã xong.")
MINUTED = _("Biên bản đã có số.")
NOT_WAITING = _("Không còn văn bản này chờ duyệt; có thể người khác vừa duyệt hoặc soạn lại.")


def write_invitation(*, code: str, pk: int, actor: Actor, version: int | None = None) -> Paper:
    """Draft the letter that invites, or asks in writing, in place of one that waits; raises NotNow, and as hearing_step()."""
    with hearing_step(code=code, pk=pk, did="write_invitation", actor=actor, version=version) as taken:
        hearing = taken.hearing
        writes = hearing.kind == HearingKind.WRITTEN
        if writes and hearing.asked_by is None:
            raise NotNow(NO_LAST_DAY)
        if not writes and not (hearing.held_on and hearing.at and hearing.place):
            raise NotNow(NO_DAY)
        _refuse_issued(hearing.invitation, INVITED)
        invited = list(hearing.invited.all())
        if not invited:
            raise NotNow(NOBODY)
        discard_drafts(hearing, "invitation", actor=actor)
        paper = _drafted(taken, ASKING if writes else INVITATION, invitation_of(hearing, invited))
        hearing.invitation = paper
    return paper


def write_minutes(*, code: str, pk: int, minutes_text: str, actor: Actor, version: int | None = None) -> Paper:
    """Draft the minutes from who came and what was noted of each step; raises NotNow, and what hearing_step() raises."""
    with hearing_step(code=code, pk=pk, did="write_minutes", actor=actor, version=version) as taken:
        hearing = taken.hearing
        _refuse_issued(hearing.minutes, MINUTED)
        invited = list(hearing.invited.all())
        if not any(one.came for one in invited):
            raise NotNow(NOBODY_CAME)
        if not any(line.done for line in lines_of(hearing)):
            raise NotNow(NO_NOTES)
        discard_drafts(hearing, "minutes", actor=actor)
        hearing.minutes_text = minutes_text.strip()
        paper = _drafted(taken, MINUTES, minutes_of(hearing, invited))
        hearing.minutes = paper
    return paper


def write_reminder(*, code: str, pk: int, actor: Actor, version: int | None = None) -> Paper:
    """Draft a letter to all who are overdue and were not urged yet; raises NotNow, and what hearing_step() raises."""
    with hearing_step(code=code, pk=pk, did="write_reminder", actor=actor, version=version) as taken:
        hearing = taken.hearing
        discard_reminders(hearing.invited.all(), actor=actor)
        late = [one for one in overdue(hearing) if one.urged_on is None]
        if not late:
            raise NotNow(NOBODY_LATE)
        paper = _drafted(taken, REMINDER, reminder_of(hearing, late, clock.today()))
        Invited.objects.filter(pk__in=[one.pk for one in late]).update(urging=paper)
        taken.taking.told |= {"late": len(late)}
    return paper


def issue_hearing_paper(*, code: str, pk: int, paper: int, actor: Actor, version: int | None = None) -> Paper:
    """The head gives a paper its number and it goes out; who is named in it is invited, asked or urged from today.

    Raises NotNow when it does not wait any more, and what hearing_step() raises.
    """
    with hearing_step(
        code=code, pk=pk, did="issue", actor=actor, permission="consultations.approve", version=version
    ) as taken:
        hearing, today = taken.hearing, clock.today()
        found = next((one for one in waiting_papers(hearing_of(hearing.draft, pk)) if one.pk == paper), None)
        if found is None:
            raise NotNow(NOT_WAITING)
        if found.kind == MINUTES:
            issue_paper(paper=found, actor=actor.code)
        else:
            mark_sent(paper=issue_paper(paper=found, actor=actor.code), how="post", actor=actor.code)
        if found.kind in (INVITATION, ASKING):
            hearing.invited.filter(invited_on=None).update(invited_on=today)
        hearing.invited.filter(urging=found).update(urged_on=today)
        taken.taking.told |= {"paper": found.pk, "number": found.label}
    return found


def discard_drafts(hearing: Hearing, *names: str, actor: Actor) -> None:
    """Drop these papers of a hearing where they have no number yet."""
    for name in names:
        paper: Paper | None = getattr(hearing, name)
        if paper is not None and paper.state == PaperState.DRAFT:
            setattr(hearing, name, None)
            hearing.save()  # the row lets go of the paper first
            discard_draft(paper=paper, actor=actor.code)


def discard_reminders(rows: QuerySet[Invited], *, actor: Actor) -> None:
    """Drop the letters that urge any of these and have no number yet."""
    for waiting in Paper.objects.filter(pk__in=rows.values("urging"), state=PaperState.DRAFT):
        discard_draft(paper=waiting, actor=actor.code)


def _refuse_issued(paper: Paper | None, sentence: object) -> None:
    if paper is not None and paper.state != PaperState.DRAFT:
        raise NotNow(str(sentence))


def _drafted(taken: OneHearing, kind: str, structure: Structure) -> Paper:
    draft = taken.taking.draft
    paper = draft_paper(
        unit=draft.front, kind=kind, subject=draft.code, structure=structure, actor=taken.taking.actor.code
    )
    taken.taking.told |= {"paper": paper.pk}
    return paper
