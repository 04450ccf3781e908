"""Mở lại hội nghị, đối thoại, việc lấy ý kiến đã kết thúc: by the head, with a reason."""

from django.utils.translation import gettext_lazy as _

from vidan.consultations.models import Hearing
from vidan.consultations.services.hearing_step import hearing_step
from vidan.consultations.services.step import NotNow
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.papers.models import PaperState
from vidan.foundation.papers.services import void_paper
from vidan.foundation.vault.services import digest_of_reason, seal_text

NOT_OVER = _("Việc này chưa kết thúc.")


def reopen_hearing(*, code: str, pk: int, reason: str, actor: Actor, version: int | None = None) -> Hearing:
    """Open one again that has ended; the reason is sealed and the journal keeps its digest.

    Numbered minutes are voided, for they told of its end: others are written, and the number stays in the register. Raises
    NotNow when it is not over, and what hearing_step() raises.
    """
    with hearing_step(
        code=code, pk=pk, did="reopen", actor=actor, permission="consultations.approve", version=version, over=True
    ) as taken:
        hearing = taken.hearing
        if not hearing.is_over:
            raise NotNow(NOT_OVER)
        minutes, hearing.minutes, hearing.is_over = hearing.minutes, None, False
        if minutes is not None and minutes.state == PaperState.ISSUED:
            void_paper(paper=minutes, reason="reopened", actor=actor.code)
        seal_text(kind="reason.hearing", text=reason, subject=code)
        taken.taking.reason_kind, taken.taking.reason_digest = "hearing", digest_of_reason(reason)
    return hearing
