"""Every figure of the reports counted again from the records themselves, by queries that share nothing with the figures.

Each takes a Front and a span of days, both ends included, and gives the count and what it is a share of, if it is one.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from types import MappingProxyType
from zoneinfo import ZoneInfo

from django.db.models import Sum

from vidan.cases.kinds import Kind, Source, State, TransferRole
from vidan.cases.models import (
    CaseFile,
    Handing,
    Petition,
    Proposal,
    ReceptionSession,
    ReceptionTurn,
    Transfer,
    Urging,
    Verification,
)
from vidan.cases.models.routing import HandingEnd
from vidan.consultations.models import Draft, Point
from vidan.foundation.journal.models import Entry
from vidan.outreach.models import Activity, PlanLine
from vidan.oversight.models import Duty, DutyReport, GuidanceMark, Inspection, Recommendation
from vidan.scorecards.models import Scorecard
from vidan.surveys.models import SurveyRound, Tally

Span = tuple[date, date]
Counted = tuple[int, int | None]
Recount = Callable[[int, Span], Counted]
Days = Iterable[tuple[int, date | None]]
"""Cases with the day on which something was done in them."""

HERE = ZoneInfo("Asia/Ho_Chi_Minh")
DAYS_BEFORE = 15
"""So many days before it is submitted a draft reaches the Front (Luật MTTQ Đ.36.1)."""


def _in(day: date | None, span: Span) -> bool:
    return day is not None and span[0] <= day <= span[1]


def _carrier(case: int, day: date, gone: Mapping[int, list[tuple[date, int]]], now: Mapping[int, int]) -> int:
    """The Front that carried a case at the end of a day: whoever gave it away first after that day, else who has it now."""
    later = [front for given, front in gone.get(case, []) if given > day]
    return later[0] if later else now[case]


def _of(front: int, days: Days, span: Span) -> int:
    """How many of these were done in the span while the Front carried the case."""
    gone: dict[int, list[tuple[date, int]]] = {}
    for one in Handing.objects.order_by("pk"):
        gone.setdefault(one.case_id, []).append((one.handed_on, one.from_front_id))
        if one.ended == HandingEnd.RETURNED and one.ended_on:
            gone[one.case_id].append((one.ended_on, one.to_front_id))
    now = dict(CaseFile.objects.values_list("pk", "front_id"))
    return sum(1 for case, day in days if day and _in(day, span) and _carrier(case, day, gone, now) == front)


def _received(front: int, span: Span, **of: object) -> Counted:
    """Whoever carries a case later, it was received by the Front that the first to hand it on was."""
    rows = CaseFile.objects.filter(**of).values_list("pk", "front_id", "received_at")
    first: dict[int, int] = {}
    for case, whose in Handing.objects.order_by("pk").values_list("case_id", "from_front_id"):
        first.setdefault(case, whose)
    return sum(first.get(pk, now) == front and _in(at.astimezone(HERE).date(), span) for pk, now, at in rows), None


def _settling(**of: object) -> Days:
    sent = Transfer.objects.filter(role=TransferRole.SETTLE, sent_on__isnull=False, **of)
    return list(sent.values_list("case_id", "sent_on"))


def _answers(**of: object) -> Days:
    sent = Transfer.objects.filter(role=TransferRole.SETTLE, sent_on__isnull=False, answered_on__isnull=False, **of)
    return list(sent.values_list("case_id", "answered_on"))


def _on_time(front: int, span: Span) -> Counted:
    """What fell due in the span; one of a withdrawn case that was not answered fell due no more."""
    sent = Transfer.objects.filter(role=TransferRole.SETTLE, sent_on__isnull=False, clock__due_on__range=span)
    sent = sent.exclude(case__state=State.WITHDRAWN, answered_on__isnull=True)
    rows = list(sent.values_list("case_id", "clock__due_on", "answered_on"))
    whole = date.min, date.max
    due = _of(front, [(case, min(due, came or due)) for case, due, came in rows], whole)
    return _of(front, [(case, came) for case, due, came in rows if came and came <= due], whole), due


def _urged(front: int, span: Span) -> Counted:
    sent = Urging.objects.filter(transfer__role=TransferRole.SETTLE)
    return _of(front, list(sent.values_list("transfer__case_id", "sent_on")), span), None


def _petitioned(front: int, span: Span) -> Counted:
    sent = Petition.objects.filter(transfer__role=TransferRole.SETTLE)
    return _of(front, list(sent.values_list("transfer__case_id", "sent_on")), span), None


def _informed(front: int, span: Span) -> Counted:
    """The journal says each time whether the person was told in time: by his own letter, or with the case his was merged into."""
    told = Entry.objects.filter(event__in=("case.inform", "case.informed_with"), unit_id=front)
    rows = [
        one.facts["on_time"] for one in told if "on_time" in one.facts and _in(one.at.astimezone(HERE).date(), span)
    ]
    return sum(rows), len(rows)


def _verified(front: int, span: Span, **of: object) -> Counted:
    held = Verification.objects.exclude(finding="").filter(**of)
    return _of(front, list(held.values_list("case_id", "held_on")), span), None


def _proposed(front: int, span: Span) -> Counted:
    return _of(front, list(Proposal.objects.values_list("verification__case_id", "sent_on")), span), None


def _decided(front: int, span: Span, **of: object) -> Counted:
    rows = Proposal.objects.exclude(verdict="").filter(**of)
    return _of(front, list(rows.values_list("verification__case_id", "decided_on")), span), None


def _people(front: int, span: Span) -> Counted:
    turns = ReceptionTurn.objects.filter(session__front_id=front, session__day__day__range=span)
    return turns.aggregate(n=Sum("people"))["n"] or 0, None


def _receptions(front: int, span: Span) -> Counted:
    held = ReceptionSession.objects.filter(front_id=front, day__day__range=span, minutes__isnull=False)
    return held.count(), None


def _activities(front: int, span: Span) -> Counted:
    return Activity.objects.filter(front_id=front, on__range=span, state="done").count(), None


def _reached(front: int, span: Span) -> Counted:
    done = Activity.objects.filter(front_id=front, on__range=span, state="done")
    return done.aggregate(n=Sum("reached"))["n"] or 0, None


def _held(front: int, span: Span) -> Counted:
    """Planned of quarters that end in the span; what a unit did of a kind and topic in the year fills them in their order."""
    held = planned = 0
    left: dict[tuple[object, ...], int] = {}
    for line in PlanLine.objects.filter(front_id=front).order_by("year", "quarter"):
        what = {"unit_id": line.unit_id, "kind": line.kind, "topic": line.topic}
        key = (line.year, *what.values())
        if key not in left:
            left[key] = Activity.objects.filter(on__year=line.year, state="done", **what).count()
        done = min(line.count, left[key])
        left[key] -= done
        ends = date(line.year + line.quarter // 4, line.quarter * 3 % 12 + 1, 1) - timedelta(days=1)
        if _in(ends, span):
            held, planned = held + done, planned + line.count
    return held, planned


def _duties(front: int, span: Span) -> Counted:
    """A duty is of its plan's year, whenever the plan was published or the duty done."""
    rows = Duty.objects.filter(plan__front_id=front, stage="confirmed", plan__published_on__isnull=False)
    told = [
        (_in_year(day, year) if day else None, _in_year(published, year))
        for year, published, day in rows.values_list("plan__year", "plan__published_on", "done_on")
        if published
    ]
    return sum(_in(done, span) for done, _published in told), sum(_in(published, span) for _done, published in told)


def _in_year(day: date, year: int) -> date:
    return sorted((date(year, 1, 1), day, date(year, 12, 31)))[1]


def _duty_reports(front: int, span: Span) -> Counted:
    rows = DutyReport.objects.filter(front_id=front, due_on__range=span).exclude(state="cancelled")
    told = list(rows.values_list("first_sent_on", "due_on"))
    return sum(1 for sent, due in told if sent and sent <= due), len(told)


def _guidance(front: int, span: Span) -> Counted:
    marks = GuidanceMark.objects.filter(guidance__front_id=front, guidance__sent_on__range=span)
    return marks.filter(accepted_on__isnull=False).count(), marks.count()


def _drafts(front: int, span: Span) -> Counted:
    return Draft.objects.filter(front_id=front, received_on__range=span).count(), None


def _drafts_late(front: int, span: Span) -> Counted:
    rows = Draft.objects.filter(front_id=front, received_on__range=span).values_list("received_on", "submits_on")
    late = [came for came, submits in rows if submits and (submits - came).days < DAYS_BEFORE]
    return len(late), len(rows)


def _criticised(front: int, span: Span) -> Counted:
    return Draft.objects.filter(front_id=front, sent_on__range=span).count(), None


def _points(front: int, span: Span) -> Counted:
    return Point.objects.filter(draft__front_id=front, draft__sent_on__range=span).count(), None


def _answered(verdict: str) -> Recount:
    def recount(front: int, span: Span) -> Counted:
        sent = Point.objects.filter(draft__front_id=front, draft__sent_on__range=span)
        return sent.filter(disposition__verdict=verdict).count(), sent.count()

    return recount


def _unanswered(front: int, span: Span) -> Counted:
    sent = Point.objects.filter(draft__front_id=front, draft__sent_on__range=span)
    return sent.filter(disposition__isnull=True).count(), sent.count()


def _satisfied(front: int, span: Span) -> Counted:
    """Answers to the scales that a published result tells of; 4 and 5 of five levels are satisfied."""
    satisfied = answers = 0
    for one in SurveyRound.objects.filter(front_id=front, state="published", published_on__range=span):
        assert one.frozen is not None
        scales = [item["code"] for item in one.frozen["result"]["items"] if item.get("measure")]
        rows = Tally.objects.filter(round=one, marked=False, item__in=scales, value__in=list("12345"))
        for value, n in rows.values_list("value", "count"):
            answers += n
            satisfied += n if value in "45" else 0
    return satisfied, answers


def _inspections(front: int, span: Span) -> Counted:
    return Inspection.objects.filter(front_id=front, ended_on__range=span).count(), None


def _made(front: int, span: Span) -> Counted:
    told = Recommendation.objects.filter(inspection__front_id=front, inspection__concluded_on__range=span)
    return told.count(), None


def _recommendations(**of: object) -> Recount:
    def recount(front: int, span: Span) -> Counted:
        found = {name: span if value is ... else value for name, value in of.items()}
        rows = Recommendation.objects.filter(inspection__front_id=front, **found)
        return rows.count(), None

    return recount


def _overdue(front: int, span: Span) -> Counted:
    """Each whose last day passed before an answer came, on the day after it, as far as that day has come."""
    rows = Recommendation.objects.filter(inspection__front_id=front, due_on__isnull=False)
    late = [
        due + timedelta(days=1)
        for due, came, verified in rows.values_list("due_on", "answered_on", "verified_on")
        if due and (came is None or came > due) and (verified is None or came or verified > due)
    ]
    return sum(_in(day, span) for day in late), None


def _own(front: int, span: Span) -> Counted:
    answered = _answers(case__source=Source.FRONT)
    return _of(front, answered, span), None


def _points_of(criterion: str) -> Recount:
    """What the newest decided edition of each sheet of the year holds, in hundredths; in all, without a criterion."""

    def recount(front: int, span: Span) -> Counted:
        sheets: dict[tuple[int, int], tuple[date, Scorecard]] = {}
        decided = Scorecard.objects.filter(front_id=front, kind="front", decided_on__isnull=False)
        for card in decided.order_by("edition"):
            key = card.unit_id, card.year
            first = sheets[key][0] if key in sheets else min(card.decided_on or date.min, date(card.year, 12, 31))
            sheets[key] = first, card
        told = [card for first, card in sheets.values() if _in(first, span) and card.frozen]
        sums = [
            card.frozen["result"]["sums"][criterion] if criterion else card.frozen["result"]["total"]
            for card in told
            if card.frozen
        ]
        points, maximum = (int(100 * sum(Decimal(one[name]) for one in sums)) for name in ("points", "maximum"))
        return points, maximum

    return recount


def _beside(one: Recount, whole: Recount) -> Recount:
    """A count as a share of another one."""
    return lambda front, span: (one(front, span)[0], whole(front, span)[0])


COUNTED: Mapping[str, Recount] = MappingProxyType(
    {
        "cases.received": _received,
        "cases.commended": lambda front, span: _received(front, span, kind=Kind.COMMENDATION),
        "cases.own_received": lambda front, span: _received(front, span, source=Source.FRONT),
        "cases.own_answered": _own,
        "cases.transferred": lambda front, span: (_of(front, _settling(), span), None),
        "cases.answered": lambda front, span: (_of(front, _answers(), span), None),
        "cases.answered_on_time": _on_time,
        "cases.urged": _urged,
        "cases.petitioned": _petitioned,
        "cases.informed_on_time": _informed,
        "receptions.held": _receptions,
        "receptions.people": _people,
        "cases.verified": _verified,
        "cases.verified_founded": _beside(lambda front, span: _verified(front, span, finding="founded"), _verified),
        "cases.proposed": _proposed,
        "cases.decided": _decided,
        "cases.decided_accepted": _beside(lambda front, span: _decided(front, span, verdict="accepted"), _decided),
        "cases.proposals_decided": _beside(_decided, _proposed),
        "outreach.activities": _activities,
        "outreach.reached": _reached,
        "outreach.held": _held,
        "oversight.duties_done": _duties,
        "oversight.duty_reports_on_time": _duty_reports,
        "oversight.guidance_accepted": _guidance,
        "consultations.received": _drafts,
        "consultations.received_late": _drafts_late,
        "consultations.criticised": _criticised,
        "consultations.points": _points,
        "consultations.accepted": _answered("accepted"),
        "consultations.partly": _answered("partly"),
        "consultations.refused": _answered("refused"),
        "consultations.unanswered": _unanswered,
        "surveys.satisfied": _satisfied,
        "oversight.inspections_held": _inspections,
        "oversight.recommendations_made": _made,
        "oversight.recommendations_answered": _recommendations(answered_on__range=...),
        "oversight.recommendations_carried_out": _recommendations(verified_on__range=..., carried="done"),
        "oversight.recommendations_overdue": _overdue,
        "scorecards.points": _points_of(""),
        "scorecards.points_dissemination": _points_of("I"),
        "scorecards.points_reception": _points_of("II"),
        "scorecards.points_conduct": _points_of("III"),
        "scorecards.points_criticism": _points_of("IV"),
    }
)
"""The count, and what it is a share of."""
