"""Đưa ra trang công khai: the head lets everybody read the watch over an official survey, or takes it back."""

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.surveys.models import OfficialSurvey
from vidan.surveys.services.watch_step import APPROVE, watch_step


def show_official(*, code: str, shown: bool, actor: Actor, version: int | None = None) -> OfficialSurvey:
    """Show or hide the public page; what is recorded later stands on it at once. Raises what watch_step() raises."""
    step = "show" if shown else "hide"
    with watch_step(code=code, step=step, actor=actor, permission=APPROVE, version=version, closed=True) as taking:
        taking.survey.shown_on = clock.today() if shown else None
        taking.survey.shown_by = actor.code if shown else ""
    return taking.survey
