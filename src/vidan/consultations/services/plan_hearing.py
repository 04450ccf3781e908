"""Chuẩn bị hội nghị, đối thoại, lấy ý kiến bằng văn bản: planned, changed, or taken back while nobody has heard of it."""

from dataclasses import asdict, dataclass
from datetime import date, time

from django.utils.translation import gettext_lazy as _

from vidan.consultations.kinds import HearingKind
from vidan.consultations.models import Hearing
from vidan.consultations.services.hearing_papers import discard_drafts
from vidan.consultations.services.hearing_step import hearing_step
from vidan.consultations.services.step import NotNow, step
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.papers.models import PaperState

KNOWN_OF = _("Đã có giấy mời, có người dự hoặc có ý kiến nên không bỏ được; ông/bà ghi cho đủ rồi kết thúc.")


@dataclass(frozen=True)
class Plan:
    """What is planned. A meeting has day, hour, place, chair and programme; asking in writing has the last day for answers."""

    held_on: date | None = None
    at: time | None = None
    place: str = ""
    chair: str = ""
    programme: str = ""
    asked_by: date | None = None


def plan_hearing(*, code: str, kind: HearingKind, plan: Plan, actor: Actor) -> Hearing:
    """Begin one; raises what step() raises."""
    with step(code=code, move="hear", actor=actor) as taking:
        hearing = Hearing.objects.create(draft=taking.draft, kind=kind, made_on=clock.today(), **asdict(plan))
        taking.told |= {"hearing": hearing.pk, "did": "plan", "kind": str(kind)}
    return hearing


def change_hearing(*, code: str, pk: int, plan: Plan, actor: Actor, version: int | None = None) -> None:
    """Change what is planned; a letter that waits for the head is dropped, as it says something else."""
    with hearing_step(code=code, pk=pk, did="change", actor=actor, version=version) as taken:
        hearing = taken.hearing
        if hearing.invitation is not None and hearing.invitation.state == PaperState.DRAFT:
            discard_drafts(hearing, "invitation", actor=actor)
        for name, value in asdict(plan).items():
            setattr(hearing, name, value)


def drop_hearing(*, code: str, pk: int, actor: Actor, version: int | None = None) -> None:
    """Take one back that nobody outside has heard of; raises NotNow for others, and what hearing_step() raises."""
    with hearing_step(code=code, pk=pk, did="drop", actor=actor, version=version) as taken:
        hearing = taken.hearing
        issued = any(
            paper is not None and paper.state != PaperState.DRAFT for paper in (hearing.invitation, hearing.minutes)
        )
        touched = hearing.invited.exclude(came=None, answered_on=None, invited_on=None).exists()
        if issued or touched or hearing.opinions.exists():
            raise NotNow(KNOWN_OF)
        discard_drafts(hearing, "invitation", "minutes", actor=actor)
        hearing.delete()
