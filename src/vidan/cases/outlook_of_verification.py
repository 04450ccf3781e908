"""What a desk is shown of explanation, verification, proposal and decision: the Front all of it, a body what concerns it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from vidan.cases.facts import Known
from vidan.cases.handling import words
from vidan.cases.kinds import TransferRole
from vidan.cases.models import CaseFile, Explanation, Proposal, Transfer, Verification
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.models import Clock
from vidan.foundation.units.selectors import in_place_of
from vidan.foundation.vault.services import open_text


@dataclass(frozen=True)
class Shown:
    """A proposal with its words: what was proposed, what was accepted, and the authority's reason."""

    proposal: Proposal
    forms: str
    accepted: str
    reason: str


def for_the_front(known: Known) -> dict[str, Any]:
    """Everything but what still waits for the head."""
    return {
        "explanation": explanation_of(known.case),
        "verifications": known.verifications,
        "proposals": [_shown(one) for one in known.proposals if one.sent_on],
    }


def explanation_of(case: CaseFile) -> tuple[Explanation, str] | None:
    """The newest explanation with its words."""
    return (case.explanation, open_text(case.explanation.text)) if case.explanation else None


def for_a_body(known: Known, sent: list[Transfer]) -> dict[str, Any]:
    """Explanation, plan and minutes for the bodies that take part; a proposal for whom it was sent to, and who monitors."""
    ours = {unit for transfer in sent for unit in (transfer.held_by, transfer.body.pk)}
    monitors = any(transfer.role == TransferRole.MONITOR for transfer in sent)
    told = for_the_front(known)
    return told | {"proposals": [one for one in told["proposals"] if monitors or one.proposal.to_id in ours]}


def to_decide(actor: Actor) -> list[tuple[Proposal, date]]:
    """The proposals that wait for the actor's word with the day they are due, the nearest first."""
    units = in_place_of(actor.units_with("cases.decide"), clock.today())
    if not units:
        return []
    visible = CaseFile.objects.visible_to(actor)
    rows = Proposal.objects.filter(to_id__in=units, sent_on__isnull=False, verdict="", verification__case__in=visible)
    waiting = {one.verification.case.code: one for one in rows.select_related("verification__case__subject_unit")}
    running = Clock.objects.filter(subject__in=waiting, role="decision", stopped_on__isnull=True).order_by(
        "due_on", "pk"
    )
    return [(waiting[code], due) for code, due in running.values_list("subject", "due_on")]


def papers_of(known: Known, sent: list[Transfer]) -> set[int]:
    """The papers of verification that a body may download."""
    told = for_a_body(known, sent)
    issued: list[Verification] = [one for one in told["verifications"] if one.signed_on]
    papers = {one.plan_id for one in issued} | {one.minutes_id for one in issued if one.minutes_id}
    return papers | {one.proposal.paper_id for one in told["proposals"]}


def _shown(proposal: Proposal) -> Shown:
    reason = open_text(proposal.reason) if proposal.reason else ""
    return Shown(proposal, words(proposal.forms), words(proposal.accepted), reason)
