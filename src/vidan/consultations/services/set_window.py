"""Thời gian lấy ý kiến: set, opened, ended and opened again. Whether it is open is derived from its days, never stored."""

from datetime import date

from vidan.consultations.models import Draft
from vidan.consultations.services.step import Step, step
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock


def set_window(*, code: str, opens_on: date, closes_on: date, actor: Actor, version: int | None = None) -> Draft:
    """Say from when to when opinions are taken; raises what step() raises."""
    with step(code=code, move="set_window", actor=actor, version=version) as taking:
        taking.draft.opens_on, taking.draft.closes_on = opens_on, closes_on
        _tell(taking)
    return taking.draft


def open_draft(*, code: str, actor: Actor, version: int | None = None) -> Draft:
    """Mở lấy ý kiến: everybody reads the draft from now on, and speaks from the first day of its window."""
    with step(code=code, move="open", actor=actor, version=version) as taking:
        _tell(taking)
    return taking.draft


def gather(*, code: str, actor: Actor, version: int | None = None) -> Draft:
    """Thôi lấy ý kiến, tổng hợp."""
    with step(code=code, move="gather", actor=actor, version=version) as taking:
        pass
    return taking.draft


def reopen(*, code: str, closes_on: date, actor: Actor, version: int | None = None) -> Draft:
    """Mở lại việc lấy ý kiến, from today or the old first day, whichever is earlier."""
    with step(code=code, move="reopen", actor=actor, version=version) as taking:
        draft = taking.draft
        draft.opens_on = min(draft.opens_on or clock.today(), clock.today())
        draft.closes_on = closes_on
        _tell(taking)
    return taking.draft


def _tell(taking: Step) -> None:
    first, last = taking.draft.opens_on, taking.draft.closes_on
    taking.told |= {"opens": first.isoformat() if first else None, "closes": last.isoformat() if last else None}
