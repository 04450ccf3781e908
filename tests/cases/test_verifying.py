"""Between the answer and the end: explanation, verification, proposal, decision; each move and each refusal."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.cases.made import COUNTER, actor, made, official_of, unit
from tests.cases.verified import MEETING, found, proposed, verify_up_to

from vidan.cases.handling import WrongForms
from vidan.cases.kinds import Kind, PersonState, State
from vidan.cases.models import CaseFile, Explanation, Proposal, Verification
from vidan.cases.outcomes import Finding, NoExplanation, Verdict
from vidan.cases.services.answer import AnswerPaper
from vidan.cases.services.close import close
from vidan.cases.services.decide import Ruling, decide, record_decision
from vidan.cases.services.explain import explain, record_explanation
from vidan.cases.services.inform import inform
from vidan.cases.services.propose import propose, return_proposal, sign_proposal
from vidan.cases.services.step import Refused
from vidan.cases.services.verify import plan_verification, record_verification, return_plan, sign_verification
from vidan.cases.services.withdraw import withdraw
from vidan.domain.moves import Why
from vidan.foundation.accounts.models import Official
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.models import Clock
from vidan.foundation.figures.models import Fact
from vidan.foundation.journal.models import Entry
from vidan.foundation.notices.models import Notice
from vidan.foundation.papers.models import Paper, PaperState
from vidan.foundation.vault.services import open_text

pytestmark = pytest.mark.django_db

PAPER = AnswerPaper("45/UBND", date(2018, 3, 13), date(2018, 3, 13))
WORDS = "Hôm đó tôi mệt nên có nói trống không, tôi xin lỗi."


def land_officer() -> Official:
    return Official.objects.get(unit=unit(COUNTER), position__startswith="Địa chính")


def state_of(case: CaseFile) -> str:
    return str(CaseFile.objects.values_list("state", flat=True).get(pk=case.pk))


def refusal(of: pytest.ExceptionInfo[Refused]) -> tuple[Why, tuple[str, ...]]:
    return of.value.refusal.why, of.value.refusal.missing


# Explanation


def test_the_body_passes_on_what_its_official_says_and_it_is_sealed() -> None:
    case = made(State.ANSWERED, official=land_officer())
    explain(code=case.code, text=WORDS, actor=actor("chu-tich-ubnd"))
    one = Explanation.objects.get(case=case)
    assert open_text(one.text) == WORDS
    assert WORDS.encode() not in bytes(one.text.body)
    assert state_of(case) == State.ANSWERED
    assert WORDS not in str(Entry.objects.filter(subject=case.code).values_list("facts", flat=True))


def test_the_front_records_the_officials_letter_with_its_number() -> None:
    case = made(State.TRANSFERRED, official=land_officer())
    record_explanation(code=case.code, text=WORDS, paper=PAPER, actor=actor("can-bo-quan"))
    one = Explanation.objects.select_related("paper").get(case=case)
    assert one.paper is not None
    assert (one.paper.number, one.paper.their_number) == (1, "45/UBND")
    assert Entry.objects.get(subject=case.code, event="case.record_explanation").facts["on_behalf"] is True


def test_an_official_explains_himself_once_in_a_round() -> None:
    case = made(State.ANSWERED, official=land_officer())
    explain(code=case.code, text=WORDS, actor=actor("chu-tich-ubnd"))
    with pytest.raises(Refused) as refused:
        record_explanation(code=case.code, text=WORDS, paper=PAPER, actor=actor("can-bo-quan"))
    assert refusal(refused) == (Why.NEEDS, ("not_explained",))


@pytest.mark.parametrize("person", [PersonState.NOBODY, PersonState.UNRESOLVED])
def test_nobody_explains_himself_while_nobody_is_known(person: PersonState) -> None:
    case = made(State.ANSWERED, person=person)
    with pytest.raises(Refused) as refused:
        explain(code=case.code, text=WORDS, actor=actor("chu-tich-ubnd"))
    assert refusal(refused) == (Why.NEEDS, ("person_known",))
    with pytest.raises(Refused) as refused:
        record_explanation(code=case.code, text=WORDS, paper=PAPER, actor=actor("can-bo-quan"))
    assert refusal(refused) == (Why.NEEDS, ("person_known",))


def test_a_body_that_only_monitors_does_not_explain() -> None:
    case = made(State.ANSWERED, official=land_officer())
    with pytest.raises(Refused) as refused:
        explain(code=case.code, text=WORDS, actor=actor("theo-doi"))
    assert refused.value.refusal.why is Why.NOT_ALLOWED


def test_the_official_complained_of_does_not_find_the_case_he_explains() -> None:
    case = made(State.ANSWERED, about="ubnd-a-an-phu", official=official_of("can-bo-ubnd"))
    with pytest.raises(CaseFile.DoesNotExist):
        explain(code=case.code, text=WORDS, actor=actor("can-bo-ubnd"))
    explain(code=case.code, text=WORDS, actor=actor("chu-tich-ubnd"))


def test_after_the_finding_it_is_too_late_to_explain() -> None:
    case = made(State.VERIFIED, official=land_officer())
    with pytest.raises(Refused) as refused:
        explain(code=case.code, text=WORDS, actor=actor("chu-tich-ubnd"))
    assert refused.value.refusal.why is Why.NOT_FROM_HERE


# Plan


def test_the_plan_gets_its_number_and_starts_the_clock_when_the_head_signs() -> None:
    case = made(State.ANSWERED)
    plan_verification(code=case.code, meeting=replace(MEETING, bodies=[case.front]), actor=actor("can-bo-quan"))
    assert (state_of(case), Paper.objects.get(kind="verification_plan").state) == (State.ANSWERED, PaperState.DRAFT)
    sign_verification(code=case.code, actor=actor("lanh-dao"))
    paper = Paper.objects.get(kind="verification_plan")
    running = Clock.objects.get(subject=case.code, role="verify")
    assert (paper.label, running.rule, running.due_on) == ("01/KH-MTTQ-BTT", "CT-05", date(2018, 4, 24))
    assert "24/04/2018" in str(paper.structure["blocks"])
    assert state_of(case) == State.VERIFYING


def test_one_plan_waits_at_a_time() -> None:
    case = made(State.ANSWERED)
    plan_verification(code=case.code, meeting=MEETING, actor=actor("can-bo-quan"))
    with pytest.raises(Refused) as refused:
        plan_verification(code=case.code, meeting=MEETING, actor=actor("can-bo-quan"))
    assert refusal(refused) == (Why.NEEDS, ("no_plan_waiting",))


def test_a_plan_given_back_leaves_nothing_behind_and_can_be_written_again() -> None:
    case = made(State.ANSWERED)
    plan_verification(code=case.code, meeting=MEETING, actor=actor("can-bo-quan"))
    return_plan(code=case.code, actor=actor("lanh-dao"))
    assert not Paper.objects.filter(kind="verification_plan").exists()
    plan_verification(code=case.code, meeting=MEETING, actor=actor("can-bo-quan"))


def test_only_the_head_signs_a_plan_and_only_one_that_waits() -> None:
    case = made(State.ANSWERED)
    with pytest.raises(Refused) as refused:
        sign_verification(code=case.code, actor=actor("lanh-dao"))
    assert refusal(refused) == (Why.NEEDS, ("plan_waiting",))
    plan_verification(code=case.code, meeting=MEETING, actor=actor("can-bo-quan"))
    with pytest.raises(Refused) as refused:
        sign_verification(code=case.code, actor=actor("can-bo-quan"))
    assert refused.value.refusal.why is Why.NOT_ALLOWED


def test_a_case_can_be_verified_after_its_teller_was_told_of_the_answer() -> None:
    case = made(State.INFORMED)
    verify_up_to(case.code, State.DECIDED)
    inform(code=case.code, text="Đã có quyết định.", actor=actor("can-bo-quan"))
    assert state_of(case) == State.INFORMED
    assert Fact.objects.filter(name="cases.informed").count() == 1  # the promise was kept once


# Minutes


def test_the_minutes_hold_the_finding_and_stop_the_clock() -> None:
    case = made(State.VERIFYING)
    record_verification(code=case.code, found=found(Finding.PARTLY), actor=actor("can-bo-quan"))
    one = Verification.objects.select_related("minutes").get(case=case)
    assert one.minutes is not None
    assert (one.finding, one.minutes.label) == ("partly", "01/BB-MTTQ-BTT")
    assert "đúng một phần" in str(one.minutes.structure["blocks"])
    assert Clock.objects.get(subject=case.code, role="verify").stopped_on == clock.today()
    assert list(Fact.objects.filter(name="cases.verified").values_list("mark", "amount")) == [("partly", 1)]


def test_nobody_is_judged_unheard_without_a_reason() -> None:
    case = made(State.VERIFYING, official=land_officer())
    with pytest.raises(Refused) as refused:
        record_verification(code=case.code, found=found(no_explanation=None), actor=actor("can-bo-quan"))
    assert refusal(refused) == (Why.NEEDS, ("heard",))
    assert state_of(case) == State.VERIFYING


def test_who_was_asked_and_did_not_explain_can_be_judged() -> None:
    case = made(State.VERIFYING, official=land_officer())
    told = found(no_explanation=NoExplanation.ASKED, asked_until=date(2018, 3, 12))
    record_verification(code=case.code, found=told, actor=actor("can-bo-quan"))
    minutes = Paper.objects.get(kind="verification_minutes")
    assert "đến ngày hẹn không giải trình (hẹn đến ngày 12/03/2018)" in str(minutes.structure)


def test_who_explained_himself_needs_no_reason() -> None:
    case = made(State.VERIFYING, official=land_officer())
    explain(code=case.code, text=WORDS, actor=actor("chu-tich-ubnd"))
    record_verification(code=case.code, found=found(no_explanation=None), actor=actor("can-bo-quan"))
    assert WORDS not in str(Paper.objects.filter(subject=case.code).values_list("structure", flat=True))


def test_a_case_about_nobody_needs_no_explanation() -> None:
    case = made(State.VERIFYING, person=PersonState.NOBODY)
    record_verification(code=case.code, found=found(no_explanation=None), actor=actor("can-bo-quan"))
    assert state_of(case) == State.VERIFIED


# Proposal


def test_the_proposal_is_a_numbered_letter_to_the_chairman_of_the_committee_that_settles() -> None:
    case = made(State.VERIFIED, official=land_officer())
    propose(code=case.code, forms=["criticise"], why="Việc đã rõ.", actor=actor("can-bo-quan"))
    assert state_of(case) == State.VERIFIED
    sign_proposal(code=case.code, actor=actor("lanh-dao"))
    proposal = Proposal.objects.select_related("paper", "to").get(verification__case=case)
    assert (proposal.to.slug, proposal.paper.label) == ("ubnd-a-an-phu", "01/KN-MTTQ-BTT")
    assert proposal.paper.structure["addressees"] == ["Chủ tịch Ủy ban nhân dân Phường An Phú"]
    assert state_of(case) == State.PROPOSED


def test_a_proposal_about_a_leader_goes_to_the_committee_above() -> None:
    case = made(State.TRANSFERRED, about="ubnd-a-an-phu", official=official_of("chu-tich-ubnd"))
    CaseFile.objects.filter(pk=case.pk).update(state=State.ANSWERED)  # that committee answers on paper only
    verify_up_to(case.code, State.PROPOSED)
    assert Proposal.objects.get(verification__case=case).to.slug == "ubnd-a-quan-2"
    assert not CaseFile.objects.visible_to(actor("chu-tich-ubnd")).filter(pk=case.pk).exists()


@pytest.mark.parametrize("form", ["demotion", "dismissal", "removal", "commend", "made_up"])
def test_a_form_that_the_list_does_not_hold_is_refused_by_naming_the_list(form: str) -> None:
    case = made(State.VERIFIED, official=land_officer())
    with pytest.raises(WrongForms) as wrong:
        propose(code=case.code, forms=[form], why="x", actor=actor("can-bo-quan"))
    assert "khiển trách; cảnh cáo; hạ bậc lương; buộc thôi việc" in wrong.value.sentence
    assert "công chức, việc ngày 12/03/2018, theo Luật Cán bộ, công chức 2008, Điều 79" in wrong.value.sentence
    assert not Proposal.objects.exists()


def test_discipline_names_its_law_in_the_letter() -> None:
    case = made(State.VERIFIED, official=land_officer())
    proposed(case.code, ["reprimand", "apologise"])
    assert "Luật Cán bộ, công chức 2008, Điều 79" in str(Paper.objects.get(kind="proposal").structure)


def test_after_an_unfounded_finding_nothing_else_can_be_proposed() -> None:
    case = made(State.ANSWERED, official=land_officer())
    verify_up_to(case.code, State.VERIFIED, finding=Finding.UNFOUNDED)
    with pytest.raises(WrongForms):
        propose(code=case.code, forms=["criticise"], why="x", actor=actor("can-bo-quan"))
    proposed(case.code, ["no_handling"])


def test_praise_that_holds_is_proposed_for_commendation() -> None:
    case = made(State.ANSWERED)
    CaseFile.objects.filter(pk=case.pk).update(kind=Kind.COMMENDATION)
    verify_up_to(case.code, State.VERIFIED)
    proposed(case.code, ["commend"])
    assert "biểu dương, khen thưởng" in str(Paper.objects.get(kind="proposal").structure)


def test_a_proposal_given_back_is_written_again() -> None:
    case = made(State.VERIFIED)
    propose(code=case.code, forms=["apologise"], why="x", actor=actor("can-bo-quan"))
    with pytest.raises(Refused) as refused:
        propose(code=case.code, forms=["apologise"], why="x", actor=actor("can-bo-quan"))
    assert refusal(refused) == (Why.NEEDS, ("no_proposal_waiting",))
    return_proposal(code=case.code, actor=actor("lanh-dao"))
    assert not Proposal.objects.exists()
    proposed(case.code)


def test_the_teller_is_not_told_while_a_proposal_waits_for_the_head() -> None:
    case = made(State.VERIFIED)
    propose(code=case.code, forms=["apologise"], why="x", actor=actor("can-bo-quan"))
    with pytest.raises(Refused) as refused:
        inform(code=case.code, text="x", actor=actor("can-bo-quan"))
    assert refusal(refused) == (Why.NEEDS, ("no_proposal_waiting",))


# Decision


@pytest.mark.parametrize(
    ("ruling", "accepted"),
    [
        (Ruling(Verdict.ACCEPTED), ["apologise", "draw_lessons"]),
        (Ruling(Verdict.PARTLY, ("apologise",), "Lần đầu."), ["apologise"]),
        (Ruling(Verdict.REFUSED, (), "Không đủ căn cứ."), []),
    ],
)
def test_the_head_of_the_committee_decides_at_his_own_desk(ruling: Ruling, accepted: list[str]) -> None:
    case = made(State.PROPOSED)
    decide(code=case.code, ruling=ruling, actor=actor("chu-tich-ubnd"))
    proposal = Proposal.objects.select_related("reason").get(verification__case=case)
    assert (proposal.verdict, proposal.accepted, state_of(case)) == (ruling.verdict, accepted, State.DECIDED)
    assert (open_text(proposal.reason) if proposal.reason else "") == ruling.reason
    entry = Entry.objects.get(subject=case.code, event="case.decide")
    assert ("Lần đầu" in str(entry.facts), bool(entry.reason_digest)) == (False, bool(ruling.reason))
    marks = Fact.objects.filter(name="cases.decided").values_list("mark", "unit_id")
    assert list(marks) == [(ruling.verdict, unit("ubnd-a-an-phu").pk)]


def test_a_decision_on_paper_is_recorded_for_the_authority() -> None:
    case = made(State.PROPOSED)
    record_decision(code=case.code, ruling=Ruling(Verdict.ACCEPTED), paper=PAPER, actor=actor("can-bo-quan"))
    proposal = Proposal.objects.select_related("decision_paper").get(verification__case=case)
    assert proposal.decision_paper is not None
    assert (proposal.decision_paper.their_number, proposal.decided_on) == ("45/UBND", date(2018, 3, 13))


@pytest.mark.parametrize("local", ["can-bo-ubnd", "theo-doi", "can-bo-quan", "lanh-dao"])
def test_nobody_but_the_head_of_the_committee_decides(local: str) -> None:
    case = made(State.PROPOSED)
    with pytest.raises(Refused) as refused:
        decide(code=case.code, ruling=Ruling(Verdict.ACCEPTED), actor=actor(local))
    assert refused.value.refusal.why is Why.NOT_ALLOWED


def test_a_part_that_is_on_no_list_is_refused() -> None:
    case = made(State.PROPOSED)
    with pytest.raises(WrongForms):
        decide(code=case.code, ruling=Ruling(Verdict.PARTLY, ("reprimand",), "x"), actor=actor("chu-tich-ubnd"))
    assert state_of(case) == State.PROPOSED


def test_a_case_is_not_told_nor_closed_while_its_proposal_is_open() -> None:
    case = made(State.PROPOSED)
    with pytest.raises(Refused) as refused:
        inform(code=case.code, text="x", actor=actor("can-bo-quan"))
    assert refused.value.refusal.why is Why.NOT_FROM_HERE
    with pytest.raises(Refused) as refused:
        close(code=case.code, actor=actor("can-bo-quan"))
    assert refused.value.refusal.why is Why.NOT_FROM_HERE


def test_a_case_is_not_closed_while_a_plan_waits() -> None:
    case = made(State.INFORMED)
    plan_verification(code=case.code, meeting=MEETING, actor=actor("can-bo-quan"))
    with pytest.raises(Refused) as refused:
        close(code=case.code, actor=actor("can-bo-quan"))
    assert refusal(refused) == (Why.NEEDS, ("nothing_open",))


def test_withdrawing_drops_the_plan_that_waits_and_stops_the_verification() -> None:
    waiting = made(State.ANSWERED)
    plan_verification(code=waiting.code, meeting=MEETING, actor=actor("can-bo-quan"))
    under_way = made(State.VERIFYING)
    for case in (waiting, under_way):
        withdraw(code=case.code)
        assert state_of(case) == State.WITHDRAWN
        assert not Clock.objects.filter(subject=case.code, stopped_on__isnull=True).exists()
        assert not Paper.objects.filter(subject=case.code, state=PaperState.DRAFT).exists()


@pytest.mark.parametrize(
    ("state", "role", "rule", "due"),
    [
        (State.VERIFYING, "verify", "CT-05", date(2018, 4, 24)),
        (State.VERIFIED, "follow", "CT-13", date(2018, 3, 20)),
        (State.PROPOSED, "decision", "CT-12", date(2018, 4, 3)),
        (State.DECIDED, "follow", "CT-13", date(2018, 3, 20)),
    ],
)
def test_in_each_state_one_clock_says_what_is_due_though_the_teller_was_told(
    state: State, role: str, rule: str, due: date
) -> None:
    case = made(State.INFORMED)
    Clock.objects.filter(subject=case.code).update(stopped_on=clock.today())  # the monitor has remarked
    verify_up_to(case.code, state)
    (running,) = Clock.objects.filter(subject=case.code, stopped_on__isnull=True)
    assert (running.role, running.rule, running.due_on) == (role, rule, due)
    assert CaseFile.objects.get(pk=case.pk).due_on == due


def test_notices_of_a_verification_pass_the_official_by() -> None:
    made(State.DECIDED, about="ubnd-a-an-phu", official=official_of("can-bo-ubnd"))
    told = set(Notice.objects.values_list("user_id", flat=True))
    assert actor("can-bo-ubnd").user_id not in told
    assert actor("chu-tich-ubnd").user_id in told


def test_a_rude_land_officer_from_the_box_to_the_end() -> None:
    case = made(State.ANSWERED, official=land_officer(), source="box")
    explain(code=case.code, text=WORDS, actor=actor("chu-tich-ubnd"))
    plan_verification(code=case.code, meeting=MEETING, actor=actor("can-bo-quan"))
    sign_verification(code=case.code, actor=actor("lanh-dao"))
    with clock.at(clock.now() + timedelta(days=7)):
        told = found(held_on=MEETING.day, no_explanation=None)
        record_verification(code=case.code, found=told, actor=actor("can-bo-quan"))
        proposed(case.code, ["reprimand", "apologise"])
    with clock.at(clock.now() + timedelta(days=9)):
        part = Ruling(Verdict.PARTLY, ("criticise", "apologise"), "Vi phạm lần đầu, đã nhận lỗi.")
        decide(code=case.code, ruling=part, actor=actor("chu-tich-ubnd"))
        inform(code=case.code, text="Phường đã phê bình và sẽ xin lỗi ông/bà.", actor=actor("can-bo-quan-2"))
        close(code=case.code, actor=actor("can-bo-quan-2"))
    assert state_of(case) == State.CLOSED
    events = list(Entry.objects.filter(subject=case.code, event__startswith="case.").values_list("event", flat=True))
    assert events[-8:] == [
        "case.plan_verification",
        "case.sign_verification",
        "case.record_verification",
        "case.propose",
        "case.sign_proposal",
        "case.decide",
        "case.inform",
        "case.close",
    ]
