"""Sổ điện thoại: each call is written down as it comes, and ends as a case or with a reason."""

import json
from dataclasses import asdict, dataclass

from django.db import transaction

from vidan.cases.models import Call
from vidan.cases.models.sources import CallEnd
from vidan.cases.services.enter import AlreadyEntered
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.journal.record import record
from vidan.foundation.units.models import Unit
from vidan.foundation.vault.services import open_text, seal_text


@dataclass(frozen=True)
class Caller:
    """Who called, as far as was said; sealed."""

    name: str = ""
    phone: str = ""


def log_call(
    *, front: Unit, gist: str, wish: str, caller: Caller, actor: Actor, ended: str = "", is_sample: bool = False
) -> Call:
    """Write a call down; `ended` says why it needs no case, when that is clear at once."""
    with transaction.atomic():
        call = Call.objects.create(
            front=front,
            taken_at=clock.now(),
            taken_by=actor.code,
            gist=gist,
            wish=wish,
            ended=ended,
            is_sample=is_sample,
        )
        if caller.name or caller.phone:
            text = json.dumps(asdict(caller), ensure_ascii=False)
            call.caller = seal_text(kind="call.caller", text=text, subject=f"call-{call.pk}")
            call.save(update_fields=["caller"])
        record("call.log", subject=f"call-{call.pk}", actor=actor.code, unit_id=front.pk, facts={"ended": ended})
    return call


def end_call(*, call: Call, ended: CallEnd, actor: Actor) -> None:
    """Close a call that needs no case, with its reason; raises AlreadyEntered."""
    with transaction.atomic():
        if not Call.objects.filter(pk=call.pk, case__isnull=True, ended="").update(ended=ended):
            raise AlreadyEntered
        record("call.end", subject=f"call-{call.pk}", actor=actor.code, unit_id=call.front_id, facts={"ended": ended})


def caller_of(call: Call) -> Caller:
    """Who called; the caller of this function has asked who may know."""
    told = open_text(call.caller) if call.caller else ""
    return Caller(**json.loads(told)) if told else Caller()
