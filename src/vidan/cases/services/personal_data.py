"""Yêu cầu về dữ liệu cá nhân: asked with the receipt or entered by an officer, acknowledged, then answered.

Clocks DL-01 (acknowledge) and DL-02 (carry out) run where the rule is in force; before 1/1/2026 the register works without.
"""

from django.db import transaction

from vidan.cases.models import CaseFile, Consent, DataRequest
from vidan.cases.services.erase import propose
from vidan.cases.services.publish import take_off_at_wish
from vidan.cases.services.receive import next_number
from vidan.foundation.accounts.actors import TELLER, Actor
from vidan.foundation.calendar import clock
from vidan.foundation.intake.personal import NO_FURTHER_USE, OPEN_STATES, DataState, Ground, Right
from vidan.foundation.intake.retention import BY_REQUEST
from vidan.foundation.intake.terms import (
    DONE,
    MOST_OPEN,
    TOLD,
    Answered,
    TooMany,
    extend_term_of,
    start_terms,
    stop_terms,
)
from vidan.foundation.journal.record import Fact, record
from vidan.foundation.vault.services import seal_text

PREFIX = "DL"


def ask(*, case: CaseFile, right: Right, words: str, actor: Actor = TELLER, third_party: bool = False) -> DataRequest:
    """Take a request and start its clocks where the rules are in force; raises TooMany. The caller has asked who may."""
    with transaction.atomic():
        CaseFile.objects.select_for_update().only("pk").get(pk=case.pk)
        if case.data_requests.filter(state__in=OPEN_STATES).count() >= MOST_OPEN:
            raise TooMany
        today = clock.today()
        asked = DataRequest.objects.create(
            code=next_number(PREFIX, today.year),
            case=case,
            right=right,
            by_receipt=actor == TELLER,
            asked_at=clock.now(),
            words=seal_text(kind="data.request", text=words, subject=case.code),
            third_party=third_party,
        )
        start_terms(asked.code, holder=case.front, third_party=third_party)
        _tell("case.data_request", asked, actor, right=str(right), third_party=third_party)
    return asked


def acknowledge(*, code: str, actor: Actor) -> DataRequest:
    """Tell the person that the request is there and being looked at; raises DataRequest.DoesNotExist, Answered."""
    with transaction.atomic():
        asked = _open_request(code, actor)
        if asked.state != DataState.ASKED:
            raise Answered
        asked.state = DataState.TOLD
        asked.save(update_fields=["state"])
        stop_terms(asked.code, TOLD)
        _tell("case.data_told", asked, actor)
    return asked


def answer(*, code: str, text: str, actor: Actor, ground: Ground | None = None) -> DataRequest:
    """Carry a request out, or refuse it with its ground, and tell the person; raises DataRequest.DoesNotExist, Answered.

    Withdrawn consent closes the name to the body that settles at once; an erasure goes to the head as any other does; a case
    whose data is not to be used any further is settled and counted, but not told by itself.
    """
    with transaction.atomic():
        asked = _open_request(code, actor)
        asked.state, asked.ground = (DataState.REFUSED, ground) if ground else (DataState.DONE, "")
        asked.answer = seal_text(kind="data.answer", text=text, subject=asked.case.code)
        asked.answered_at = clock.now()
        asked.save()
        stop_terms(asked.code, TOLD, DONE)
        if not ground:
            _carry_out(asked, actor)
        _tell("case.data_answer", asked, actor, state=asked.state, ground=asked.ground)
    return asked


def extend_term(*, code: str, days: int, actor: Actor) -> None:
    """Give DL-02 up to 15 more days, once; raises DataRequest.DoesNotExist, Answered, ExtendedOnce."""
    with transaction.atomic():
        asked = _open_request(code, actor)
        extend_term_of(code, days)
        _tell("case.data_extend", asked, actor, days=days)


def _carry_out(asked: DataRequest, actor: Actor) -> None:
    case = asked.case
    if asked.right == Right.WITHDRAW:
        CaseFile.objects.filter(pk=case.pk).update(names_to_settler=False)
        case.transfers.update(identity_shared=False)
        Consent.objects.filter(case=case, withdrawn_on__isnull=True).update(withdrawn_on=clock.today())
    elif asked.right == Right.ERASURE:
        propose(subject=case.code, front_id=case.front_id, rule=BY_REQUEST, due=clock.today(), actor=actor)
    elif asked.right in NO_FURTHER_USE:
        take_off_at_wish(case=case, actor=actor)


def _open_request(code: str, actor: Actor) -> DataRequest:
    rows = DataRequest.objects.visible_to(actor).select_related("case").select_for_update(of=("self",))
    asked = rows.get(code=code)
    if asked.state not in OPEN_STATES:
        raise Answered
    return asked


def _tell(event: str, asked: DataRequest, actor: Actor, **more: Fact) -> None:
    facts: dict[str, Fact] = {"request": asked.code, **more}
    record(event, subject=asked.case.code, actor=actor.code, unit_id=asked.case.front_id, facts=facts)
