"""Tách: mixed content is split into a case of its own, with its own code and receipt (Luật Tiếp công dân 2013 Đ.25.3)."""

from dataclasses import dataclass

from vidan.cases.kinds import Kind, Source
from vidan.cases.models import CaseFile
from vidan.cases.models.routing import LinkKind
from vidan.cases.services.link import tie
from vidan.cases.services.receive import Story, Word, receive
from vidan.cases.services.step import step
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.intake.tellers import TellerMode, TellerType
from vidan.foundation.receipts.services import issue
from vidan.foundation.units.models import Unit


@dataclass(frozen=True)
class Part:
    """What is split off: its words, its kind, and the unit it is about."""

    what: str
    kind: Kind
    subject_unit: Unit


def split(*, code: str, part: Part, secret: bytes, actor: Actor, version: int | None = None) -> CaseFile:
    """Make the new case of a part and return it; its clocks count from the day the whole was received.

    What the person said of himself goes along sealed as it is: nobody opens it for this. The part is of the same procedure.
    The receipt belongs to `secret`.
    """
    with step(code=code, move="split", actor=actor, version=version) as taking:
        case = taking.case
        word = Word(
            kind=part.kind,
            source=Source(case.source),
            mode=TellerMode(case.teller_mode),
            story=Story(what=part.what, procedure=case.procedure_name),
            procedure=case.procedure,
            front=case.front,
            subject_unit=part.subject_unit,
            happened_on=case.happened_on,
            sealed_identity=case.identity,
            teller_type=TellerType(case.teller_type),
            names_to_settler=case.names_to_settler,
            received_on=clock.local(case.received_at).date(),
            people=case.people,
            is_sample=case.is_sample,
        )
        new = receive(word=word, actor=actor)
        issue(subject=new.code, secret=secret)
        tie(new, case, LinkKind.SPLIT, actor)
        taking.told["new"] = new.code
    return new
