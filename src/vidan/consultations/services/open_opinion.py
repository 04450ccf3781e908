"""Đọc bản gốc: who told a name is read by the officers of the Front alone, and each opening is journalled before it happens."""

import json

from django.db import transaction

from vidan.consultations.models import Opinion
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.intake.tellers import Identity, TellerMode
from vidan.foundation.journal.record import record
from vidan.foundation.vault.services import digest_of_reason, open_text, seal_text

PERMISSION = "consultations.moderate"


class NotToBeOpened(Exception):
    """The teller is anonymous, or asked for confidence: no process of the server can tell the name."""


def is_guarded(opinion: Opinion) -> bool:
    """Whether opening the original is journalled: somebody told who he is, and the words may tell it too."""
    return opinion.mode != TellerMode.ANONYMOUS


def read_original(*, code: str, actor: Actor) -> str:
    """What was written; raises Opinion.DoesNotExist for who may not moderate."""
    with transaction.atomic():
        opinion = _of(code, actor)
        if is_guarded(opinion):
            record("opinion.read_original", subject=code, actor=actor.code, unit_id=opinion.draft.front_id)
        return open_text(opinion.original)


def open_identity(*, code: str, reason: str, actor: Actor) -> Identity:
    """What a named teller said of himself; raises Opinion.DoesNotExist, NotToBeOpened."""
    with transaction.atomic():
        opinion = _of(code, actor)
        if opinion.mode != TellerMode.NAMED or opinion.identity is None:
            raise NotToBeOpened
        seal_text(kind="reason.identity", text=reason, subject=code)
        record(
            "opinion.open_identity",
            subject=code,
            actor=actor.code,
            unit_id=opinion.draft.front_id,
            reason_kind="identity",
            reason_digest=digest_of_reason(reason),
        )
        return Identity(**json.loads(open_text(opinion.identity)))


def _of(code: str, actor: Actor) -> Opinion:
    rows = Opinion.objects.filter(draft__front_id__in=actor.units_with(PERMISSION))
    return rows.select_related("draft", "original", "identity").get(code=code)
