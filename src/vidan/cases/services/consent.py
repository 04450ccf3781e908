"""Bằng chứng đồng ý: what a person who gave a name agreed to, on which notice, when and to whom."""

from vidan.cases.models import CaseFile, Consent
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.intake.notice import notice_on
from vidan.foundation.intake.tellers import TellerMode


def note_consent(case: CaseFile, actor: Actor) -> None:
    """Write the proof down in the transaction of the receipt; an anonymous word needs none."""
    if case.teller_mode != TellerMode.ANONYMOUS:
        Consent.objects.create(
            case=case,
            notice=notice_on(clock.local(case.received_at).date()).version,
            mode=case.teller_mode,
            names_to_settler=case.names_to_settler,
            given_at=case.received_at,
            given_to=actor.code,
        )
