"""Đọc kế hoạch: a plan is made out of a file or a text, with what it proposes as duties for a person to confirm."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from vidan.domain.duties.reading import PlanText, Proposed, read_plan
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.files.services import keep_file
from vidan.foundation.journal.record import record
from vidan.foundation.texts.read import read_document
from vidan.foundation.units.models import Unit
from vidan.oversight.duty_kinds import RhythmWords
from vidan.oversight.duty_rules import REPORT_DAYS, length
from vidan.oversight.models import Duty, Plan, Programme
from vidan.oversight.models.programme import RUN
from vidan.oversight.services.plan_step import next_code

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

SHORT = 110
"""Letters of the name that is proposed for a duty."""


@dataclass(frozen=True, kw_only=True)
class PlanPaper:
    """What the person says of the paper; an empty title or year is taken from the text."""

    year: int | None = None
    title: str = ""
    number: str = ""
    programme: Programme | None = None


class NothingToRead(ValueError):
    """The text has neither a year nor a numbered part that a plan could be made of, and the person said neither."""


def paragraphs_of(text: str, file: "UploadedFile[bytes] | None") -> Sequence[str]:
    """The paragraphs of the file, else of the text; raises NotTaken with the sentence for the person."""
    if file is None:
        return text.split("\n")
    file.seek(0)
    data: bytes = file.read()
    if (file.name or "").lower().endswith(".txt"):
        return data.decode("utf-8", errors="replace").split("\n")
    return read_document(data).paragraphs


def read_in(
    *,
    front: Unit,
    paper: PlanPaper,
    paragraphs: Sequence[str],
    actor: Actor,
    file: "UploadedFile[bytes] | None" = None,
    is_sample: bool = False,
) -> Plan:
    """Make a plan and its proposed duties. Raises Plan.DoesNotExist when the actor runs no plan for the Front, NothingToRead,
    NotTaken."""
    if front.pk not in actor.units_with(RUN):
        raise Plan.DoesNotExist(front.slug)
    read = read_plan(paragraphs)
    year = paper.year or read.year
    if year is None or not (paper.title or read.title):
        raise NothingToRead
    with transaction.atomic():
        plan = Plan.objects.create(
            code=next_code(front, "plan", "KHPH", year),
            front=front,
            programme=paper.programme or _programme(front, read, year),
            year=year,
            title=(paper.title or read.title)[:300],
            number=paper.number,
            made_by=actor.code,
            is_sample=is_sample,
        )
        if file is not None and not (file.name or "").lower().endswith(".txt"):
            plan.file = keep_file(subject=plan.code, upload=file, position=1)
            plan.save()
        days = length(REPORT_DAYS, clock.today())
        for position, one in enumerate(read.duties, start=1):
            add_proposed(plan, position, one, days)
        record(
            "plan.read_in",
            subject=plan.code,
            actor=actor.code,
            unit_id=front.pk,
            facts={"year": year, "proposed": len(read.duties), "digest": plan.file.digest if plan.file else ""},
        )
    return plan


def add_proposed(plan: Plan, position: int, one: Proposed, days: int) -> Duty:
    """One proposed duty of a plan."""
    return Duty.objects.create(
        code=next_code(plan.front, "duty", "NV", plan.year),
        plan=plan,
        position=position,
        clause=one.clause[:20],
        part=one.part[:300],
        title=short(one.words),
        words=one.words,
        rhythm=RhythmWords(one.rhythm.value),
        is_likely=one.is_duty,
        days=days,
    )


def short(words: str) -> str:
    """The beginning of a text up to a whole word, for lists."""
    words = " ".join(words.split())
    if len(words) <= SHORT:
        return words.rstrip(".;:")
    return words[:SHORT].rpartition(" ")[0].rstrip(".,;:") + "…"


def _programme(front: Unit, read: PlanText, year: int) -> Programme | None:
    """The programme that the text names, else the one of that year."""
    rows = Programme.objects.filter(front=front, first_year__lte=year, last_year__gte=year)
    if not read.programme:
        return rows.first()
    return next((one for one in rows if one.number.replace(" ", "").upper() == read.programme), rows.first())
