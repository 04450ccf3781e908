"""Công văn kiến nghị: the officer writes it, the head approves and numbers it, the answer is recorded."""

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.papers.models import Paper, PaperState
from vidan.foundation.papers.services import discard_draft, draft_paper, issue_paper, mark_sent, register_incoming
from vidan.surveys.models import WatchLetter
from vidan.surveys.official_files import answers_of, put
from vidan.surveys.official_letter import letter_of
from vidan.surveys.services.watch_step import APPROVE, NotNow, Watching, watch_step

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

KIND = "survey_watch"

NO_DRAFT = _("Không còn công văn nào chờ duyệt; có thể người khác vừa duyệt hoặc bỏ.")
NOT_SENT = _("Công văn này chưa được gửi nên chưa thể có trả lời.")
ANSWERED = _("Công văn này đã có trả lời.")


def write_letter(*, code: str, recommendations: str, actor: Actor, version: int | None = None) -> WatchLetter:
    """Draft a letter with what was found so far, in place of a draft that waits; raises what watch_step() raises."""
    with watch_step(code=code, step="write_letter", actor=actor, version=version) as taking:
        _discard(taking, actor)
        structure = letter_of(taking.survey, recommendations.strip())
        paper = draft_paper(unit=taking.survey.front, kind=KIND, subject=code, structure=structure, actor=actor.code)
        letter = WatchLetter.objects.create(survey=taking.survey, recommendations=recommendations.strip(), paper=paper)
        taking.told["paper"] = paper.pk
    return letter


def drop_letter(*, code: str, actor: Actor, version: int | None = None) -> None:
    """Drop the draft that waits; raises NotNow when none does, and what watch_step() raises."""
    with watch_step(code=code, step="drop_letter", actor=actor, version=version) as taking:
        if not _discard(taking, actor):
            raise NotNow(NO_DRAFT)


def approve_letter(*, code: str, paper: int, actor: Actor, version: int | None = None) -> WatchLetter:
    """Approve and number the draft that the head has read, and say that it went out; raises NotNow when it is none any more."""
    with watch_step(code=code, step="approve_letter", actor=actor, permission=APPROVE, version=version) as taking:
        letter = _drafts(taking).filter(paper_id=paper).first()
        if letter is None:
            raise NotNow(NO_DRAFT)
        mark_sent(paper=issue_paper(paper=letter.paper, actor=actor.code), how="post", actor=actor.code)
        taking.told |= {"paper": letter.paper_id, "number": letter.paper.label}
    return letter


def record_answer(
    *,
    code: str,
    paper: int,
    text: str,
    number: str,
    dated: date,
    received_on: date,
    upload: "UploadedFile[bytes] | None" = None,
    actor: Actor,
    version: int | None = None,
) -> WatchLetter:
    """Enter the answer to a letter, which gets its number among the incoming papers.

    Raises NotNow for a letter that is not sent or has its answer, files.refusals.NotTaken, and what watch_step() raises.
    """
    with watch_step(code=code, step="answer", actor=actor, version=version) as taking:
        letter = taking.survey.letters.select_related("paper").filter(paper_id=paper).first()
        if letter is None or letter.paper.state != PaperState.ISSUED:
            raise NotNow(NOT_SENT)
        if letter.answer_id is not None:
            raise NotNow(ANSWERED)
        letter.answer = register_incoming(
            unit=taking.survey.front,
            sender=taking.survey.ran_by,
            number=number,
            dated=dated,
            received_on=received_on,
            subject=code,
            actor=actor.code,
            scan=put(answers_of(code), upload) if upload else None,
        )
        letter.answer_text = text.strip()
        letter.save()
        taking.told |= {"paper": letter.paper_id, "incoming": letter.answer.number}
    return letter


def _drafts(taking: Watching) -> QuerySet[WatchLetter]:
    return taking.survey.letters.select_related("paper__unit").filter(paper__state=PaperState.DRAFT)


def _discard(taking: Watching, actor: Actor) -> bool:
    waiting = _drafts(taking).first()
    if waiting is None:
        return False
    paper: Paper = waiting.paper
    waiting.delete()
    discard_draft(paper=paper, actor=actor.code)
    return True
