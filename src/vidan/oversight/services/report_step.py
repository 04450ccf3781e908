"""Báo cáo thực hiện: a unit writes and sends its report, the Front sends it back with a reason or accepts it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F

from vidan.domain.moves import Refusal, Why
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.caching.topics import changed
from vidan.foundation.calendar import clock
from vidan.foundation.files.services import drop_file, keep_file
from vidan.foundation.journal.record import Fact, record
from vidan.foundation.notices.models import NoticeKind
from vidan.oversight.duty_facts import decided
from vidan.oversight.duty_kinds import ReportState
from vidan.oversight.duty_rules import AGAIN, days_after
from vidan.oversight.models import Duty, DutyReport
from vidan.oversight.plan_findable import PLANS
from vidan.oversight.services.plan_step import Overtaken
from vidan.oversight.services.tally_duties import tally, told_of, told_of_duty
from vidan.oversight.services.tell_units import tell_front, tell_unit
from vidan.oversight.unit_numbers import numbers_of

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


class Refused(Exception):
    """The move may not be taken; `refusal` says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.name)
        self.refusal = refusal


@dataclass
class Step:
    """A move being taken: the locked report and what the journal will say."""

    report: DutyReport
    facts: dict[str, Fact] = field(default_factory=dict)


@contextmanager
def step(*, code: str, move: str, actor: Actor, version: int | None = None) -> Iterator[Step]:
    """Run the body as one move of one report.

    Raises DutyReport.DoesNotExist when the actor may not know of it, Overtaken when it is no longer at `version`, Refused when
    the table says no. What a report lacks is asked after the body has run, for the same press may bring it.
    """
    with transaction.atomic():
        seen = DutyReport.objects.visible_to(actor).filter(code=code)
        # The lock comes first: what is read after it, nobody changes any more until the end.
        if not DutyReport.objects.filter(pk__in=list(seen.values_list("pk", flat=True))).update(
            version=F("version") + 1
        ):
            raise DutyReport.DoesNotExist(code)
        report = DutyReport.objects.select_related("duty__plan", "unit", "front").get(code=code)
        if version is not None and report.version != version + 1:
            raise Overtaken
        early = decided(report, actor, move)
        if isinstance(early, Refusal) and early.why is not Why.NEEDS:
            raise Refused(early)
        was, stood = told_of(report), report.state
        taking = Step(report)
        yield taking
        answer = decided(report, actor, move)
        if isinstance(answer, Refusal):
            raise Refused(answer)
        report.state = answer.state
        report.save()
        tally(told_of(report), was)
        if ReportState.ACCEPTED in (stood, report.state):
            _settle_duty(report.duty)
        facts: dict[str, Fact] = {"from": stood, "to": report.state, **taking.facts}
        record(f"duty_report.{move}", subject=code, actor=actor.code, unit_id=report.unit_id, facts=facts)
        if stood != report.state:
            changed(PLANS)


def write_report(
    *,
    code: str,
    words: str,
    counted: int | None,
    actor: Actor,
    file: "UploadedFile[bytes] | None" = None,
    sends: bool = False,
    version: int | None = None,
) -> DutyReport:
    """Keep what a unit writes, and send it when it says so: the figures of the period are frozen into it then.

    A new file takes the place of the one before. Raises what step() raises, and NotTaken for a file.
    """
    with step(code=code, move="send" if sends else "write", actor=actor, version=version) as taking:
        report = taking.report
        report.words, report.counted = words, counted
        if file is not None:
            _put(report, file)
            taking.facts["digest"] = report.file.digest if report.file else ""
        if sends:
            today = clock.today()
            report.first_sent_on, report.sent_on = report.first_sent_on or today, today
            report.again_by = None
            report.numbers = [
                {"label": one.label, "count": one.count}
                for one in numbers_of(
                    unit_id=report.unit_id,
                    front_id=report.front_id,
                    first=report.first,
                    last=report.last,
                    figure=report.duty.figure,
                )
            ]
            taking.facts["in_time"] = report.first_sent_on <= report.due_on
            tell_front(NoticeKind.DUTY_SENT, report.front_id, report.code, by_mail=not report.is_sample)
    return report


def accept_report(*, code: str, actor: Actor, version: int | None = None) -> DutyReport:
    """The Front accepts a report; raises what step() raises."""
    with step(code=code, move="accept", actor=actor, version=version) as taking:
        taking.report.accepted_on, taking.report.reason = clock.today(), ""
    return taking.report


def send_back_report(*, code: str, reason: str, actor: Actor, version: int | None = None) -> DutyReport:
    """The Front sends a report back with its reason; the unit has the days of CT-23. Raises what step() raises."""
    with step(code=code, move="send_back", actor=actor, version=version) as taking:
        report = taking.report
        report.reason, report.accepted_on = reason, None
        report.again_by = days_after(AGAIN, clock.today())
        taking.facts["again_by"] = report.again_by.isoformat()
        tell_unit(NoticeKind.DUTY_BACK, report.unit_id, report.code, by_mail=not report.is_sample)
    return report


def _put(report: DutyReport, file: "UploadedFile[bytes]") -> None:
    before = report.file
    report.file = keep_file(subject=report.code, upload=file, position=1, at_most=2)
    report.save()
    if before is not None:
        drop_file(subject=report.code, name=before.name)


def _settle_duty(duty: Duty) -> None:
    """A duty is done when its last report is accepted, and no longer when one was sent back; what the Front itself said stays."""
    duty = Duty.objects.select_for_update(of=("self",), no_key=True).select_related("plan").get(pk=duty.pk)
    if duty.done_note:
        return
    was = told_of_duty(duty)
    states = set(duty.reports.exclude(state=ReportState.CANCELLED).values_list("state", flat=True))
    all_in = states == {ReportState.ACCEPTED.value}
    if all_in == (duty.done_on is not None):
        return
    duty.done_on = clock.today() if all_in else None
    duty.save(update_fields=["done_on"])
    tally(told_of_duty(duty), was)
