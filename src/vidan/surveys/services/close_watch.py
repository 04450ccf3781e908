"""Kết thúc theo dõi: the watch ends with what came of it; it can be opened again, for results are published late."""

from django.utils.translation import gettext_lazy as _

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.papers.models import PaperState
from vidan.surveys.checklist import checklist_of
from vidan.surveys.models import OfficialSurvey
from vidan.surveys.services.watch_step import NotNow, watch_step

NOT_ALL_JUDGED = _("Còn điều chưa đối chiếu. Điều nào không có căn cứ thì ghi “Chưa rõ”.")
WAITING = _("Còn công văn chờ duyệt. Duyệt hoặc bỏ công văn đó trước.")
NOT_CLOSED = _("Việc theo dõi chưa kết thúc.")


def close_watch(*, code: str, outcome: str, actor: Actor, version: int | None = None) -> OfficialSurvey:
    """End the watch; raises NotNow while an item was not looked at or a letter waits, and what watch_step() raises."""
    with watch_step(code=code, step="close", actor=actor, version=version) as taking:
        survey = taking.survey
        judged = set(survey.findings.values_list("item", flat=True))
        if not {item.code for item in checklist_of(survey).items} <= judged:
            raise NotNow(NOT_ALL_JUDGED)
        if survey.letters.filter(paper__state=PaperState.DRAFT).exists():
            raise NotNow(WAITING)
        survey.closed_on, survey.closed_by, survey.outcome = clock.today(), actor.code, outcome.strip()
    return survey


def reopen_watch(*, code: str, actor: Actor, version: int | None = None) -> OfficialSurvey:
    """Go on watching; raises NotNow when it was not closed, and what watch_step() raises."""
    with watch_step(code=code, step="reopen", actor=actor, version=version, closed=True) as taking:
        if taking.survey.closed_on is None:
            raise NotNow(NOT_CLOSED)
        taking.survey.closed_on, taking.survey.closed_by = None, ""
    return taking.survey
