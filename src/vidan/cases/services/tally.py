"""Facts of a case for the figures: always dated, always with the Front that carries it."""

from datetime import date
from functools import partial

from vidan.cases.figures import MEASURES, TRAITS, by_trait
from vidan.cases.kinds import State, TransferRole
from vidan.cases.models import CaseFile
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.days import working_days_late
from vidan.foundation.figures.models import Fact
from vidan.foundation.units.models import Unit


def tally(name: str, case: CaseFile, *, on: date, unit: Unit | None = None, mark: str = "", amount: int = 1) -> None:
    """Write one fact; the unit is the one complained of when no other is given. What is counted by traits goes with it."""
    Fact.objects.bulk_create(facts_for(name, case, on=on, unit_id=unit.pk if unit else None, mark=mark, amount=amount))


def tally_anew(was: CaseFile, case: CaseFile) -> None:
    """A word was counted as it came in; where it turned out to be of another kind or place, it counts as it is from now on."""
    on = clock.local(case.received_at).date()
    before = facts_for("cases.received", was, on=on, amount=-1)
    after = facts_for("cases.received", case, on=on)
    if [(f.name, f.unit_id, f.mark) for f in before] != [(f.name, f.unit_id, f.mark) for f in after]:
        Fact.objects.bulk_create([*before, *after])


def facts_for(
    name: str, case: CaseFile, *, on: date, unit_id: int | None = None, mark: str = "", amount: int = 1
) -> list[Fact]:
    """The fact of a step and, for what the statistics count, one more for each trait of the case.

    Those are of the unit complained of, whoever answers, and of the body that settles alone.
    """
    subject = case.subject_unit_id
    told = [(name, subject if unit_id is None else unit_id, mark or case.kind)]
    if name in MEASURES and mark in ("", TransferRole.SETTLE):
        marks = [(trait, one) for trait, marks_of in TRAITS.items() for one in marks_of(case)]
        told += [(by_trait(name, trait), subject, one) for trait, one in marks]
    return [
        Fact(name=fact, on=on, front_id=case.front_id, unit_id=unit, mark=one, amount=amount)
        for fact, unit, one in told
    ]


def reckoned(case: CaseFile) -> list[Fact]:
    """What the steps of a case come to in the statistics, reckoned from its rows alone; its transfers come with their clocks.

    The recount of a test, and what is left out for who may not know of the case.
    """
    facts = facts_for("cases.received", case, on=clock.local(case.received_at).date())
    for sent in case.transfers.all():
        if sent.clock is None or sent.sent_on is None or (case.state == State.WITHDRAWN and sent.answered_on is None):
            continue
        due, told = sent.clock.due_on, partial(facts_for, case=case, unit_id=sent.recipient_id, mark=sent.role)
        facts += told("cases.answer_due", on=due)
        if sent.answered_on is None:
            continue
        facts += told("cases.answered", on=sent.answered_on)
        if sent.answered_on <= due:
            facts += told("cases.answered_on_time", on=due)
        else:
            facts += told("cases.answered_late", on=sent.answered_on)
            facts += told("cases.days_late", on=sent.answered_on, amount=working_days_late(due, sent.answered_on))
    return facts
