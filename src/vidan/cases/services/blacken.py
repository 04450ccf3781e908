"""Che trên ảnh, trên PDF: bars are drawn while the copy is being prepared; the second person sees both files."""

from collections.abc import Sequence

from django.db import transaction

from vidan.cases.facts import Known, facts_of
from vidan.cases.models import CaseFile
from vidan.cases.moves import TABLE
from vidan.cases.services.read_original import let_in
from vidan.cases.services.step import Refused
from vidan.domain.moves import Refusal, decide
from vidan.domain.redaction.bars import Bar
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.files.models import StoredFile
from vidan.foundation.journal.record import record
from vidan.foundation.redaction.models import BlackenedFile
from vidan.foundation.redaction.services.blacken import blacken_file

EVENT = "case.blacken"


def blacken(*, code: str, source: StoredFile, bars: Sequence[Bar], actor: Actor) -> BlackenedFile:
    """Keep a file of the case with bars on it; raises CaseFile.DoesNotExist, NotYours, Refused, NotTaken."""
    with transaction.atomic():
        case = let_in(code=code, actor=actor, what=EVENT)
        ask(case, actor)
        made = blacken_file(code=code, source=source, bars=bars, actor=actor.code)
        facts = {"file": source.position, "bars": len(bars), "made": made.file.position}
        record(EVENT, subject=code, actor=actor.code, unit_id=case.front_id, facts=dict(facts))
    return made


def ask(case: CaseFile, actor: Actor) -> None:
    """Raise Refused unless the copy of the case may be prepared now."""
    known = Known(case, actor, copy_text="-")
    answer = decide(TABLE, facts_of(known), "prepare", clock.today())
    if isinstance(answer, Refusal):
        raise Refused(answer)
