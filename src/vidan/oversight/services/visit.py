"""Ngày làm việc: what is seen is written down item by item, with evidence; then the work ends (GS-04 begins)."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vidan.domain.moves import Refusal, decide
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.services import drop_file, keep_file
from vidan.foundation.journal.record import Fact, record
from vidan.oversight.inspection_checklists import checklist
from vidan.oversight.inspection_facts import Known, facts_of
from vidan.oversight.inspection_files import evidence_of, next_position
from vidan.oversight.inspection_kinds import Seen
from vidan.oversight.inspection_moves import TABLE
from vidan.oversight.models import Finding, Inspection
from vidan.oversight.services.inspection_step import NotNow, Refused, step
from vidan.oversight.services.tally_inspections import tally_held

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

NOTE_WANTED = _("Chưa đạt hoặc đạt một phần thì cần ghi thấy gì.")
NO_ITEM = _("Bảng kiểm không có mục này.")
BEFORE_VISIT = _("Ngày kết thúc không thể trước ngày làm việc hoặc sau hôm nay.")
MOST_FILES = 10


class SomebodyElse(Exception):
    """Somebody else wrote at the same item in the meantime; nothing was changed. `now` is what stands."""

    sentence = _("Mục này vừa được người khác ghi. Chưa có gì bị ghi đè; xin xem điều người ấy ghi rồi ghi lại.")

    def __init__(self, now: Finding) -> None:
        super().__init__(now.item)
        self.now = now


@dataclass(frozen=True)
class Look:
    """What was seen at one item; `version` is that of the finding which the person was looking at, 0 for none yet."""

    item: str
    seen: Seen
    note: str = ""
    version: int = 0


def look(*, code: str, told: Look, actor: Actor) -> Finding:
    """Write down what was seen at one item.

    The same thing said again, as after a lost answer, changes nothing. Raises NotNow for an item that is not there or a note
    that is missing, SomebodyElse, Refused, Inspection.DoesNotExist; one item never stands in another's way.
    """
    with transaction.atomic():
        one = _open(code, actor)
        listed = checklist(one.topic)
        if listed is None or listed.item(told.item) is None:
            raise NotNow(NO_ITEM)
        if told.seen in (Seen.PARTLY, Seen.NOT_MET) and not told.note.strip():
            raise NotNow(NOTE_WANTED)
        note = told.note.strip()
        now = Finding.objects.filter(inspection=one, item=told.item).first()
        if now is not None and (now.seen, now.note) == (told.seen, note):
            return now
        if (now.version if now else 0) != told.version:
            assert now is not None  # versions begin with 1, and nobody takes a finding away
            raise SomebodyElse(now)
        finding = now or Finding(inspection=one, item=told.item, version=0)
        was = now.seen if now else None
        finding.seen, finding.note, finding.version = told.seen, note, finding.version + 1
        finding.recorded_by, finding.recorded_at = actor.code, clock.now()
        finding.save()
        facts: dict[str, Fact] = {"item": told.item, "was": was, "to": str(told.seen)}
        record("inspection.look", subject=code, actor=actor.code, unit_id=one.front_id, facts=facts)
    return finding


def add_evidence(*, code: str, item: str, upload: "UploadedFile[bytes]", actor: Actor) -> StoredFile:
    """Keep a file with an item; raises files.refusals.NotTaken, NotNow, Refused, Inspection.DoesNotExist."""
    with transaction.atomic():
        one = _open(code, actor)
        listed = checklist(one.topic)
        if listed is None or listed.item(item) is None:
            raise NotNow(NO_ITEM)
        subject = evidence_of(code, item)
        file = keep_file(subject=subject, upload=upload, position=next_position(subject), at_most=MOST_FILES)
        facts: dict[str, Fact] = {"item": item, "digest": file.digest}
        record("inspection.add_evidence", subject=code, actor=actor.code, unit_id=one.front_id, facts=facts)
    return file


def drop_evidence(*, code: str, item: str, name: str, actor: Actor) -> None:
    """Take a file away again; raises NotNow where there is none, Refused, Inspection.DoesNotExist."""
    with transaction.atomic():
        one = _open(code, actor)
        if not drop_file(subject=evidence_of(code, item), name=name):
            raise NotNow(_("Tệp này không còn ở đây."))
        record("inspection.drop_evidence", subject=code, actor=actor.code, unit_id=one.front_id, facts={"item": item})


def end_visit(*, code: str, ended_on: date, actor: Actor, version: int | None = None) -> Inspection:
    """Kết thúc làm việc: from this day the head of the delegation has his days for the report; raises NotNow, as step()."""
    with step(code=code, move="end_visit", actor=actor, version=version) as taking:
        one = taking.inspection
        if (one.visit_on and ended_on < one.visit_on) or ended_on > clock.today():
            raise NotNow(BEFORE_VISIT, field="ended_on")
        one.ended_on = ended_on
        tally_held(one)
        taking.told |= {"ended_on": ended_on.isoformat(), "findings": one.findings.count()}
    return one


def _open(code: str, actor: Actor) -> Inspection:
    """The inspection, locked, while what is seen may be written down."""
    seen = Inspection.objects.looked_at_by(actor).filter(code=code)
    one = Inspection.objects.select_for_update(of=("self",)).select_related("body").get(pk__in=seen.values("pk"))
    answer = decide(TABLE, facts_of(Known(one, actor), only="look"), "look", clock.today())
    if isinstance(answer, Refusal):
        raise Refused(answer)
    return one
