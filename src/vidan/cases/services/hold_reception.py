"""Buổi tiếp dân: the book is opened, each turn is written down with its end, minutes are numbered, promises are followed."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import override

from vidan.cases.letters import reception_minutes
from vidan.cases.models import ReceptionSession, ReceptionTurn
from vidan.cases.models.receptions import TurnEnd
from vidan.cases.services.enter import AlreadyEntered
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.figures.tally import add_fact
from vidan.foundation.journal.record import Fact, record
from vidan.foundation.papers.services import draft_paper, issue_paper
from vidan.foundation.units.models import ReceptionDay


class NotHeld(ValueError):
    """The day was called off or has not come, so there is no session to write about."""


class Closed(ValueError):
    """The minutes are made; what happened at the session stands as it is."""


class TurnsOpen(ValueError):
    """A turn has neither become a case nor got its end yet."""


def open_session(*, day: ReceptionDay, leaders: str, actor: Actor, is_sample: bool = False) -> ReceptionSession:
    """Open the book of a published day; raises NotHeld, AlreadyEntered."""
    if day.called_off or day.day > clock.today():
        raise NotHeld
    try:
        with transaction.atomic():
            session = ReceptionSession.objects.create(
                front=day.unit,
                day=day,
                leaders=leaders,
                opened_at=clock.now(),
                opened_by=actor.code,
                is_sample=is_sample,
            )
            facts: dict[str, Fact] = {"on": day.day.isoformat(), "jointly": day.jointly}
            record("reception.open", subject=_subject(session), actor=actor.code, unit_id=day.unit_id, facts=facts)
    except IntegrityError:
        raise AlreadyEntered from None
    return session


def add_turn(
    *,
    session: ReceptionSession,
    gist: str,
    people: int,
    speakers: int,
    actor: Actor,
    ended: str = "",
    promise: str = "",
    promised_by: date | None = None,
) -> ReceptionTurn:
    """Write one turn down under the next number; raises Closed."""
    with transaction.atomic():
        kept = _open(session)
        turn = ReceptionTurn.objects.create(
            session=kept,
            number=kept.turns.count() + 1,
            people=people,
            speakers=speakers,
            gist=gist,
            ended=ended,
            promise=promise,
            promised_by=promised_by,
        )
        facts: dict[str, Fact] = {"turn": turn.number, "people": people, "ended": ended, "promised": bool(promise)}
        record("reception.turn", subject=_subject(kept), actor=actor.code, unit_id=kept.front_id, facts=facts)
        add_fact("receptions.turns", on=kept.day.day, front_id=kept.front_id)
        add_fact("receptions.people", on=kept.day.day, front_id=kept.front_id, amount=people)
        if promised_by:
            add_fact("receptions.promised", on=promised_by, front_id=kept.front_id)
    return turn


def end_turn(*, turn: ReceptionTurn, ended: TurnEnd, actor: Actor) -> None:
    """Say how a turn ended that becomes no case; raises AlreadyEntered."""
    session = turn.session
    with transaction.atomic():
        if not ReceptionTurn.objects.filter(pk=turn.pk, case__isnull=True, ended="").update(ended=ended):
            raise AlreadyEntered
        facts: dict[str, Fact] = {"turn": turn.number, "ended": ended}
        record("reception.end_turn", subject=_subject(session), actor=actor.code, unit_id=session.front_id, facts=facts)


def settle_promise(*, turn: ReceptionTurn, kept: bool, actor: Actor) -> None:
    """Say whether what was promised was done; once said it stands. Raises AlreadyEntered."""
    session = turn.session
    assert turn.promised_by is not None  # only a turn with a promise is asked about
    with transaction.atomic():
        told = ReceptionTurn.objects.filter(pk=turn.pk, kept__isnull=True).exclude(promise="")
        if not told.update(kept=kept):
            raise AlreadyEntered
        facts: dict[str, Fact] = {"turn": turn.number, "kept": kept}
        record("reception.promise", subject=_subject(session), actor=actor.code, unit_id=session.front_id, facts=facts)
        if kept:
            add_fact("receptions.promise_kept", on=turn.promised_by, front_id=session.front_id)


def close_session(*, session: ReceptionSession, actor: Actor) -> ReceptionSession:
    """Issue the minutes (biên bản buổi tiếp công dân), which ends the book; raises Closed, TurnsOpen."""
    with transaction.atomic(), override("vi"):
        kept = _open(session)
        if kept.turns.filter(case__isnull=True, ended="").exists():
            raise TurnsOpen
        draft = draft_paper(
            unit=kept.front,
            kind="reception_minutes",
            subject=_subject(kept),
            structure=reception_minutes(kept),
            actor=actor.code,
        )
        kept.minutes = issue_paper(paper=draft, actor=actor.code)
        kept.save(update_fields=["minutes"])
        facts: dict[str, Fact] = {"turns": kept.turns.count(), "paper": kept.minutes.pk}
        record("reception.close", subject=_subject(kept), actor=actor.code, unit_id=kept.front_id, facts=facts)
        add_fact("receptions.held", on=kept.day.day, front_id=kept.front_id)
    return kept


def _open(session: ReceptionSession) -> ReceptionSession:
    """The session, locked so that two officers take two numbers; raises Closed."""
    rows = ReceptionSession.objects.select_for_update(of=("self",)).select_related(
        "front__parent", "front__area", "day"
    )
    kept = rows.get(pk=session.pk)
    if kept.minutes_id:
        raise Closed
    return kept


def _subject(session: ReceptionSession) -> str:
    return f"reception-{session.pk}"
