"""Đọc chất lượng trả lời: a round is drawn, two people read each answer apart, what they see differently is settled."""

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db import transaction

from vidan.cases.kinds import TransferRole
from vidan.cases.models import Transfer
from vidan.cases.models.quality import READERS, Mark, QualityItem, QualityReading, QualityRound
from vidan.domain.quality.agreement import cohens_kappa, percent_agreement
from vidan.domain.quality.draw import draw
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.journal.record import Fact, record
from vidan.foundation.units.models import Unit
from vidan.foundation.vault.services import digest_of_reason, seal_text

Marks = Mapping[str, str]


class NothingToRead(LookupError):
    """No answer came in the period."""


class NotYours(PermissionError):
    """The actor has read this answer, or two others have; or it is not for him to settle."""


@dataclass(frozen=True)
class Question:
    """One row of the sheet (data/quality.toml)."""

    code: str
    words: str
    hint: str


@dataclass(frozen=True)
class Agreement:
    """How far the two readers of a round agree on one question."""

    question: Question
    percent: Decimal | None
    kappa: Decimal | None
    pairs: int


@dataclass(frozen=True)
class OfBody:
    """How many answers of a body were read to the end, and how many of them hold what each question asks."""

    unit_id: int
    read: int
    yes: tuple[int, ...]


def questions() -> tuple[Question, ...]:
    """The rows of the sheet, in order."""
    return _questions(settings.DATA_FOLDER / "quality.toml")


def draw_round(*, front: Unit, since: date, until: date, size: int, seed: str, actor: Actor) -> QualityRound:
    """Draw a round from the answers that bodies gave in a period; raises NothingToRead."""
    with transaction.atomic():
        rows = Transfer.objects.filter(
            case__front=front, role=TransferRole.SETTLE, answered_on__range=(since, until), answer__isnull=False
        )
        by_code = dict(rows.values_list("case__code", "pk"))
        drawn = draw(by_code, size=size, seed=seed)
        if not drawn:
            raise NothingToRead
        made = QualityRound.objects.create(
            front=front,
            since=since,
            until=until,
            seed=seed,
            size=size,
            population=len(by_code),
            drawn_at=clock.now(),
            drawn_by=actor.code,
        )
        QualityItem.objects.bulk_create(
            QualityItem(round=made, number=number, transfer_id=by_code[code])
            for number, code in enumerate(drawn, start=1)
        )
        _record("quality.draw", made, actor, {"seed": seed, "of": len(by_code), "drawn": len(drawn)})
    return made


def may_read(readings: Iterable[QualityReading], actor: Actor) -> bool:
    """Whether the actor may still put his marks: not twice, and not as a third."""
    readers = {reading.reader for reading in readings}
    return actor.code not in readers and len(readers) < READERS


def differs(readings: Iterable[QualityReading]) -> tuple[str, ...]:
    """The questions on which the two readers differ; nothing before both have read."""
    both = list(readings)
    if len(both) < READERS:
        return ()
    return tuple(one.code for one in questions() if both[0].marks.get(one.code) != both[1].marks.get(one.code))


def read_answer(*, item: QualityItem, marks: Marks, actor: Actor) -> None:
    """Put one reader's marks; the second who agrees in everything settles it with that. Raises NotYours."""
    with transaction.atomic():
        item = _locked(item, actor)
        if not may_read(item.readings.all(), actor):
            raise NotYours
        QualityReading.objects.create(item=item, reader=actor.code, marks=_known(marks), read_at=clock.now())
        readings = list(item.readings.all())
        if len(readings) == READERS and not differs(readings):
            item.marks = readings[0].marks
            item.save(update_fields=["marks"])
        _record("quality.read", item.round, actor, {"item": item.number})


def settle(*, item: QualityItem, marks: Marks, together: bool, reason: str, actor: Actor) -> None:
    """Say what counts where two readers differ: a third person, or one of the two for both. Raises NotYours.

    Marks on which they agree stay theirs. The reason is sealed, for it may quote the answer.
    """
    with transaction.atomic():
        item = _locked(item, actor)
        readings = list(item.readings.all())
        open_questions = differs(readings)
        is_reader = actor.code in {reading.reader for reading in readings}
        if not open_questions or item.marks or is_reader != together:
            raise NotYours
        agreed = {code: mark for code, mark in readings[0].marks.items() if code not in open_questions}
        told = _known(marks)
        item.marks = agreed | {code: told[code] for code in open_questions}
        item.settled_by, item.together = actor.code, together
        item.reason = seal_text(kind="quality.reason", text=reason, subject=f"chat-luong-{item.round_id}")
        item.save(update_fields=["marks", "settled_by", "together", "reason"])
        facts: dict[str, Fact] = {"item": item.number, "together": together}
        _record("quality.settle", item.round, actor, facts, digest_of_reason(reason))


def agreement_of(items: Iterable[QualityItem]) -> list[Agreement]:
    """By question, over the answers that two people have read; items with their readings at hand."""
    both = [[reading.marks for reading in item.readings.all()] for item in items]
    told = []
    for one in questions():
        pairs = [(pair[0][one.code], pair[1][one.code]) for pair in both if len(pair) == READERS]
        told.append(Agreement(one, percent_agreement(pairs), cohens_kappa(pairs), len(pairs)))
    return told


def by_body(items: Iterable[QualityItem]) -> list[OfBody]:
    """By body, over the answers that are read to the end."""
    read: Counter[int] = Counter()
    yes: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for item in items:
        if item.marks:
            unit = item.transfer.recipient_id
            read[unit] += 1
            yes[unit].update(code for code, mark in item.marks.items() if mark == Mark.YES)
    return [OfBody(unit, n, tuple(yes[unit][one.code] for one in questions())) for unit, n in read.most_common()]


def _locked(item: QualityItem, actor: Actor) -> QualityItem:
    QualityItem.objects.select_for_update().only("pk").get(pk=item.pk)
    return QualityItem.objects.visible_to(actor).select_related("round").get(pk=item.pk)


def _known(marks: Marks) -> dict[str, str]:
    return {one.code: Mark(marks[one.code]).value for one in questions()}


def _record(event: str, made: QualityRound, actor: Actor, facts: dict[str, Fact], digest: str = "") -> None:
    record(
        event,
        subject=f"chat-luong-{made.pk}",
        actor=actor.code,
        unit_id=made.front_id,
        facts=facts,
        reason_kind="quality.reason" if digest else "",
        reason_digest=digest,
    )


@cache
def _questions(path: Path) -> tuple[Question, ...]:
    return tuple(Question(**row) for row in tomllib.loads(path.read_text(encoding="utf-8"))["question"])
