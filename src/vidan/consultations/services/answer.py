"""Tiếp thu, giải trình: the body answers each point signed in, or the Front records it from the body's paper (ghi nhận hộ)."""

import hashlib
import json
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from vidan.consultations.answers import NO_REASON, Told, is_late, lacks_reason
from vidan.consultations.kinds import Verdict
from vidan.consultations.models import Disposition, Draft, Point
from vidan.consultations.services.notify import notify_front
from vidan.consultations.services.step import NotNow, Step, step
from vidan.consultations.services.tally import tally_answered, tally_taken
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.services import keep_file
from vidan.foundation.journal.record import Fact, record
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.papers.models import IncomingPaper
from vidan.foundation.papers.services import register_incoming

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

MOST_SCANS = 60

NO_POINT = _("Văn bản phản biện không có điểm nào mang số này.")
NO_PAPER = _("Xin ghi văn bản trả lời (số, ngày) trước, rồi ghi trả lời từng điểm theo văn bản đó.")


def answer(*, code: str, answers: Sequence[Told], actor: Actor) -> int:
    """The body answers points itself; returns how many answers are new or other than before.

    Raises NotNow for a point that is not there or a reason that is missing, and what step() raises; nothing is half-written.
    """
    with step(code=code, move="answer", actor=actor) as taking:
        changed = _put(taking, answers, paper=None, on=clock.today())
        if changed and not taking.known.unanswered:
            notify_front(NoticeKind.DRAFT_ANSWER, taking.draft, permission="consultations.run")
    return changed


def record_answers(*, code: str, answers: Sequence[Told], actor: Actor) -> int:
    """The Front records answers out of the newest paper that came; raises NotNow without one, and as answer()."""
    with step(code=code, move="record_answer", actor=actor) as taking:
        paper = taking.draft.answer
        if paper is None:
            raise NotNow(NO_PAPER)
        return _put(taking, answers, paper=paper, on=paper.received_on)


def record_paper(
    *,
    code: str,
    number: str,
    dated: date,
    received_on: date,
    scan: "UploadedFile[bytes] | None" = None,
    actor: Actor,
    version: int | None = None,
) -> IncomingPaper:
    """Enter a paper that answers, which gets its number among the incoming ones; raises files.refusals.NotTaken, as step()."""
    with step(code=code, move="record_answer", actor=actor, version=version) as taking:
        paper = register_incoming(
            unit=taking.draft.front,
            sender=taking.draft.body.name,
            number=number,
            dated=dated,
            received_on=received_on,
            subject=code,
            actor=actor.code,
            scan=_kept(code, scan) if scan else None,
        )
        taking.draft.answer = paper
        taking.told["incoming"] = paper.number
    return paper


def take_answer(*, code: str, actor: Actor, version: int | None = None) -> Draft:
    """Every point is answered: the day of the last answer counts, not the day on which it was recorded; as step()."""
    with step(code=code, move="take_answer", actor=actor, version=version) as taking:
        draft, running = taking.draft, taking.known.clock
        last = (
            Disposition.objects.filter(point__draft=draft)
            .order_by("-answered_on")
            .values_list("answered_on", flat=True)
        )
        draft.answered_on = last[0]
        late = running is not None and is_late(running.due_on, draft.answered_on)
        tally_taken(draft, late=late)
        taking.told |= {"answered_on": draft.answered_on.isoformat(), "late": late}
    return draft


def _put(taking: Step, answers: Sequence[Told], *, paper: IncomingPaper | None, on: date) -> int:
    points = {one.number: one for one in taking.draft.points.select_related("disposition")}
    changed = 0
    for told in answers:
        if told.number not in points:
            raise NotNow(NO_POINT)
        if lacks_reason(told.verdict, told.reason):
            raise NotNow(NO_REASON)
        changed += _answered(taking, points[told.number], told, paper, on)
    taking.told["answers"] = changed
    return changed


def _answered(taking: Step, point: Point, told: Told, paper: IncomingPaper | None, on: date) -> bool:
    """Keep one answer; what stood before stays beside it. False when it says the same as before."""
    before: Disposition | None = getattr(point, "disposition", None)
    said = (told.verdict, told.reason.strip(), told.clause.strip())
    if before is not None and (before.verdict, before.reason, before.clause) == said:
        return False
    now = before or Disposition(point=point)
    if before is not None:
        now.earlier = [*before.earlier, before.told]
        _tell_correction(taking, point, before, told.verdict)
    tally_answered(taking.draft, told.verdict, was=before.verdict if before else "")
    now.verdict, now.reason, now.clause = said
    now.answered_on, now.paper, now.on_behalf = on, paper, paper is not None
    now.recorded_by, now.recorded_at = taking.actor.code, clock.now()
    now.save()
    return True


def _tell_correction(taking: Step, point: Point, before: Disposition, verdict: Verdict) -> None:
    """The journal holds no free text: what stood before is told by its verdict and its digest."""
    words = json.dumps(before.told, ensure_ascii=False, sort_keys=True)
    facts: dict[str, Fact] = {
        "point": point.number,
        "was": before.verdict,
        "to": verdict,
        "was_digest": hashlib.sha256(words.encode()).hexdigest(),
    }
    draft = taking.draft
    record("draft.correct_answer", subject=draft.code, actor=taking.actor.code, unit_id=draft.front_id, facts=facts)


def _kept(code: str, upload: "UploadedFile[bytes]") -> StoredFile:
    subject = answers_of(code)
    last = StoredFile.objects.filter(subject=subject).order_by("-position").values_list("position", flat=True).first()
    return keep_file(subject=subject, upload=upload, position=(last or 0) + 1, at_most=MOST_SCANS)


def answers_of(code: str) -> str:
    """Under which subject the scans of the papers that answered lie."""
    return f"{code}.tl"
