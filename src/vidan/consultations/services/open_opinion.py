"""Đọc bản gốc: who told a name is read by the officers of the Front alone, and each opening is journalled before it happens.

In confidence the original, its letters and its file are for two officers only, as of a case: who looks at it and who checks.
"""

import json

from django.db import transaction

from vidan.consultations.models import Opinion, OpinionConsent
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.intake.names import NotToBeOpened
from vidan.foundation.intake.tellers import Identity, TellerMode
from vidan.foundation.journal.readers import NotYours, has_room, readers_of
from vidan.foundation.journal.record import record
from vidan.foundation.vault.services import digest_of_reason, open_text, seal_text

PERMISSION = "consultations.moderate"


READ = "opinion.read_original"


def is_guarded(opinion: Opinion) -> bool:
    """Whether opening the original is journalled: somebody told who he is, and the words may tell it too."""
    return opinion.mode != TellerMode.ANONYMOUS


def read_original(*, code: str, actor: Actor) -> str:
    """What was written; raises Opinion.DoesNotExist for who may not moderate, NotYours."""
    with transaction.atomic():
        opinion = let_in(code=code, actor=actor)
        return open_text(opinion.original)


def let_in(*, code: str, actor: Actor, what: str = READ) -> Opinion:
    """Ask whether the actor may read the originals of an opinion, and journal it where a name was told; raises as above."""
    opinion = _of(code, actor)
    if opinion.mode == TellerMode.CONFIDENTIAL:
        # The row's lock keeps a third officer from slipping in beside the second.
        Opinion.objects.select_for_update().only("pk").get(pk=opinion.pk)
        readers = _readers(opinion)
        if not has_room(readers, actor.code):
            raise NotYours
        if what != READ and actor.code not in readers:
            record(READ, subject=code, actor=actor.code, unit_id=opinion.draft.front_id)
    if is_guarded(opinion) or what != READ:
        record(what, subject=code, actor=actor.code, unit_id=opinion.draft.front_id)
    return opinion


def may_be_let_in(opinion: Opinion, actor: Actor) -> bool:
    """Whether an officer is one of the two of an opinion given in confidence, or may become one; of others everybody is."""
    return opinion.mode != TellerMode.CONFIDENTIAL or has_room(_readers(opinion), actor.code)


def open_identity(*, code: str, reason: str, actor: Actor) -> Identity:
    """What a named teller said of himself; raises Opinion.DoesNotExist, NotToBeOpened."""
    with transaction.atomic():
        opinion = _of(code, actor)
        if opinion.mode != TellerMode.NAMED or opinion.identity is None or not name_is_kept(opinion):
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


def name_is_kept(opinion: Opinion) -> bool:
    """Whether the name is there and may be used: neither erased nor its giver's consent withdrawn."""
    consent = OpinionConsent.objects.filter(opinion=opinion, withdrawn_on__isnull=False)
    return opinion.erased_on is None and not consent.exists()


def _readers(opinion: Opinion) -> set[str]:
    return readers_of(subject=opinion.code, event=READ, unit_id=opinion.draft.front_id)


def _of(code: str, actor: Actor) -> Opinion:
    rows = Opinion.objects.filter(draft__front_id__in=actor.units_with(PERMISSION))
    return rows.select_related("draft", "original", "identity", "file").get(code=code)
