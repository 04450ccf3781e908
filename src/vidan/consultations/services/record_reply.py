"""Ghi ý kiến bằng văn bản: the paper in which a body answered gets its number among the incoming papers."""

from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from vidan.consultations.kinds import HearingKind
from vidan.consultations.models import Draft, Invited
from vidan.consultations.services.hearing_papers import discard_reminders
from vidan.consultations.services.hearing_step import hearing_step
from vidan.consultations.services.step import NotNow
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.services import keep_file
from vidan.foundation.papers.services import register_incoming
from vidan.foundation.units.models import Unit

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

MOST = 200
"""Scans of one draft's hearings."""

ANSWERED = _("Nơi này đã có ý kiến bằng văn bản.")
NOT_ASKED = _("Nơi này chưa được hỏi: công văn lấy ý kiến chưa có số.")


def record_reply(
    *,
    code: str,
    pk: int,
    invited: int,
    number: str,
    dated: date,
    received_on: date,
    scan: "UploadedFile[bytes] | None" = None,
    actor: Actor,
    version: int | None = None,
) -> Invited:
    """Enter the written answer of one body, be the round over or not; a reminder to it that waits is dropped.

    Raises NotNow for one that was not asked or has answered, files.refusals.NotTaken, and what hearing_step() raises.
    """
    with hearing_step(code=code, pk=pk, did="reply", actor=actor, version=version, over=True) as taken:
        one = taken.hearing.invited.get(pk=invited)
        if one.answered_on is not None:
            raise NotNow(ANSWERED)
        if one.invited_on is None:
            raise NotNow(NOT_ASKED)
        discard_reminders(taken.hearing.invited.filter(pk=one.pk), actor=actor)
        one.urging = None if one.urged_on is None else one.urging
        one.file = _kept(code, scan) if scan else None
        one.answer = register_incoming(
            unit=taken.taking.draft.front,
            sender=one.name,
            number=number,
            dated=dated,
            received_on=received_on,
            subject=code,
            actor=actor.code,
            scan=one.file,
        )
        one.answered_on = received_on
        one.save()
        taken.taking.told |= {"incoming": one.answer.number}
    return one


def mark_answered(draft: Draft, unit: Unit, actor: Actor) -> None:
    """A body that was asked in writing has answered by its signed opinion here; called in the transaction of the opinion."""
    owes = Invited.objects.filter(hearing__draft=draft, hearing__kind=HearingKind.WRITTEN, unit=unit)
    owes = owes.filter(invited_on__isnull=False, answered_on=None)
    discard_reminders(owes, actor=actor)
    owes.update(answered_on=clock.today())


def scans_of(code: str) -> str:
    """Where the scans of written answers lie."""
    return f"{code}.yk"


def _kept(code: str, upload: "UploadedFile[bytes]") -> StoredFile:
    subject = scans_of(code)
    last = StoredFile.objects.filter(subject=subject).order_by("-position").values_list("position", flat=True).first()
    return keep_file(subject=subject, upload=upload, position=(last or 0) + 1, at_most=MOST)
