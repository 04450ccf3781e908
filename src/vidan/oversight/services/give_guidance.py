"""Hướng dẫn: a Front writes a paper to its wards and member organisations, sends it, and each marks it read and taken up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.figures.tally import add_fact
from vidan.foundation.files.services import drop_file, keep_file
from vidan.foundation.journal.record import Fact, record
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.units.models import Unit
from vidan.foundation.units.selectors import in_place_of
from vidan.oversight.duty_kinds import GuidanceState
from vidan.oversight.duty_rules import TAKE_UP, days_after
from vidan.oversight.models import Guidance, GuidanceMark, Plan
from vidan.oversight.models.duty_report import REPORT
from vidan.oversight.models.programme import RUN
from vidan.oversight.services.plan_step import Overtaken, next_code
from vidan.oversight.services.tell_units import tell_units

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


@dataclass(frozen=True, kw_only=True)
class GuidancePaper:
    """What the paper says and whom it is for."""

    title: str
    dated: date
    words: str
    units: Sequence[Unit]
    number: str = ""
    accept_by: date | None = None
    plan: Plan | None = None


class AlreadySent(ValueError):
    """What was sent is changed no more."""


def write_guidance(
    *,
    front: Unit,
    paper: GuidancePaper,
    actor: Actor,
    file: "UploadedFile[bytes] | None" = None,
    is_sample: bool = False,
) -> Guidance:
    """Write a paper; nobody else reads it before it is sent. Raises Guidance.DoesNotExist, NotTaken for a file."""
    if front.pk not in actor.units_with(RUN):
        raise Guidance.DoesNotExist(front.slug)
    with transaction.atomic():
        code = next_code(front, "guidance", "HDTH", paper.dated.year)
        guidance = Guidance(code=code, front=front, is_sample=is_sample)
        facts = _write(guidance, paper, file)
        record("guidance.write", subject=code, actor=actor.code, unit_id=front.pk, facts=facts)
    return guidance


def change_guidance(
    *,
    code: str,
    paper: GuidancePaper,
    actor: Actor,
    file: "UploadedFile[bytes] | None" = None,
    version: int | None = None,
) -> Guidance:
    """Change one that was not sent; raises Guidance.DoesNotExist, AlreadySent, Overtaken, NotTaken."""
    with transaction.atomic():
        guidance = _locked(code, actor, version)
        facts = _write(guidance, paper, file)
        record("guidance.write", subject=code, actor=actor.code, unit_id=guidance.front_id, facts=facts)
    return guidance


def send_guidance(*, code: str, actor: Actor, version: int | None = None) -> Guidance:
    """Send it to its units, which take it up by its day, or within the days of CT-24; raises Guidance.DoesNotExist, AlreadySent,
    Overtaken."""
    with transaction.atomic():
        guidance = _locked(code, actor, version)
        guidance.state, guidance.sent_on = GuidanceState.SENT, clock.today()
        guidance.accept_by = guidance.accept_by or days_after(TAKE_UP, clock.today())
        guidance.save()
        units = list(guidance.marks.values_list("unit_id", flat=True))
        for unit_id in units:
            add_fact("oversight.guidance_sent", on=clock.today(), front_id=guidance.front_id, unit_id=unit_id)
        tell_units(NoticeKind.GUIDANCE, units, code, by_mail=not guidance.is_sample)
        record(
            "guidance.send",
            subject=code,
            actor=actor.code,
            unit_id=guidance.front_id,
            facts={"units": len(units), "by": guidance.accept_by.isoformat()},
        )
    return guidance


def mark_guidance(*, code: str, accepts: bool, actor: Actor) -> GuidanceMark:
    """A unit marks a paper read, or taken up (then it has read it too); a mark stays. Raises GuidanceMark.DoesNotExist."""
    with transaction.atomic():
        ours = in_place_of(actor.units_with(REPORT), clock.today())
        rows = GuidanceMark.objects.filter(guidance__code=code, guidance__state=GuidanceState.SENT, unit_id__in=ours)
        marks = list(rows.select_for_update(of=("self",)).select_related("guidance"))
        if not marks:
            raise GuidanceMark.DoesNotExist(code)
        for mark in marks:
            _mark(mark, accepts=accepts, actor=actor)
    return marks[0]


def _mark(mark: GuidanceMark, *, accepts: bool, actor: Actor) -> None:
    today = clock.today()
    if mark.accepted_on is not None or (mark.read_on is not None and not accepts):
        return
    mark.read_on = mark.read_on or today
    if accepts:
        mark.accepted_on = today
        # Of the papers sent on a day so many were taken up, whenever: the share of a year never passes the whole.
        sent = mark.guidance.sent_on or today
        add_fact("oversight.guidance_accepted", on=sent, front_id=mark.guidance.front_id, unit_id=mark.unit_id)
    mark.save()
    event = "guidance.accept" if accepts else "guidance.read"
    record(event, subject=mark.guidance.code, actor=actor.code, unit_id=mark.unit_id)


def _locked(code: str, actor: Actor, version: int | None) -> Guidance:
    ours = in_place_of(actor.units_with(RUN), clock.today())
    if not Guidance.objects.filter(code=code, front_id__in=ours).update(version=F("version") + 1):
        raise Guidance.DoesNotExist(code)
    guidance = Guidance.objects.select_related("front", "file").get(code=code)
    if version is not None and guidance.version != version + 1:
        raise Overtaken
    if guidance.state != GuidanceState.DRAFT:
        raise AlreadySent
    return guidance


def _write(guidance: Guidance, paper: GuidancePaper, file: "UploadedFile[bytes] | None") -> dict[str, Fact]:
    for name in ("title", "dated", "words", "number", "accept_by", "plan"):
        setattr(guidance, name, getattr(paper, name))
    before = guidance.file
    if file is not None:
        guidance.file = keep_file(subject=guidance.code, upload=file, position=1, at_most=2)
    guidance.save()
    if file is not None and before is not None:
        drop_file(subject=guidance.code, name=before.name)
    wanted = {unit.pk for unit in paper.units}
    guidance.marks.exclude(unit_id__in=wanted).delete()
    there = set(guidance.marks.values_list("unit_id", flat=True))
    GuidanceMark.objects.bulk_create(GuidanceMark(guidance=guidance, unit_id=pk) for pk in sorted(wanted - there))
    return {"units": len(wanted)}
