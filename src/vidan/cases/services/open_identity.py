"""Mở danh tính: an officer of the case reads what a named teller said of himself, with a written reason, journalled."""

import json

from django.db import transaction

from vidan.cases.models import CaseFile, Transfer
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.intake.names import NotToBeOpened
from vidan.foundation.intake.tellers import Identity, TellerMode
from vidan.foundation.journal.record import record
from vidan.foundation.vault.services import digest_of_reason, open_text, seal_text


def open_identity(*, code: str, reason: str, actor: Actor) -> Identity:
    """What the teller said of himself; raises CaseFile.DoesNotExist, NotToBeOpened.

    The entry is written before anything is read, so that nothing is ever read without one.
    """
    with transaction.atomic():
        case = CaseFile.objects.visible_to(actor).select_related("identity").get(code=code)
        if not _may_open(case, actor):
            raise CaseFile.DoesNotExist
        if case.teller_mode != TellerMode.NAMED or case.identity is None or case.erased_on is not None:
            raise NotToBeOpened
        seal_text(kind="reason.identity", text=reason, subject=code)
        record(
            "case.open_identity",
            subject=code,
            actor=actor.code,
            unit_id=case.front_id,
            reason_kind="identity",
            reason_digest=digest_of_reason(reason),
        )
        return Identity(**json.loads(open_text(case.identity)))


def _may_open(case: CaseFile, actor: Actor) -> bool:
    """An officer of the Front that carries it, or the body that settles when the teller agreed to that transfer."""
    if case.front_id in actor.units_with("cases.open_identity"):
        return True
    return Transfer.objects.open_to(actor).filter(case=case, identity_shared=True).exists()
