"""Kết thúc hội nghị, đối thoại, việc lấy ý kiến: once its minutes have a number, or all have answered or had their time."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.consultations.hearing_selectors import hearing_of, tally_of, waiting_papers
from vidan.consultations.kinds import HearingKind
from vidan.consultations.models import Hearing
from vidan.consultations.services.hearing_step import hearing_step
from vidan.consultations.services.step import NotNow
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.papers.models import PaperState

NO_MINUTES = _("Biên bản chưa có số.")
NOBODY_ASKED = _("Công văn lấy ý kiến chưa có số.")
STILL_ASKING = _("Còn nơi chưa gửi ý kiến mà chưa hết ngày mong nhận.")
WAITING = _("Còn văn bản chờ lãnh đạo duyệt.")


def unfinished(hearing: Hearing) -> Promise | None:
    """What must be done before a hearing can end, as a sentence; None when nothing is left. For hearing_of() ones."""
    if waiting_papers(hearing):
        return WAITING
    if hearing.kind != HearingKind.WRITTEN:
        has_minutes = hearing.minutes is not None and hearing.minutes.state == PaperState.ISSUED
        return None if has_minutes else NO_MINUTES
    count = tally_of(hearing)
    if not count.asked:
        return NOBODY_ASKED
    return STILL_ASKING if count.waiting else None


def end_hearing(*, code: str, pk: int, actor: Actor, version: int | None = None) -> Hearing:
    """End one; raises NotNow with what is still open, and what hearing_step() raises."""
    with hearing_step(code=code, pk=pk, did="end", actor=actor, version=version) as taken:
        if left := unfinished(hearing_of(taken.taking.draft, pk)):
            raise NotNow(left)
        taken.hearing.is_over = True
    return taken.hearing
