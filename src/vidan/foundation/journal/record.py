"""Writing to the journal, always inside the transaction of the change it tells of."""

import hashlib
import json
from datetime import datetime

from django.db import connection

from vidan.foundation.calendar import clock
from vidan.foundation.journal.models import Entry

Fact = str | int | bool | None


class OutsideTransaction(RuntimeError):
    """An entry was to be written apart from the change it tells of."""


def record(
    event: str,
    *,
    subject: str,
    actor: str,
    unit_id: int | None = None,
    facts: dict[str, Fact] | None = None,
    reason_kind: str = "",
    reason_digest: str = "",
) -> Entry:
    """Write one entry in the running transaction; raises OutsideTransaction when there is none.

    `facts` are a few short values (names of states, dates, codes of rules and units); a reason's words stay in the vault.
    """
    if not connection.in_atomic_block:
        raise OutsideTransaction(event)
    moment = clock.now()
    entry = Entry(
        at=moment,
        event=event,
        subject=subject,
        actor=actor,
        unit_id=unit_id,
        facts=facts or {},
        reason_kind=reason_kind,
        reason_digest=reason_digest,
    )
    entry.digest = digest_of(entry, moment)
    entry.save(force_insert=True)
    return entry


def digest_of(entry: Entry, moment: datetime) -> str:
    """SHA-256 over the entry's fields in a fixed order, as hexadecimal."""
    told = [
        moment.timestamp(),
        entry.event,
        entry.subject,
        entry.actor,
        entry.unit_id,
        entry.facts,
        entry.reason_kind,
        entry.reason_digest,
    ]
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
