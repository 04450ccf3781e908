"""Mở tên giữ kín: officers ask, a custodian in a sitting opens one name with a written reason, and tells only what is needed."""

from django.db import IntegrityError, transaction
from nacl.public import PrivateKey

from vidan.consultations.models import NameRequest, Opinion
from vidan.consultations.services.notify import notify_custodians, notify_officer
from vidan.consultations.services.open_opinion import name_is_kept
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.accounts.models import User
from vidan.foundation.calendar import clock
from vidan.foundation.intake.names import AlreadyAnswered, AlreadyAsked, NotToBeOpened, Outcome
from vidan.foundation.intake.tellers import Identity, TellerMode, open_in_sitting
from vidan.foundation.journal.record import record
from vidan.foundation.vault.custody import NoCopy
from vidan.foundation.vault.seal import Broken
from vidan.foundation.vault.services import digest_of_reason, seal_text

PERMISSION = "consultations.ask_identity"


def ask_for_name(*, code: str, reason: str, actor: Actor) -> NameRequest:
    """Ask the custodians about who gave an opinion; raises Opinion.DoesNotExist, NotToBeOpened, AlreadyAsked."""
    try:
        with transaction.atomic():
            rows = Opinion.objects.filter(draft__front_id__in=actor.units_with(PERMISSION))
            opinion = rows.select_related("draft", "identity").get(code=code)
            if opinion.mode != TellerMode.CONFIDENTIAL or not name_is_kept(opinion):
                raise NotToBeOpened
            asked = NameRequest.objects.create(
                opinion=opinion,
                asked_by=User.objects.get(code=actor.code),
                asked_at=clock.now(),
                reason=seal_text(kind="request.identity", text=reason, subject=code),
            )
            _tell("opinion.ask_identity", opinion, actor, reason, kind="identity_request")
            notify_custodians(opinion)
    except IntegrityError as waiting:
        raise AlreadyAsked from waiting
    return asked


def open_in_confidence(*, code: str, reason: str, actor: Actor, own: PrivateKey) -> Identity:
    """What the teller said of himself, for a custodian in her sitting; raises Opinion.DoesNotExist, NotToBeOpened.

    The entry is written before anything is read, so that nothing is ever read without one.
    """
    with transaction.atomic():
        rows = Opinion.objects.in_custody_of(actor).select_related("draft", "identity__front_key")
        opinion = rows.get(code=code)
        if opinion.identity is None or not name_is_kept(opinion):
            raise NotToBeOpened
        seal_text(kind="reason.identity", text=reason, subject=code)
        _tell("opinion.open_identity", opinion, actor, reason, kind="identity", confidential=True)
        try:
            return open_in_sitting(opinion.identity, own)
        except (NoCopy, Broken) as refused:
            raise NotToBeOpened from refused


def answer_request(*, pk: int, outcome: Outcome, text: str, actor: Actor) -> NameRequest:
    """Tell the officer what was done, or why not; raises NameRequest.DoesNotExist, AlreadyAnswered."""
    with transaction.atomic():
        rows = NameRequest.objects.visible_to(actor).select_related("opinion__draft", "asked_by")
        asked = rows.select_for_update(of=("self",)).get(pk=pk)
        if asked.outcome != Outcome.WAITING:
            raise AlreadyAnswered
        asked.outcome, asked.answered_at = outcome, clock.now()
        asked.answer = seal_text(kind="request.answer", text=text, subject=asked.opinion.code)
        asked.answered_by = User.objects.get(code=actor.code)
        asked.save()
        facts = {"outcome": str(outcome)}
        _tell("opinion.answer_identity_request", asked.opinion, actor, text, kind="identity_answer", **facts)
        notify_officer(asked.opinion, user=asked.asked_by)
    return asked


def _tell(event: str, opinion: Opinion, actor: Actor, text: str, *, kind: str, **facts: str | bool) -> None:
    record(
        event,
        subject=opinion.code,
        actor=actor.code,
        unit_id=opinion.draft.front_id,
        facts=dict(facts),
        reason_kind=kind,
        reason_digest=digest_of_reason(text),
    )
