"""Xem ý kiến: an officer says what everybody may read of an opinion, or why it is not shown; the opinion counts either way."""

from collections.abc import Collection

from django.db import transaction

from vidan.consultations.kinds import HiddenFor, OpinionState
from vidan.consultations.models import Opinion, OpinionDataRequest
from vidan.consultations.models.opinion import OpinionQuerySet
from vidan.consultations.services.count_opinions import shift
from vidan.consultations.services.open_opinion import may_be_let_in
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.journal.readers import NotYours
from vidan.foundation.journal.record import Fact, record
from vidan.foundation.vault.services import digest_of_reason, open_text, seal_text

PERMISSION = "consultations.moderate"
MOST_AT_ONCE = 50
JUDGED = ("state", "text", "hidden_for", "hidden_words", "moderated_by", "moderated_at", "revision")
"""What judging changes; the place and the point are others' to change."""


class Overtaken(Exception):
    """Somebody else judged the opinion in the meantime; nothing was changed."""


class NotWanted(Exception):
    """Who gave the opinion asked that it is not used any further, and the Front agreed; or its content is gone."""


def show(*, code: str, text: str, actor: Actor, revision: int | None = None) -> Opinion:
    """Let everybody read an opinion in these words; raises Opinion.DoesNotExist, Overtaken, NotYours, NotWanted."""
    with transaction.atomic():
        opinion = _looked_at(code, actor, revision)
        if opinion.erased_on is not None or opinion.data_requests.restricting().exists():
            raise NotWanted
        return _judged(opinion, actor, OpinionState.SHOWN, text=text)


def hide(*, code: str, why: HiddenFor, note: str, actor: Actor, revision: int | None = None) -> Opinion:
    """Keep an opinion from the public page and tell who gave it why; raises Opinion.DoesNotExist, Overtaken, NotYours."""
    with transaction.atomic():
        opinion = _looked_at(code, actor, revision)
        return _judged(opinion, actor, OpinionState.HIDDEN, why=why, note=note)


def take_off_at_wish(*, opinion: Opinion, actor: Actor) -> None:
    """Its giver does not want it used any further and the Front agreed: nobody reads it any more, and it still counts."""
    _judged(opinion, actor, OpinionState.HIDDEN, why=HiddenFor.UNWANTED)


def show_as_they_are(*, draft_code: str, codes: Collection[str], actor: Actor) -> int:
    """Show several waiting opinions in the words they came in; returns how many. Guarded originals are opened one by one."""
    done = 0
    with transaction.atomic():
        rows = _may_judge(actor).filter(draft__code=draft_code, code__in=list(codes)[:MOST_AT_ONCE])
        restricted = OpinionDataRequest.objects.restricting().values("opinion")
        rows = rows.filter(state=OpinionState.WAITING, mode=TellerMode.ANONYMOUS, erased_on__isnull=True)
        rows = rows.exclude(pk__in=restricted).select_related("draft", "original")
        for opinion in rows.select_for_update(of=("self",)).order_by("pk"):
            _judged(opinion, actor, OpinionState.SHOWN, text=open_text(opinion.original))
            done += 1
    return done


def go_with(*, code: str, other: str, actor: Actor) -> Opinion:
    """Say that an opinion says the same as another of the draft (`other` empty: that it stands by itself again).

    Raises Opinion.DoesNotExist, also for itself. Nobody goes with one that goes with a third: all stand at the first.
    """
    with transaction.atomic():
        opinion = _taken_up(code, actor, None)
        first = None
        if other:
            first = _may_judge(actor).filter(draft=opinion.draft_id).exclude(pk=opinion.pk).get(code=other)
            first = first.like or first
            if first.pk == opinion.pk:
                raise Opinion.DoesNotExist
            opinion.likes.update(like=first)
        opinion.like = first
        opinion.save(update_fields=["like"])
        _told("opinion.go_with", opinion, actor, {"with": first.code if first else None})
    return opinion


def _may_judge(actor: Actor) -> OpinionQuerySet:
    return Opinion.objects.filter(draft__front_id__in=actor.units_with(PERMISSION))


def _taken_up(code: str, actor: Actor, revision: int | None) -> Opinion:
    rows = _may_judge(actor).select_related("draft", "original", "like").select_for_update(of=("self",))
    opinion = rows.get(code=code)
    if revision is not None and opinion.revision != revision:
        raise Overtaken
    return opinion


def _looked_at(code: str, actor: Actor, revision: int | None) -> Opinion:
    """The opinion for who may read its original: what was given in confidence, its two readers judge."""
    opinion = _taken_up(code, actor, revision)
    if not may_be_let_in(opinion, actor):
        raise NotYours
    return opinion


def _judged(
    opinion: Opinion, actor: Actor, state: OpinionState, *, text: str = "", why: str = "", note: str = ""
) -> Opinion:
    was = opinion.state
    shift(opinion, (state == OpinionState.SHOWN) - (was == OpinionState.SHOWN))
    opinion.state, opinion.text, opinion.hidden_for = state, text, why
    opinion.hidden_words = seal_text(kind="opinion.hidden", text=note, subject=opinion.code) if note else None
    opinion.moderated_by, opinion.moderated_at = actor.code, clock.now()
    opinion.revision += 1
    opinion.save(update_fields=JUDGED)
    facts: dict[str, Fact] = {"from": was, "to": state.value, "why": why or None}
    _told("opinion.show" if state == OpinionState.SHOWN else "opinion.hide", opinion, actor, facts, note)
    return opinion


def _told(event: str, opinion: Opinion, actor: Actor, facts: dict[str, Fact], note: str = "") -> None:
    digest = digest_of_reason(note) if note else ""
    record(
        event,
        subject=opinion.code,
        actor=actor.code,
        unit_id=opinion.draft.front_id,
        facts=facts,
        reason_kind="opinion" if digest else "",
        reason_digest=digest,
    )
