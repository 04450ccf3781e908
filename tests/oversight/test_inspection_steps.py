"""The way of an inspection and of a supervision, step by step, with what the law and the guard refuse."""

from datetime import date, time, timedelta

import pytest
from tests.cases.made import actor, unit
from tests.oversight.inspections_made import (
    ANSWERS,
    COMMITTEE,
    CONCLUDED,
    FRONT,
    HEAD,
    OFFICER,
    UNION,
    VISIT,
    WARD_FRONT,
    approved,
    at,
    concluded,
    draft_sent,
    founded,
    named,
    notified,
    proposed,
    visited,
    written,
)

from vidan.domain.moves import Why
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.models import Clock
from vidan.foundation.figures.figure import Scope, read_figures
from vidan.foundation.figures.models import Fact
from vidan.foundation.journal.models import Entry
from vidan.foundation.papers.models import Paper, PaperState
from vidan.oversight.inspection_kinds import Carried, Form, MemberRole, Seen
from vidan.oversight.inspection_kinds import InspectionState as State
from vidan.oversight.models import Finding, Inspection, Recommendation
from vidan.oversight.services.conclude import conclude, report_back
from vidan.oversight.services.follow_recommendations import answer, close, note_overdue, stop, verify
from vidan.oversight.services.found_delegation import add_delegate, found, set_visit
from vidan.oversight.services.hear_unit import OnPaper, answer_reconsider, explain, give_report, reconsider
from vidan.oversight.services.inspection_step import NotNow, Overtaken, Refused
from vidan.oversight.services.notify_unit import note_consent, notify_unit, postpone
from vidan.oversight.services.press_for_answer import petition, urge
from vidan.oversight.services.publish_results import publish, unpublish
from vidan.oversight.services.visit import Look, SomebodyElse, look

pytestmark = pytest.mark.django_db

ON_PAPER = OnPaper(number="12/UBND", dated=date(2018, 4, 20), received_on=date(2018, 4, 23))


def again(one: Inspection) -> Inspection:
    return Inspection.objects.get(pk=one.pk)


def test_each_kind_has_codes_of_its_own() -> None:
    assert proposed().code == "GS-2018-0001"
    assert proposed(UNION).code == "KT-2018-0001"
    assert proposed().code == "GS-2018-0002"


def test_a_programme_approved_in_its_own_year_is_late_and_told_so() -> None:
    one = approved()
    entry = Entry.objects.filter(subject=one.code, event="inspection.approve").get()
    assert entry.facts["late"] is True


def test_an_officer_does_not_approve() -> None:
    one = proposed()
    with pytest.raises(Refused):
        founded_by_officer(one)


def founded_by_officer(one: Inspection) -> None:
    found(code=one.code, actor=actor(OFFICER))


def test_nobody_of_the_inspected_unit_goes_along() -> None:
    one = approved()
    for slug in (COMMITTEE, "mot-cua-a-an-phu"):
        with pytest.raises(NotNow):
            add_delegate(code=one.code, name="Người nhà", role=MemberRole.MEMBER, unit=unit(slug), actor=actor(OFFICER))
    assert again(one).version == one.version


def test_a_delegation_has_one_leader_and_is_not_founded_without_secretary() -> None:
    one = approved()
    add_delegate(code=one.code, name="Bà A", role=MemberRole.LEADER, unit=unit(FRONT), actor=actor(OFFICER))
    with pytest.raises(NotNow):
        add_delegate(code=one.code, name="Bà B", role=MemberRole.LEADER, unit=unit(FRONT), actor=actor(OFFICER))
    with pytest.raises(Refused) as refused:
        found(code=one.code, actor=actor(HEAD))
    assert refused.value.refusal.missing == ("has_secretary",)


def test_the_decision_is_numbered_and_names_everybody() -> None:
    paper = founded().decision
    assert paper is not None
    assert paper.state == PaperState.ISSUED
    assert paper.label == "01/QĐ-MTTQ-BTT"
    assert "Bà Trưởng Đoàn" in str(paper.structure)


def test_a_supervised_body_is_told_fifteen_days_before_or_has_agreed_in_writing() -> None:
    short = founded(visit_on=clock.today() + timedelta(days=14))
    with pytest.raises(Refused) as refused:
        notify_unit(code=short.code, actor=actor(HEAD))
    assert refused.value.refusal.missing == ("told_in_time",)
    note_consent(code=short.code, consent="12/UBND ngày 12/03/2018", actor=actor(OFFICER))
    told = notify_unit(code=short.code, actor=actor(HEAD))
    assert told.state == State.NOTIFIED
    assert told.notice is not None
    assert "12/UBND" in str(told.notice.structure)


def test_fifteen_days_are_enough() -> None:
    one = founded(visit_on=clock.today() + timedelta(days=15))
    assert notify_unit(code=one.code, actor=actor(HEAD)).told_on == clock.today()


def test_an_inspection_has_no_such_term_in_law() -> None:
    one = founded(UNION, visit_on=clock.today() + timedelta(days=2))
    assert notify_unit(code=one.code, actor=actor(HEAD)).state == State.NOTIFIED


def test_another_day_needs_another_consent() -> None:
    short = founded(visit_on=clock.today() + timedelta(days=10))
    note_consent(code=short.code, consent="12/UBND", actor=actor(OFFICER))
    set_visit(
        code=short.code,
        visit_on=clock.today() + timedelta(days=9),
        visit_at=time(8),
        place="Trụ sở",
        actor=actor(OFFICER),
    )
    assert again(short).consent == ""


def test_the_unit_knows_nothing_before_it_is_told() -> None:
    one = founded()
    assert not Inspection.objects.visible_to(actor(ANSWERS)).filter(pk=one.pk).exists()
    notify_unit(code=one.code, actor=actor(HEAD))
    assert Inspection.objects.visible_to(actor(ANSWERS)).filter(pk=one.pk).exists()


def test_a_visit_is_put_off_to_a_later_day_only() -> None:
    one = notified()
    with pytest.raises(NotNow):
        postpone(code=one.code, visit_on=VISIT, visit_at=time(8), place="T", reason="Bão", actor=actor(HEAD))
    later = VISIT + timedelta(days=7)
    postpone(code=one.code, visit_on=later, visit_at=time(8), place="T", reason="Bão", actor=actor(HEAD))
    assert (again(one).visit_on, again(one).state) == (later, State.NOTIFIED)


def test_the_report_comes_from_the_unit_or_is_recorded_from_its_paper() -> None:
    one, other = notified(), notified(title="Việc khác")
    give_report(code=one.code, text="Chúng tôi báo cáo.", actor=actor(ANSWERS))
    assert again(one).unit_report_paper is None
    with clock.at(at(date(2018, 4, 24))):
        give_report(code=other.code, text="Theo văn bản.", paper=ON_PAPER, actor=actor(OFFICER))
    kept = again(other)
    assert kept.unit_report_on == ON_PAPER.received_on
    assert kept.unit_report_paper is not None
    with pytest.raises(Refused):
        give_report(code=one.code, text="Lần nữa.", actor=actor(ANSWERS))


def test_nothing_is_seen_before_the_day_of_work() -> None:
    one = notified()
    with pytest.raises(Refused) as refused:
        look(code=one.code, told=Look("posted", Seen.MET), actor=actor(OFFICER))
    assert refused.value.refusal.missing == ("visit_come",)


def test_the_same_thing_sent_twice_is_kept_once() -> None:
    one = notified()
    with clock.at(at(VISIT)):
        first = look(code=one.code, told=Look("posted", Seen.NOT_MET, "Cũ."), actor=actor(OFFICER))
        second = look(code=one.code, told=Look("posted", Seen.NOT_MET, "Cũ."), actor=actor(OFFICER))
    assert (first.pk, first.version) == (second.pk, second.version)
    assert Entry.objects.filter(subject=one.code, event="inspection.look").count() == 1


def test_two_people_at_one_item_do_not_write_over_each_other() -> None:
    one = notified()
    with clock.at(at(VISIT)):
        look(code=one.code, told=Look("posted", Seen.MET), actor=actor(OFFICER))
        with pytest.raises(SomebodyElse):
            look(code=one.code, told=Look("posted", Seen.NOT_MET, "Không có."), actor=actor("can-bo-quan-2"))
        look(code=one.code, told=Look("posted", Seen.NOT_MET, "Không có.", 1), actor=actor("can-bo-quan-2"))
    assert Finding.objects.get(inspection=one).seen == Seen.NOT_MET


@pytest.mark.parametrize("told", [Look("posted", Seen.NOT_MET), Look("no_such_item", Seen.MET)])
def test_a_fault_without_a_word_and_an_unknown_item_are_not_taken(told: Look) -> None:
    one = notified()
    with clock.at(at(VISIT)), pytest.raises(NotNow):
        look(code=one.code, told=told, actor=actor(OFFICER))


def test_the_head_of_the_delegation_has_fifteen_days_by_law_and_an_inspection_has_no_clock() -> None:
    running = Clock.objects.get(subject=visited().code)
    assert (running.rule, running.due_on) == ("GS-04", VISIT + timedelta(days=15))
    assert not Clock.objects.filter(subject=visited(UNION).code).exists()


def test_a_clock_that_ends_with_the_report_stops() -> None:
    one = written()
    assert Clock.objects.get(subject=one.code).stopped_on == VISIT + timedelta(days=10)


@pytest.mark.parametrize(
    ("form", "move"), [(Form.DOCUMENTS, "study"), (Form.BOARDS, "take_board"), (Form.JOINT, "join")]
)
def test_the_other_forms_go_without_delegation(form: Form, move: str) -> None:
    one = approved(form=form)
    with pytest.raises(Refused):
        named(one.code)
    done = report_back(code=one.code, text="Đã xem.", move=move, ended_on=clock.today(), actor=actor(OFFICER))
    assert (done.state, done.ended_on) == (State.REPORTED, clock.today())


def test_a_conclusion_is_not_signed_before_the_unit_was_heard() -> None:
    one = draft_sent()
    with clock.at(at(VISIT + timedelta(days=12))):
        with pytest.raises(Refused) as refused:
            conclude(code=one.code, actor=actor(HEAD))
        assert refused.value.refusal.missing == ("unit_heard",)
        explain(code=one.code, text="Đã niêm yết lại.", actor=actor(ANSWERS))
        assert conclude(code=one.code, actor=actor(HEAD)).state == State.CONCLUDED


def test_each_recommendation_has_the_day_of_the_programme_or_that_of_the_conclusion() -> None:
    rows = list(concluded().recommendations.values_list("due_on", "due_by"))
    # 15 working days after 24 April 2018, over 25 April (a day off), 30 April and 1 May
    assert rows == [(date(2018, 5, 18), "programme"), (date(2018, 6, 1), "conclusion")]


def test_the_conclusion_says_each_day_and_goes_to_the_front_above() -> None:
    paper = concluded().conclusion_paper
    assert paper is not None
    told = str(paper.structure)
    assert "18/05/2018, theo Chương trình phối hợp" in told
    assert "01/06/2018, do kết luận nêu" in told
    assert "Thành phố" in str(paper.structure["copies_to"])


def test_an_answer_is_given_recorded_and_verified_until_the_file_can_be_closed() -> None:
    one = concluded()
    with clock.at(at(CONCLUDED + timedelta(days=3))):
        answer(code=one.code, number=1, text="Đã niêm yết.", actor=actor(ANSWERS))
        paper = OnPaper(number="15/UBND", dated=CONCLUDED, received_on=CONCLUDED + timedelta(days=2))
        answer(code=one.code, number=2, text="Đã phân công.", paper=paper, actor=actor(OFFICER))
        verify(code=one.code, number=1, carried=Carried.DONE, actor=actor(OFFICER))
        with pytest.raises(Refused):
            close(code=one.code, actor=actor(HEAD))
        with pytest.raises(NotNow):
            verify(code=one.code, number=2, carried=Carried.PARTLY, actor=actor(OFFICER))
        verify(code=one.code, number=2, carried=Carried.PARTLY, note="Chưa có văn bản.", actor=actor(OFFICER))
        assert close(code=one.code, actor=actor(HEAD)).state == State.CLOSED
    assert [row.answer_paper is not None for row in one.recommendations.all()] == [False, True]


def test_an_inspection_is_urged_and_knows_no_petition_to_a_superior() -> None:
    one = concluded(WARD_FRONT)
    with clock.at(at(date(2018, 7, 2))):
        urge(code=one.code, number=1, actor=actor(HEAD))
    with clock.at(at(date(2018, 9, 3))):
        with pytest.raises(Refused) as refused:
            petition(code=one.code, number=1, actor=actor(HEAD))
        assert refused.value.refusal.why is Why.NOT_FROM_HERE
        assert urge(code=one.code, number=1, actor=actor(HEAD)).paper.structure["addressees"] == [unit(WARD_FRONT).name]


def test_the_unit_may_ask_to_reconsider_once_and_is_answered() -> None:
    one = concluded()
    with clock.at(at(CONCLUDED)):
        reconsider(code=one.code, text="Xin xem lại.", actor=actor(ANSWERS))
        with pytest.raises(Refused):
            reconsider(code=one.code, text="Lần nữa.", actor=actor(ANSWERS))
        answer_reconsider(code=one.code, text="Giữ nguyên.", actor=actor(HEAD))
    assert again(one).reconsider_answered_on == CONCLUDED


def test_results_are_public_when_the_head_says_so_and_never_of_an_inspection() -> None:
    one, other = concluded(), concluded(UNION)
    with clock.at(at(CONCLUDED)):
        publish(code=one.code, summary="Đã giám sát.", actor=actor(HEAD))
        with pytest.raises(Refused):
            publish(code=other.code, summary="Đã kiểm tra.", actor=actor(HEAD))
        assert list(Inspection.objects.public()) == [again(one)]
        unpublish(code=one.code, actor=actor(HEAD))
    assert not Inspection.objects.public().exists()


def test_what_is_called_off_stays_with_its_reason() -> None:
    one = stop(code=notified().code, reason="Đơn vị giải thể.", actor=actor(HEAD))
    assert (one.state, one.stopped_for) == (State.STOPPED, "Đơn vị giải thể.")


def test_a_page_that_is_no_longer_what_it_was_changes_nothing() -> None:
    one = written()
    seen = one.version
    report_version = again(one).version
    assert seen == report_version
    with clock.at(at(VISIT + timedelta(days=11))), pytest.raises(Overtaken):
        stop(code=one.code, reason="Muộn.", actor=actor(HEAD), version=seen - 1)


def facts(name: str) -> int:
    return sum(Fact.objects.filter(name=f"oversight.{name}").values_list("amount", flat=True))


def test_the_facts_of_the_figures_are_dated_by_their_events() -> None:
    one = concluded()
    with clock.at(at(date(2018, 6, 4))):
        assert note_overdue() == 2
        assert note_overdue() == 0
        answer(code=one.code, number=1, text="Đã làm.", actor=actor(ANSWERS))
        verify(code=one.code, number=1, carried=Carried.DONE, actor=actor(OFFICER))
        verify(code=one.code, number=1, carried=Carried.NOT_DONE, note="Lại cũ.", actor=actor(OFFICER))
    assert {
        name: facts(name)
        for name in (
            "inspections_held",
            "recommendations_made",
            "recommendations_answered",
            "recommendations_overdue",
            "recommendations_carried_out",
        )
    } == {
        "inspections_held": 1,
        "recommendations_made": 2,
        "recommendations_answered": 1,
        "recommendations_overdue": 2,
        "recommendations_carried_out": 0,
    }
    overdue = Fact.objects.filter(name="oversight.recommendations_overdue").order_by("on")
    assert [row.on for row in overdue] == [date(2018, 5, 19), date(2018, 6, 2)]


def test_a_recommendation_of_one_year_that_is_answered_in_the_next_is_told_without_a_share() -> None:
    one = concluded()
    with clock.at(at(date(2019, 1, 10))):
        answer(code=one.code, number=1, text="Đã làm.", actor=actor(ANSWERS))
        verify(code=one.code, number=1, carried=Carried.DONE, actor=actor(OFFICER))
    names = [f"oversight.recommendations_{name}" for name in ("made", "answered", "carried_out")]
    told = read_figures(names, Scope(date(2019, 1, 1), date(2019, 12, 31)))
    assert [(told[name].count, told[name].total, told[name].words) for name in names] == [
        (0, None, "0"),
        (1, None, "1"),
        (1, None, "1"),
    ]


def test_the_journal_holds_no_word_of_what_was_written() -> None:
    concluded()
    told = str(list(Entry.objects.values_list("facts", flat=True)))
    for word in ("Niêm yết", "Trưởng Đoàn", "Bảng cũ"):
        assert word not in told


def test_every_paper_has_a_number() -> None:
    one = concluded()
    kinds = set(Paper.objects.filter(subject=one.code, number__isnull=False).values_list("kind", flat=True))
    assert kinds == {"inspection_decision", "inspection_notice", "inspection_draft", "inspection_conclusion"}


def test_a_better_answer_replaces_one_and_the_first_day_counts() -> None:
    one = concluded()
    with clock.at(at(CONCLUDED + timedelta(days=1))):
        answer(code=one.code, number=1, text="Sẽ làm.", actor=actor(ANSWERS))
    with clock.at(at(CONCLUDED + timedelta(days=9))):
        answer(code=one.code, number=1, text="Đã làm.", actor=actor(ANSWERS))
    row = Recommendation.objects.get(inspection=one, number=1)
    assert (row.answer, row.answered_on) == ("Đã làm.", CONCLUDED + timedelta(days=1))
