"""Tiếp nhận: a person's word becomes a case, with its clocks, its receipt and its seal, or nothing at all."""

import hashlib
import hmac
import json
from dataclasses import asdict, dataclass
from datetime import date, datetime, time

from django.conf import settings
from django.db import connection, transaction

from vidan.cases.kinds import PREFIXES, Kind, Source
from vidan.cases.models import CaseFile
from vidan.cases.moves import TABLE
from vidan.cases.services.clocks import start_clocks
from vidan.cases.services.consent import note_consent
from vidan.cases.services.index import index_case
from vidan.cases.services.tally import tally
from vidan.foundation.accounts.actors import TELLER, Actor
from vidan.foundation.calendar import clock
from vidan.foundation.figures.named import code_of
from vidan.foundation.figures.tally import shift
from vidan.foundation.intake.tellers import Identity, TellerMode, TellerType, seal_identity
from vidan.foundation.journal.record import record
from vidan.foundation.units.models import CounterPoint, Unit, UnitKind
from vidan.foundation.vault.models import SealedText
from vidan.foundation.vault.services import seal_text, sealed_again

NEXT_NUMBER = """
    INSERT INTO cases_casenumber (prefix, year, taken) VALUES (%s, %s, 1)
    ON CONFLICT (prefix, year) DO UPDATE SET taken = cases_casenumber.taken + 1
    RETURNING taken
"""
"""One statement takes a number on both engines, and holds its row until the case stands."""


@dataclass(frozen=True)
class Story:
    """What the teller wrote; kept in the vault as one sealed text."""

    what: str
    wish: str = ""
    procedure: str = ""


@dataclass(frozen=True)
class Word:
    """One person's word as it was given: everything a case is made from."""

    kind: Kind
    source: Source
    mode: TellerMode
    story: Story
    front: Unit
    subject_unit: Unit | None = None
    counter: CounterPoint | None = None
    conduct: tuple[str, ...] = ()
    happened_on: date | None = None
    identity: Identity | None = None
    names_to_settler: bool = False
    received_on: date | None = None
    people: int = 1
    teller_type: TellerType = TellerType.PERSON
    is_sample: bool = False
    sealed_identity: SealedText | None = None
    """Of a word that is split off another case: what was said of oneself goes along sealed as it is."""
    procedure: str = ""
    """The same: the code of the procedure, as the other case has it; else it is found by the name in the story."""


class NobodyNamed(ValueError):
    """The word says it is named but tells no name, or says it is anonymous and tells one."""


def receive(*, word: Word, actor: Actor = TELLER) -> CaseFile:
    """Make the case of one word and start its clocks (promise CT-08, classify CT-02, transfer CT-03).

    Raises NobodyNamed when mode and identity contradict each other. Runs inside the caller's transaction when there is one,
    so that the receipt is issued with it or not at all.
    """
    if (word.mode == TellerMode.ANONYMOUS) != (word.identity is None and word.sealed_identity is None):
        raise NobodyNamed
    with transaction.atomic(savepoint=False):  # nothing here is tried and given up half-way
        moment = _moment(word)
        code = take_code(word.kind, moment.year)
        front = carrying_front(word.front, word.subject_unit)
        text = json.dumps(asdict(word.story), ensure_ascii=False)
        case = CaseFile(
            code=code,
            kind=word.kind,
            source=word.source,
            front=front,
            subject_unit=word.subject_unit,
            counter=word.counter,
            conduct=list(word.conduct),
            procedure=word.procedure
            or code_of(word.story.procedure, word.subject_unit.level if word.subject_unit else ""),
            happened_on=word.happened_on,
            teller_mode=word.mode,
            teller_type=word.identity.teller_type if word.identity else word.teller_type,
            identity=_seal_identity(word, code, front),
            story=seal_text(kind="case.story", text=text, subject=code),
            content_mark=content_mark(code, moment, text),
            names_to_settler=word.names_to_settler and word.mode == TellerMode.NAMED,
            received_at=moment,
            people=word.people,
            is_sample=word.is_sample,
        )
        clocks = start_clocks(case, next(TABLE.rows("receive")), on=moment.date())
        case.promised_on = clocks["promise"].due_on
        case.due_on = min(running.due_on for running in clocks.values())
        case.save(force_insert=True)
        note_consent(case, actor)
        record(
            "case.receive",
            subject=code,
            actor=actor.code,
            unit_id=front.pk,
            facts={"to": case.state, "kind": case.kind, "source": case.source, "mode": case.teller_mode},
        )
        tally("cases.received", case, on=moment.date())
        shift("cases.state", unit_id=front.pk, gone=None, come=case.state)
        index_case(case, is_new=True)
    return case


def _moment(word: Word) -> datetime:
    """When the Front got the word: now, or on an earlier day at noon for a letter that lay until it was entered."""
    now = clock.now()
    if word.received_on is None or word.received_on >= now.date():
        return now
    return datetime.combine(word.received_on, time(12), tzinfo=now.tzinfo)


def take_code(kind: Kind, year: int) -> str:
    """The next case code of a kind in a year, such as PA-2018-0147; no gap is left by a refused word."""
    return next_number(PREFIXES[kind], year)


def next_number(prefix: str, year: int) -> str:
    """The next code of a prefix in a year."""
    with connection.cursor() as cursor:
        cursor.execute(NEXT_NUMBER, [prefix, year])
        (number,) = cursor.fetchone()
    return f"{prefix}-{year}-{number:04d}"


def carrying_front(front: Unit, subject: Unit | None) -> Unit:
    """The Front that carries a case; a word about a Front itself goes to the next Front up (design.md section 5)."""
    if subject and subject.kind == UnitKind.FRONT_COMMITTEE and subject.parent:
        return subject.parent
    return front


def content_mark(code: str, moment: datetime, text: str) -> str:
    """The mark printed on the receipt, by which the content can later be proved unchanged; without the key it tells nothing."""
    told = f"{code}\n{moment.isoformat()}\n{text}".encode()
    return hmac.new(settings.KEYS.receipt, b"content\0" + told, hashlib.sha256).hexdigest()


def _seal_identity(word: Word, code: str, front: Unit) -> SealedText | None:
    if word.sealed_identity is not None:
        return sealed_again(word.sealed_identity)
    return seal_identity(kind="case.identity", subject=code, mode=word.mode, identity=word.identity, front=front)
