"""Kết thúc hội nghị, đối thoại, việc lấy ý kiến: once its minutes have a number, or all have answered or had their time."""

from django.utils.translation import gettext_lazy as _

from vidan.consultations.hearing_selectors import tally_of
from vidan.consultations.kinds import HearingKind
from vidan.consultations.models import Hearing
from vidan.consultations.services.hearing_papers import waiting_papers
from vidan.consultations.services.hearing_step import hearing_step
from vidan.consultations.services.step import NotNow
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.papers.models import PaperState

NO_MINUTES = _("Biên bản chưa có số.")
NOBODY_ASKED = _("Công văn lấy ý kiến chưa có số.")
STILL_ASKING = _("Còn nơi chưa gửi ý kiến mà chưa hết ngày mong nhận.")
WAITING = _("Còn văn bản chờ lãnh đạo duyệt.")


def end_hearing(*, code: str, pk: int, actor: Actor, version: int | None = None) -> Hearing:
    """End one; raises NotNow with what is still open, and what hearing_step() raises."""
    with hearing_step(code=code, pk=pk, did="end", actor=actor, version=version) as taken:
        hearing = taken.hearing
        if waiting_papers(hearing):
            raise NotNow(WAITING)
        if hearing.kind == HearingKind.WRITTEN:
            count = tally_of(hearing)
            if not count.asked:
                raise NotNow(NOBODY_ASKED)
            if count.waiting:
                raise NotNow(STILL_ASKING)
        elif hearing.minutes is None or hearing.minutes.state != PaperState.ISSUED:
            raise NotNow(NO_MINUTES)
        hearing.is_over = True
    return hearing
