"""What is known of a case when a move is asked for: gathered here once, decided in domain/moves."""

from vidan.cases.kinds import TransferRole
from vidan.cases.models import CaseFile, Transfer
from vidan.cases.moves import TABLE
from vidan.cases.recipients import recipients_of
from vidan.domain.moves import Facts
from vidan.foundation.accounts.actors import TELLER, Actor
from vidan.foundation.calendar import clock
from vidan.foundation.redaction.services.prepare import newest_copy
from vidan.foundation.units.models import Unit


def facts_of(
    case: CaseFile,
    actor: Actor,
    *,
    transfer_id: int | None = None,
    about: Unit | None = None,
    copy_text: str | None = None,
) -> Facts:
    """The facts for one actor.

    `transfer_id` says which body's answer is meant where there are several; `about` and `copy_text` are what a move is
    about to write, so that its needs look at the new unit and the new copy and not at the old ones.
    """
    transfers = list(case.transfers.select_related("clock", "recipient").prefetch_related("urgings"))
    return Facts(
        state=case.state,
        kind=case.kind,
        met=frozenset(_met(case, actor, transfers, transfer_id, about, copy_text)),
        permissions=permissions_for(case, actor, transfers),
    )


def permissions_for(case: CaseFile, actor: Actor, transfers: list[Transfer]) -> frozenset[str]:
    """The permissions of moves that the actor holds in the Front that carries the case, or in a body it was sent to."""
    if actor == TELLER:
        return frozenset({"cases.withdraw"})
    bodies = {transfer.recipient_id for transfer in transfers if transfer.sent_on}
    here = bodies | {case.front_id}
    names = {move.permission for move in TABLE.moves}
    return frozenset(name for name in names if actor.units_with(name) & here)


def _met(
    case: CaseFile,
    actor: Actor,
    transfers: list[Transfer],
    transfer_id: int | None,
    about: Unit | None,
    copy_text: str | None,
) -> set[str]:
    copy = newest_copy(case.code)
    written = copy_text if copy_text is not None else (copy.text if copy else "")
    unit_id = about.pk if about else case.subject_unit_id
    open_ = [t for t in transfers if t.sent_on and not t.answered_on]
    waiting = [urging for t in transfers for urging in t.urgings.all() if urging.sent_on is None]
    ours = [t for t in open_ if t.pk == transfer_id] if transfer_id else open_
    met = {
        "no_conflict": unit_id != case.front_id,
        "copy_written": bool(written.strip()),
        "second_person": bool(copy and copy.prepared_by != actor.code),
        "recipients_known": recipients_of(case) is not None,
        "letters_drafted": any(t.sent_on is None for t in transfers),
        "answer_late": any(t.clock and t.clock.due_on < clock.today() for t in open_),
        "no_urging_waiting": not waiting,
        "urging_waiting": bool(waiting),
        "sent_to_us": any(t.recipient_id in _bodies(actor) for t in ours),
        "not_answered": bool(ours),
    }
    return {name for name, holds in met.items() if holds}


def _bodies(actor: Actor) -> frozenset[int]:
    return actor.units_with("cases.read_transferred")


def settling(transfers: list[Transfer]) -> list[Transfer]:
    """The transfers to bodies that settle."""
    return [t for t in transfers if t.role == TransferRole.SETTLE]
