"""Không xử lý, có căn cứ: a word is ended on a lawful ground, and its sender is told the ground and what he can do."""

from vidan.cases.grounds import all_grounds
from vidan.cases.models import CaseFile
from vidan.cases.services.step import step
from vidan.cases.services.tally import tally
from vidan.domain.petitions import lawful_ground
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.receipts.models import Author
from vidan.foundation.receipts.services import write_letter


def refuse(*, code: str, ground: str, more: str = "", actor: Actor, version: int | None = None) -> CaseFile:
    """End a case on a ground that holds for its kind today; `more` is what the officer adds to the letter.

    Raises petitions.UnlawfulGround, and what step() raises. The journal and the figures hold the ground's code alone.
    """
    with step(code=code, move="refuse", actor=actor, version=version) as taking:
        case = taking.case
        lawful = lawful_ground(all_grounds(), ground, case.kind, clock.today())
        text = "\n\n".join(part for part in (lawful.told, more.strip(), f"Căn cứ: {lawful.basis}.") if part)
        write_letter(subject=code, author=Author.FRONT, actor=actor.code, text=text)
        case.waits_for_teller = False
        tally("cases.refused", case, on=clock.today(), mark=ground)
        taking.reason_kind = ground
        taking.told["ground"] = ground
    return case
