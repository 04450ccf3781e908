"""Quyết định: the authority accepts a proposal, accepts it in part, or refuses it with its reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from vidan.cases.handling import WrongForms, matter_of, wrong_words
from vidan.cases.models import CaseFile, Proposal
from vidan.cases.outcomes import Verdict
from vidan.cases.services.answer import AnswerPaper, enter_paper
from vidan.cases.services.clocks import start_clocks
from vidan.cases.services.notify import notify_unit
from vidan.cases.services.step import Step, step
from vidan.cases.services.tally import tally
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.units.selectors import in_place_of
from vidan.foundation.vault.services import digest_of_reason, seal_text


@dataclass(frozen=True)
class Ruling:
    """What was decided: the verdict, the forms that will be carried out, and the reason when not all is accepted."""

    verdict: Verdict
    accepted: Sequence[str] = ()
    reason: str = ""


def decide(*, code: str, ruling: Ruling, actor: Actor, version: int | None = None) -> CaseFile:
    """The head of the People's Committee decides at his own desk; raises WrongForms."""
    with step(code=code, move="decide", actor=actor, version=version) as taking:
        bodies = in_place_of(actor.units_with("cases.decide"), clock.today())
        _store(taking, _open_proposal(taking.case, bodies), ruling, on=clock.today())
        notify_unit(NoticeKind.DECIDED, taking.case, unit=taking.case.front, permission="cases.prepare")
    return taking.case


def record_decision(
    *, code: str, ruling: Ruling, paper: AnswerPaper, actor: Actor, version: int | None = None
) -> CaseFile:
    """Ghi nhận hộ: the Front enters the decision from the authority's paper; raises WrongForms."""
    with step(code=code, move="record_decision", actor=actor, version=version) as taking:
        proposal = _open_proposal(taking.case)
        proposal.decision_paper = enter_paper(taking, paper, sender=proposal.to.name)
        _store(taking, proposal, ruling, on=paper.dated)
    return taking.case


def wrong_ruling(ruling: Ruling, proposal: Proposal, case: CaseFile) -> str:
    """What is wrong with a decision, as a sentence; nothing when it can be stored."""
    if ruling.verdict != Verdict.PARTLY:
        return ""
    return wrong_words(ruling.accepted, matter_of(case, proposal.verification.finding))


def _open_proposal(case: CaseFile, bodies: frozenset[int] | None = None) -> Proposal:
    proposals = Proposal.objects.filter(verification__case=case, sent_on__isnull=False, verdict="")
    if bodies is not None:
        proposals = proposals.filter(to_id__in=bodies)
    return proposals.select_related("verification", "to").get()


def _store(taking: Step, proposal: Proposal, ruling: Ruling, *, on: date) -> None:
    case = taking.case
    wrong = wrong_ruling(ruling, proposal, case)
    if wrong:
        raise WrongForms(wrong)
    carried_out = {
        Verdict.ACCEPTED: proposal.forms,
        Verdict.PARTLY: list(ruling.accepted),
        Verdict.REFUSED: [],
    }
    proposal.verdict, proposal.accepted = ruling.verdict, carried_out[ruling.verdict]
    proposal.decided_on, proposal.decided_by = on, taking.actor.code
    if ruling.reason:
        proposal.reason = seal_text(kind="case.decision", text=ruling.reason, subject=case.code)
        taking.reason_kind, taking.reason_digest = "decision", digest_of_reason(ruling.reason)
    proposal.save()
    start_clocks(case, taking.decision.move, on=clock.today())
    tally("cases.decided", case, on=on, unit=proposal.to, mark=ruling.verdict)
    taking.told |= {"by": proposal.to.slug, "verdict": ruling.verdict.value}
