"""The way of a paper: draft, number on issue from the unit's register of the year, sent; or voided, its number staying."""

from datetime import date

from django.db import transaction

from vidan.foundation.calendar import clock
from vidan.foundation.files.models import StoredFile
from vidan.foundation.journal.record import Fact, record
from vidan.foundation.papers.models import Frozen, IncomingPaper, Paper, PaperState, Register
from vidan.foundation.papers.structure import Structure, digest_of, from_json, to_json
from vidan.foundation.units.models import Unit


def draft_paper(*, unit: Unit, kind: str, subject: str, structure: Structure, actor: str) -> Paper:
    """Write a draft, which has no number yet."""
    with transaction.atomic():
        paper = Paper.objects.create(
            unit=unit,
            kind=kind,
            subject=subject,
            structure=to_json(structure),
            drafted_by=actor,
            drafted_at=clock.now(),
        )
        record("paper.draft", subject=subject, actor=actor, unit_id=unit.pk, facts={"kind": kind, "paper": paper.pk})
    return paper


def drafts_of(subject: str) -> list[tuple[Paper, Structure]]:
    """The drafts of a file that wait for approval, with their text."""
    rows = Paper.objects.filter(subject=subject, state=PaperState.DRAFT).order_by("pk")
    return [(paper, from_json(paper.structure)) for paper in rows]


def issue_paper(*, paper: Paper, actor: str) -> Paper:
    """Give a draft its number and date and freeze its text; raises Frozen when it has one already."""
    with transaction.atomic():
        today = clock.today()
        number = take_number(unit=paper.unit, kind=paper.kind, year=today.year)
        paper.year, paper.number, paper.issued_on, paper.issued_by = today.year, number, today, actor
        paper.state = PaperState.ISSUED
        paper.digest = digest_of(paper.structure, paper.label, today.isoformat())
        issued = {
            name: getattr(paper, name)
            for name in ("year", "number", "issued_on", "issued_by", "state", "digest", "structure")
        }
        if not Paper.objects.filter(pk=paper.pk, state=PaperState.DRAFT).update(**issued):
            raise Frozen(paper.pk)
        facts: dict[str, Fact] = {"kind": paper.kind, "paper": paper.pk, "number": paper.label, "digest": paper.digest}
        record("paper.issue", subject=paper.subject, actor=actor, unit_id=paper.unit_id, facts=facts)
    return paper


def discard_draft(*, paper: Paper, actor: str) -> None:
    """Drop a draft; raises Frozen for an issued paper."""
    with transaction.atomic():
        if not Paper.objects.filter(pk=paper.pk, state=PaperState.DRAFT).delete()[0]:
            raise Frozen(paper.pk)
        record("paper.discard", subject=paper.subject, actor=actor, unit_id=paper.unit_id, facts={"kind": paper.kind})


def void_paper(*, paper: Paper, reason: str, actor: str) -> None:
    """Void an issued paper; its number stays in the register. `reason` is a short kind, not free text."""
    with transaction.atomic():
        voided = Paper.objects.filter(pk=paper.pk, state=PaperState.ISSUED)
        if not voided.update(state=PaperState.VOIDED, void_reason=reason):
            raise Frozen(paper.pk)
        facts: dict[str, Fact] = {"paper": paper.pk, "number": paper.label}
        record(
            "paper.void",
            subject=paper.subject,
            actor=actor,
            unit_id=paper.unit_id,
            facts=facts,
            reason_kind=reason,
        )


def mark_sent(*, paper: Paper, how: str, actor: str) -> Paper:
    """Say when and how an issued paper went out: `system`, `post`, `hand`."""
    with transaction.atomic():
        today = clock.today()
        if not Paper.objects.filter(pk=paper.pk, state=PaperState.ISSUED).update(sent_on=today, sent_how=how):
            raise Frozen(paper.pk)
        paper.sent_on, paper.sent_how = today, how
        record(
            "paper.send",
            subject=paper.subject,
            actor=actor,
            unit_id=paper.unit_id,
            facts={"paper": paper.pk, "how": how},
        )
    return paper


def register_incoming(
    *,
    unit: Unit,
    sender: str,
    number: str,
    dated: date,
    received_on: date,
    subject: str,
    actor: str,
    scan: StoredFile | None = None,
) -> IncomingPaper:
    """Enter a paper that came in; it gets the next số đến of the unit's year."""
    with transaction.atomic():
        ours = take_number(unit=unit, kind="incoming", year=received_on.year)
        paper = IncomingPaper.objects.create(
            unit=unit,
            year=received_on.year,
            number=ours,
            sender=sender,
            their_number=number,
            dated=dated,
            received_on=received_on,
            subject=subject,
            scan=scan,
        )
        record(
            "paper.receive", subject=subject, actor=actor, unit_id=unit.pk, facts={"number": ours, "paper": paper.pk}
        )
    return paper


def take_number(*, unit: Unit, kind: str, year: int) -> int:
    """The next number of a register, by a conditional update: no number twice, no gap by a refused paper."""
    while True:
        row, _made = Register.objects.get_or_create(unit=unit, kind=kind, year=year)
        if Register.objects.filter(pk=row.pk, taken=row.taken).update(taken=row.taken + 1):
            return row.taken + 1
