"""Yêu cầu về dữ liệu cá nhân của người góp ý: asked with the receipt or entered by an officer, acknowledged, then answered."""

from django.conf import settings
from django.db import transaction

from vidan.consultations.models import Opinion, OpinionConsent, OpinionDataRequest
from vidan.consultations.services.erase import propose
from vidan.consultations.services.moderate import take_off_at_wish
from vidan.foundation.accounts.actors import TELLER, Actor
from vidan.foundation.calendar import clock
from vidan.foundation.intake.notice import OPINIONS, notice_on
from vidan.foundation.intake.personal import NO_FURTHER_USE, OPEN_STATES, DataState, Ground, Right
from vidan.foundation.intake.retention import BY_REQUEST
from vidan.foundation.intake.tellers import TellerMode
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
from vidan.foundation.papers.services import take_number
from vidan.foundation.units.models import Unit
from vidan.foundation.vault.services import seal_text

PREFIX = "DG"
GROUNDS = (Ground.RUNNING, Ground.NOT_KNOWN, Ground.OTHERS)
"""On which grounds a request about an opinion is not carried out; no law asks that opinions are kept."""


def note_consent(opinion: Opinion, actor: Actor) -> None:
    """Write the proof of consent down with the opinion; who tells no name agrees to nothing."""
    if opinion.mode != TellerMode.ANONYMOUS:
        OpinionConsent.objects.create(
            opinion=opinion,
            notice=notice_on(opinion.given_on, OPINIONS).version,
            mode=opinion.mode,
            given_at=opinion.given_at,
            given_to=actor.code,
        )


def ask(
    *, opinion: Opinion, right: Right, words: str, actor: Actor = TELLER, third_party: bool = False
) -> OpinionDataRequest:
    """Take a request and start its clocks where the rules are in force; raises TooMany. The caller has asked who may."""
    with transaction.atomic():
        Opinion.objects.select_for_update().only("pk").get(pk=opinion.pk)
        if opinion.data_requests.filter(state__in=OPEN_STATES).count() >= MOST_OPEN:
            raise TooMany
        asked = OpinionDataRequest.objects.create(
            code=_take_code(),
            opinion=opinion,
            right=right,
            by_receipt=actor == TELLER,
            asked_at=clock.now(),
            words=seal_text(kind="data.request", text=words, subject=opinion.code),
            third_party=third_party,
        )
        start_terms(asked.code, holder=opinion.draft.front, third_party=third_party)
        _tell("opinion.data_request", asked, actor, right=str(right), third_party=third_party)
    return asked


def acknowledge(*, code: str, actor: Actor) -> OpinionDataRequest:
    """Tell the person that the request is there and being looked at; raises OpinionDataRequest.DoesNotExist, Answered."""
    with transaction.atomic():
        asked = _open_request(code, actor)
        if asked.state != DataState.ASKED:
            raise Answered
        asked.state = DataState.TOLD
        asked.save(update_fields=["state"])
        stop_terms(asked.code, TOLD)
        _tell("opinion.data_told", asked, actor)
    return asked


def answer(*, code: str, text: str, actor: Actor, ground: Ground | None = None) -> OpinionDataRequest:
    """Carry a request out, or refuse it with its ground, and tell the person; raises as acknowledge().

    With withdrawn consent nobody opens the name and nobody is mailed any more; an erasure goes to the head as any other does;
    an opinion that is not to be used any further is counted, but not shown.
    """
    with transaction.atomic():
        asked = _open_request(code, actor)
        asked.state, asked.ground = (DataState.REFUSED, ground) if ground else (DataState.DONE, "")
        asked.answer = seal_text(kind="data.answer", text=text, subject=asked.opinion.code)
        asked.answered_at = clock.now()
        asked.save()
        stop_terms(asked.code, TOLD, DONE)
        if not ground:
            _carry_out(asked, actor)
        _tell("opinion.data_answer", asked, actor, state=asked.state, ground=asked.ground)
    return asked


def extend_term(*, code: str, days: int, actor: Actor) -> None:
    """Give DL-02 up to 15 more days, once; raises as acknowledge(), ExtendedOnce."""
    with transaction.atomic():
        asked = _open_request(code, actor)
        extend_term_of(asked.code, days)
        _tell("opinion.data_extend", asked, actor, days=days)


def _carry_out(asked: OpinionDataRequest, actor: Actor) -> None:
    opinion = asked.opinion
    if asked.right == Right.WITHDRAW:
        OpinionConsent.objects.filter(opinion=opinion, withdrawn_on__isnull=True).update(withdrawn_on=clock.today())
    elif asked.right == Right.ERASURE:
        propose(subject=opinion.code, front_id=opinion.draft.front_id, rule=BY_REQUEST, due=clock.today(), actor=actor)
    elif asked.right in NO_FURTHER_USE:
        take_off_at_wish(opinion=opinion, actor=actor)


def _open_request(code: str, actor: Actor) -> OpinionDataRequest:
    rows = OpinionDataRequest.objects.visible_to(actor).select_related("opinion__draft")
    asked = rows.select_for_update(of=("self", "opinion")).get(code=code)
    if asked.state not in OPEN_STATES:
        raise Answered
    return asked


def _take_code() -> str:
    house, year = Unit.objects.get(slug=settings.FRONT), clock.today().year
    return f"{PREFIX}-{year}-{take_number(unit=house, kind='opinion_data', year=year):04d}"


def _tell(event: str, asked: OpinionDataRequest, actor: Actor, **more: Fact) -> None:
    facts: dict[str, Fact] = {"request": asked.code, **more}
    opinion = asked.opinion
    record(event, subject=opinion.code, actor=actor.code, unit_id=opinion.draft.front_id, facts=facts)
