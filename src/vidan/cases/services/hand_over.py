"""Bàn giao: a Front has ended, and each of its open cases goes to the Front that succeeded it on that day."""

from django.db.models import QuerySet

from vidan.cases.models import CaseFile, Handing, Petition, Urging
from vidan.cases.models.routing import Direction, HandingEnd
from vidan.cases.moves import OPEN
from vidan.cases.routing import has_ended, successor_front
from vidan.cases.services.guide import drop_guidance
from vidan.cases.services.hand import carry_on_to
from vidan.cases.services.propose import drop_proposals
from vidan.cases.services.step import step
from vidan.cases.services.tally import tally
from vidan.cases.services.verify import drop_plans
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.papers.services import discard_draft
from vidan.foundation.units.models import Unit

AT_ONCE = 200
"""So many cases are handed over while somebody waits; the rest at the next time."""


def hand_over(*, code: str, actor: Actor, version: int | None = None) -> CaseFile:
    """Hand one case to the successor as it stands: by law, so nobody has to accept it; its clocks go on."""
    with step(code=code, move="hand_over", actor=actor, version=version) as taking:
        case, today = taking.case, clock.today()
        successor = successor_front(case.front)
        assert successor is not None  # the move needs it
        Handing.objects.filter(case=case, ended="").update(ended=HandingEnd.ACCEPTED, ended_on=today)
        drop_unsent(case, actor)
        Handing.objects.create(
            case=case,
            from_front=case.front,
            to_front=successor,
            direction=Direction.OVER,
            handed_on=today,
            ended=HandingEnd.ACCEPTED,
            ended_on=today,
        )
        tally("cases.handed", case, on=today, mark=Direction.OVER)
        carry_on_to(taking, successor)
    return case


def drop_unsent(case: CaseFile, actor: Actor) -> None:
    """Drop every letter that the old Front drafted and did not number: it issues nothing any more."""
    drop_guidance(case.code, actor)
    drop_plans(case, actor)
    drop_proposals(case, actor)
    urgings = Urging.objects.filter(transfer__case=case, sent_on__isnull=True).select_related("paper")
    petitions = Petition.objects.filter(transfer__case=case, sent_on__isnull=True).select_related("paper")
    transfers = case.transfers.filter(sent_on__isnull=True).select_related("paper")
    for waiting in (*urgings, *petitions, *transfers):
        paper = waiting.paper
        waiting.delete()
        discard_draft(paper=paper, actor=actor.code)


def hand_over_all(*, actor: Actor) -> int:
    """Hand over the open cases of the actor's ended Fronts, one transaction and one journal entry each; returns how many."""
    codes = list(to_hand_over(actor).values_list("code", flat=True)[:AT_ONCE])
    for code in codes:
        hand_over(code=code, actor=actor)
    return len(codes)


def to_hand_over(actor: Actor) -> QuerySet[CaseFile]:
    """The open cases of Fronts that have ended, the earliest date first, as far as the actor may know of them."""
    fronts = [front.pk for front in ended_fronts(actor)]
    rows = CaseFile.objects.visible_to(actor).filter(front_id__in=fronts, state__in=OPEN)
    return rows.select_related("front", "subject_unit").order_by("due_on", "pk")


def ended_fronts(actor: Actor) -> list[Unit]:
    """The Fronts of the actor that exist no more."""
    ours = Unit.objects.filter(pk__in=actor.units_with("cases.hand")).select_related("parent")
    return [front for front in ours if has_ended(front)]
