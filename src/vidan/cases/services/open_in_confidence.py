"""Mở tên giữ kín: officers ask, a custodian in a sitting opens one name with a written reason, and tells only what is needed."""

from django.db import IntegrityError, transaction
from nacl.public import PrivateKey

from vidan.cases.models import CaseFile, IdentityRequest
from vidan.cases.services.notify import notify_custodians, notify_officer
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.accounts.models import User
from vidan.foundation.calendar import clock
from vidan.foundation.intake.names import AlreadyAnswered, AlreadyAsked, NotToBeOpened, Outcome
from vidan.foundation.intake.tellers import Identity, TellerMode, open_in_sitting
from vidan.foundation.journal.record import record
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.vault.custody import NoCopy
from vidan.foundation.vault.seal import Broken
from vidan.foundation.vault.services import digest_of_reason, seal_text


def ask_for_name(*, code: str, reason: str, actor: Actor) -> IdentityRequest:
    """Ask the custodians about the teller of a case; raises CaseFile.DoesNotExist, NotToBeOpened, AlreadyAsked."""
    try:
        with transaction.atomic():
            case = CaseFile.objects.visible_to(actor).get(
                code=code, front_id__in=actor.units_with("cases.ask_identity")
            )
            if case.teller_mode != TellerMode.CONFIDENTIAL or case.erased_on is not None:
                raise NotToBeOpened
            asked = IdentityRequest.objects.create(
                case=case,
                asked_by=User.objects.get(code=actor.code),
                asked_at=clock.now(),
                reason=seal_text(kind="request.identity", text=reason, subject=code),
            )
            _tell("case.ask_identity", case, actor, reason, kind="identity_request")
            notify_custodians(case)
    except IntegrityError as waiting:
        raise AlreadyAsked from waiting
    return asked


def open_in_confidence(*, code: str, reason: str, actor: Actor, own: PrivateKey) -> Identity:
    """What the teller said of himself, for a custodian in her sitting; raises CaseFile.DoesNotExist, NotToBeOpened.

    The entry is written before anything is read, so that nothing is ever read without one.
    """
    with transaction.atomic():
        case = CaseFile.objects.in_custody_of(actor).select_related("identity__front_key").get(code=code)
        if case.identity is None or case.identity.front_key is None or case.erased_on is not None:
            raise NotToBeOpened
        seal_text(kind="reason.identity", text=reason, subject=code)
        _tell("case.open_identity", case, actor, reason, kind="identity", confidential=True)
        try:
            return open_in_sitting(case.identity, own)
        except (NoCopy, Broken) as refused:
            raise NotToBeOpened from refused


def answer_request(*, pk: int, outcome: Outcome, text: str, actor: Actor) -> IdentityRequest:
    """Tell the officer what was done, or why not; raises IdentityRequest.DoesNotExist, AlreadyAnswered."""
    with transaction.atomic():
        asked = IdentityRequest.objects.visible_to(actor).select_for_update(of=("self",)).get(pk=pk)
        if asked.outcome != Outcome.WAITING:
            raise AlreadyAnswered
        case = CaseFile.objects.get(pk=asked.case_id)
        asked.outcome, asked.answered_at = outcome, clock.now()
        asked.answer = seal_text(kind="request.answer", text=text, subject=case.code)
        asked.answered_by = User.objects.get(code=actor.code)
        asked.save()
        _tell("case.answer_identity_request", case, actor, text, kind="identity_answer", outcome=str(outcome))
        notify_officer(NoticeKind.NAME_TOLD, case, user=asked.asked_by)
    return asked


def _tell(event: str, case: CaseFile, actor: Actor, text: str, *, kind: str, **facts: str | bool) -> None:
    record(
        event,
        subject=case.code,
        actor=actor.code,
        unit_id=case.front_id,
        facts=dict(facts),
        reason_kind=kind,
        reason_digest=digest_of_reason(text),
    )
