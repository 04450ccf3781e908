"""Xác minh: the Front and the bodies concerned look into a case together, by a signed plan, and write down what they found."""

from vidan.cases.letters import with_due
from vidan.cases.letters_of_verification import Found, Meeting, minutes_of, plan_of
from vidan.cases.models import CaseFile, Verification
from vidan.cases.services.clocks import start_clocks
from vidan.cases.services.notify import notify_unit
from vidan.cases.services.step import step
from vidan.cases.services.tally import tally
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.papers.services import discard_draft, draft_paper, issue_paper, mark_sent
from vidan.foundation.papers.structure import from_json, to_json
from vidan.foundation.units.models import Unit


def plan_verification(*, code: str, meeting: Meeting, actor: Actor, version: int | None = None) -> CaseFile:
    """Kế hoạch xác minh: draft the plan for the head."""
    with step(code=code, move="plan_verification", actor=actor, version=version) as taking:
        case = taking.case
        paper = draft_paper(
            unit=case.front,
            kind="verification_plan",
            subject=code,
            structure=plan_of(case, meeting),
            actor=actor.code,
        )
        Verification.objects.create(case=case, plan=paper, meets_on=meeting.day)
        taking.told["meets_on"] = meeting.day.isoformat()
        notify_unit(NoticeKind.TO_APPROVE, case, unit=case.front, permission="cases.approve")
    return case


def return_plan(*, code: str, actor: Actor, version: int | None = None) -> CaseFile:
    """Give the plan back to the officer; the draft is dropped, nothing was numbered."""
    with step(code=code, move="return_plan", actor=actor, version=version) as taking:
        drop_plans(taking.case, actor)
        notify_unit(NoticeKind.RETURNED, taking.case, unit=taking.case.front, permission="cases.prepare")
    return taking.case


def sign_verification(*, code: str, actor: Actor, version: int | None = None) -> CaseFile:
    """Duyệt kế hoạch: number and send the plan, and start the clock of the joint record (CT-05)."""
    with step(code=code, move="sign_verification", actor=actor, version=version) as taking:
        case = taking.case
        waiting = case.verifications.select_related("plan").get(signed_on__isnull=True)
        waiting.signed_on = clock.today()
        waiting.save()
        due = start_clocks(case, taking.decision.move, on=clock.today())["verify"].due_on
        waiting.plan.structure = to_json(with_due(from_json(waiting.plan.structure), due))
        paper = issue_paper(paper=waiting.plan, actor=actor.code)
        mark_sent(paper=paper, how="system", actor=actor.code)
        taking.told["paper_plan"] = paper.pk
        for body in bodies_of(case):
            notify_unit(NoticeKind.VERIFYING, case, unit=body)
    return case


def record_verification(*, code: str, found: Found, actor: Actor, version: int | None = None) -> CaseFile:
    """Biên bản xác minh chung: number the minutes with the finding. Refused while a person was not heard without a reason."""
    reason = found.no_explanation or ""
    with step(code=code, move="record_verification", actor=actor, version=version, unheard=reason) as taking:
        case = taking.case
        verification = case.verifications.select_related("plan").get(finding="", signed_on__isnull=False)
        draft = draft_paper(
            unit=case.front,
            kind="verification_minutes",
            subject=code,
            structure=minutes_of(verification, found),
            actor=actor.code,
        )
        verification.minutes = issue_paper(paper=draft, actor=actor.code)
        verification.held_on, verification.finding = found.held_on, found.finding
        verification.no_explanation, verification.asked_until = reason, found.asked_until
        verification.save()
        start_clocks(case, taking.decision.move, on=clock.today())
        tally("cases.verified", case, on=found.held_on, mark=found.finding)
        taking.told |= {"finding": found.finding.value, "paper_minutes": draft.pk, "unheard": str(reason)}
        for body in bodies_of(case):
            notify_unit(NoticeKind.VERIFYING, case, unit=body)
    return case


def bodies_of(case: CaseFile) -> list[Unit]:
    """The bodies that have the case and can take part."""
    sent = case.transfers.filter(sent_on__isnull=False).select_related("recipient")
    return list({transfer.body.pk: transfer.body for transfer in sent}.values())


def drop_plans(case: CaseFile, actor: Actor) -> None:
    """Drop the plan that waits for the head, if there is one."""
    for waiting in case.verifications.filter(signed_on__isnull=True).select_related("plan"):
        paper = waiting.plan
        waiting.delete()
        discard_draft(paper=paper, actor=actor.code)
