"""Đối chiếu điểm đã hứa: whether what was accepted stands in the text that was issued, judged by the Front."""

from django.utils.translation import gettext_lazy as _

from vidan.consultations.kinds import Kept, Verdict
from vidan.consultations.models import Check, Disposition
from vidan.consultations.services.step import NotNow, step
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock

NOT_PROMISED = _("Điểm này không được tiếp thu nên không có lời hứa để đối chiếu.")


def check_point(
    *, code: str, number: int, kept: Kept, note: str = "", key: str = "", actor: Actor, version: int | None = None
) -> Check:
    """Judge one accepted point, or judge it again; `key` is the piece of the issued text that was looked at.

    Raises Disposition.DoesNotExist for a point without an answer, NotNow for one that was refused, and what step() raises.
    """
    with step(code=code, move="check", actor=actor, version=version) as taking:
        answers = Disposition.objects.select_related("point__check_made")
        promise = answers.get(point__draft=taking.draft, point__number=number)
        if promise.verdict == Verdict.REFUSED:
            raise NotNow(NOT_PROMISED)
        before = Check.objects.filter(point=promise.point).first()
        judged = before or Check(point=promise.point)
        taking.told |= {"point": number, "kept": str(kept), "was": before.kept if before else ""}
        judged.kept, judged.note, judged.key = kept, note.strip(), key
        judged.checked_by, judged.checked_on = actor.code, clock.today()
        judged.save()
    return judged
