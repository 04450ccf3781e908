"""Kết thúc: the case is done; the receipt goes on opening its page."""

from vidan.cases.models import CaseFile
from vidan.cases.services.step import step
from vidan.cases.services.tally import tally
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock


def close(*, code: str, actor: Actor, version: int | None = None) -> CaseFile:
    """Close an informed case."""
    with step(code=code, move="close", actor=actor, version=version) as taking:
        tally("cases.closed", taking.case, on=clock.today())
    return taking.case
