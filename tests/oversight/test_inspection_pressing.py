"""An overdue recommendation is urged, its unit's superior petitioned and heard; terms are the programme's, and move with it."""

from datetime import date, timedelta

import pytest
from tests.cases.made import actor
from tests.oversight.inspections_made import (
    ANSWERS,
    CONCLUDED,
    HEAD,
    IN_VAIN,
    OFFICER,
    URGED,
    at,
    concluded,
    petitioned,
)

from vidan.domain.supervision.standing import Standing
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.models import Clock
from vidan.foundation.figures.models import Fact
from vidan.foundation.journal.models import Entry
from vidan.foundation.notices.models import Notice, NoticeKind
from vidan.oversight.inspection_kinds import Carried, Decided
from vidan.oversight.inspection_kinds import InspectionState as State
from vidan.oversight.models import Inspection, Recommendation
from vidan.oversight.services.follow_recommendations import answer, close, note_overdue, verify
from vidan.oversight.services.hear_unit import OnPaper
from vidan.oversight.services.inspection_step import NotNow, Refused
from vidan.oversight.services.press_for_answer import petition, take_superior, urge

pytestmark = pytest.mark.django_db

HEARD = date(2018, 6, 20)
SUPERIORS = OnPaper(number="88/UBND-VP", dated=date(2018, 6, 18), received_on=HEARD)


def first(one: Inspection) -> Recommendation:
    return Recommendation.objects.select_related("inspection").get(inspection=one, number=1)


def standing_on(one: Inspection, day: date) -> Standing:
    with clock.at(at(day)):
        return first(one).standing


def heard(decided: Decided, *, answer_by: date | None = None, title: str = "Tiếp nhận hồ sơ") -> Inspection:
    """The superior has answered the petition about the first recommendation."""
    one = petitioned(title)
    with clock.at(at(HEARD)):
        take_superior(
            code=one.code,
            number=1,
            decided=decided,
            text="Đã xem xét.",
            paper=SUPERIORS,
            answer_by=answer_by,
            actor=actor(OFFICER),
        )
    return one


def test_nothing_is_urged_on_its_last_day() -> None:
    one = concluded()
    with clock.at(at(date(2018, 5, 18))), pytest.raises(Refused) as refused:
        urge(code=one.code, number=1, actor=actor(HEAD))
    assert refused.value.refusal.missing == ("answer_overdue",)


def test_only_what_is_overdue_is_urged() -> None:
    one = concluded()  # the second is due in June
    with clock.at(at(URGED)), pytest.raises(NotNow):
        urge(code=one.code, number=2, actor=actor(HEAD))


def test_an_urging_is_numbered_goes_to_the_unit_and_names_the_programmes_day() -> None:
    one = concluded()
    with clock.at(at(URGED)):
        made = urge(code=one.code, number=1, actor=actor(HEAD))
    assert made.paper.label
    assert made.paper.structure["addressees"] == ["Ủy ban nhân dân Phường An Phú"]
    assert made.answer_by == date(2018, 6, 11)  # fifteen working days after 21 May
    told = str(made.paper.structure)
    assert "11/06/2018, theo Chương trình phối hợp" in told
    assert "lần đôn đốc thứ 1" in told
    assert Notice.objects.filter(subject=one.code, kind=NoticeKind.WATCH_URGED).exists()


def test_a_term_runs_for_whoever_owes_the_answer_now() -> None:
    one = petitioned()
    running = Clock.objects.select_related("holder").get(subject=one.code, role="answer-1", stopped_on=None)
    assert running.holder is not None
    assert (running.holder.name, running.rule, running.started_on) == ("Ủy ban nhân dân Quận 2", "CT-10", IN_VAIN)
    assert Clock.objects.filter(subject=one.code, role="answer-1").count() == 3


def test_the_desks_day_follows_the_day_that_counts_now() -> None:
    one = concluded()
    with clock.at(at(URGED)):
        urge(code=one.code, number=1, actor=actor(HEAD))
    assert Inspection.objects.get(pk=one.pk).next_on == date(2018, 6, 1)  # the second recommendation
    with clock.at(at(date(2018, 6, 1))):
        answer(code=one.code, number=2, text="Đã phân công.", actor=actor(ANSWERS))
        verify(code=one.code, number=2, carried=Carried.DONE, actor=actor(OFFICER))
    assert Inspection.objects.get(pk=one.pk).next_on == date(2018, 6, 11)


def test_the_superior_is_petitioned_only_when_the_urging_was_in_vain() -> None:
    one = concluded()
    with clock.at(at(URGED)):
        with pytest.raises(Refused):
            petition(code=one.code, number=1, actor=actor(HEAD))
        urge(code=one.code, number=1, actor=actor(HEAD))
    with clock.at(at(IN_VAIN - timedelta(days=1))), pytest.raises(Refused) as refused:
        petition(code=one.code, number=1, actor=actor(HEAD))
    assert refused.value.refusal.missing == ("urged_in_vain",)
    with clock.at(at(IN_VAIN)):
        made = petition(code=one.code, number=1, actor=actor(HEAD))
        assert made.paper.structure["addressees"] == ["Ủy ban nhân dân Quận 2"]
        assert "đã đôn đốc bằng Công văn số" in str(made.paper.structure)
        with pytest.raises(Refused):
            petition(code=one.code, number=1, actor=actor(HEAD))


def test_an_officer_signs_neither() -> None:
    one = concluded()
    with clock.at(at(URGED)), pytest.raises(Refused):
        urge(code=one.code, number=1, actor=actor(OFFICER))


def test_a_superior_that_tells_the_unit_to_answer_opens_the_question_again_by_its_day() -> None:
    one = heard(Decided.INSTRUCTED, answer_by=date(2018, 7, 2))
    row = first(one)
    assert (row.due_on, row.due_by) == (date(2018, 7, 2), "superior")
    assert standing_on(one, date(2018, 7, 2)) is Standing.OWED
    assert standing_on(one, date(2018, 7, 3)) is Standing.OVERDUE
    with clock.at(at(date(2018, 7, 3))):
        again = urge(code=one.code, number=1, actor=actor(HEAD))
    assert "lần đôn đốc thứ 2" in str(again.paper.structure)
    assert "02/07/2018, do cơ quan cấp trên đặt" in str(again.paper.structure)


def test_without_a_day_of_the_superior_the_programmes_counts() -> None:
    row = first(heard(Decided.INSTRUCTED))
    assert (row.due_on, row.due_by) == (date(2018, 7, 11), "programme")  # fifteen working days after 20 June


def test_what_the_superior_has_settled_waits_to_be_verified() -> None:
    one = heard(Decided.SETTLED)
    assert standing_on(one, HEARD) is Standing.SETTLED
    assert Inspection.objects.get(pk=one.pk).next_on == date(2018, 6, 1)
    with clock.at(at(HEARD)):
        assert verify(code=one.code, number=1, carried=Carried.DONE, actor=actor(OFFICER)).standing is Standing.DONE


def test_what_the_superior_declines_is_over_and_keeps_the_file_from_ending_no_more() -> None:
    one = heard(Decided.DECLINED)
    with clock.at(at(HEARD)):
        for step in (answer, verify):
            told = {"text": "Muộn."} if step is answer else {"carried": Carried.DONE}
            with pytest.raises(NotNow):
                step(code=one.code, number=1, actor=actor(ANSWERS if step is answer else OFFICER), **told)
        answer(code=one.code, number=2, text="Đã làm.", actor=actor(ANSWERS))
        verify(code=one.code, number=2, carried=Carried.DONE, actor=actor(OFFICER))
        assert close(code=one.code, actor=actor(HEAD)).state == State.CLOSED


def test_the_paper_of_the_superior_is_entered_as_its_own() -> None:
    made = first(heard(Decided.SETTLED)).pressed[-1]
    assert made.answer_paper is not None
    assert (made.answer_paper.sender, made.answer_paper.their_number) == ("Ủy ban nhân dân Quận 2", "88/UBND-VP")


def test_no_answer_comes_before_the_petition() -> None:
    one = petitioned()
    early = OnPaper(number="1", dated=URGED, received_on=URGED)
    with clock.at(at(HEARD)), pytest.raises(NotNow):
        take_superior(code=one.code, number=1, decided=Decided.SETTLED, text="Sớm.", paper=early, actor=actor(OFFICER))


def test_an_answer_ends_the_term_whoever_was_asked() -> None:
    one = petitioned()
    with clock.at(at(HEARD)):
        answer(code=one.code, number=1, text="Đã niêm yết.", actor=actor(ANSWERS))
    assert not Clock.objects.filter(subject=one.code, role="answer-1", stopped_on=None).exists()
    assert standing_on(one, HEARD) is Standing.ANSWERED


def facts(name: str) -> int:
    return sum(Fact.objects.filter(name=f"oversight.{name}").values_list("amount", flat=True))


def test_each_recommendation_is_counted_once_however_often_it_is_pressed_for() -> None:
    one = heard(Decided.INSTRUCTED, answer_by=date(2018, 7, 2))
    with clock.at(at(date(2018, 7, 3))):
        urge(code=one.code, number=1, actor=actor(HEAD))
        note_overdue()
    names = ("recommendations_urged", "recommendations_petitioned", "petitions_answered", "recommendations_overdue")
    assert [facts(name) for name in names] == [1, 1, 1, 2]


def test_the_journal_says_what_was_sent_and_nothing_of_what_was_written() -> None:
    one = heard(Decided.INSTRUCTED)
    told = [entry.facts for entry in Entry.objects.filter(subject=one.code, event="inspection.take_superior")]
    assert [(row["recommendation"], row["decided"]) for row in told] == [(1, "instructed")]
    assert "Đã xem xét" not in str(told)


def test_the_day_of_the_conclusion_itself_has_no_clock() -> None:
    one = concluded()
    roles = Clock.objects.filter(subject=one.code, stopped_on=None).values_list("role", "due_on", "started_on")
    assert list(roles) == [("answer-1", date(2018, 5, 18), CONCLUDED)]
