"""Báo người gửi: the Front tells the person what came of it, in a letter that the receipt opens."""

from vidan.cases.kinds import TransferRole
from vidan.cases.models import CaseFile
from vidan.cases.services.merge import tell_merged
from vidan.cases.services.step import step
from vidan.cases.services.tally import tally
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.models import Clock
from vidan.foundation.receipts.models import Author
from vidan.foundation.receipts.services import write_letter


def inform(*, code: str, text: str, actor: Actor, version: int | None = None) -> CaseFile:
    """Write the letter that carries the answer to the person and end the promise's clock (CT-08)."""
    with step(code=code, move="inform", actor=actor, version=version) as taking:
        case = taking.case
        write_letter(subject=code, author=Author.FRONT, actor=actor.code, text=text)
        case.waits_for_teller = False
        promised = Clock.objects.filter(subject=code, role="promise", stopped_on__isnull=True).exists()
        if promised:  # a second letter, after a verification, keeps no other promise
            on_time = clock.today() <= case.promised_on
            tally("cases.informed", case, on=clock.today())
            if on_time:
                tally("cases.informed_on_time", case, on=clock.today())
            taking.told["on_time"] = on_time
        tell_merged(case, text=text, actor=actor)
    return case


def answers_for(case: CaseFile) -> list[str]:
    """The roles whose answer has come, the body that settles first."""
    came = set(case.transfers.filter(answered_on__isnull=False).values_list("role", flat=True))
    return [role for role in (TransferRole.SETTLE, TransferRole.MONITOR) if role in came]
