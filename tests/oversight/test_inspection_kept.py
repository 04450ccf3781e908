"""How long an inspection is kept, what everybody finds of it, and how its days follow the calendar."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from io import StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from tests.cases.made import actor
from tests.foundation.files.samples import jpg
from tests.oversight.inspections_made import (
    ANSWERS,
    CONCLUDED,
    HEAD,
    OFFICER,
    URGED,
    VISIT,
    at,
    concluded,
    notified,
    visited,
)

from vidan.foundation.calendar import clock
from vidan.foundation.calendar.days import set_day
from vidan.foundation.calendar.models import DayKind
from vidan.foundation.figures.models import Fact
from vidan.foundation.files.models import StoredFile
from vidan.foundation.intake.personal import ErasureState, KeptFor
from vidan.foundation.journal.models import Entry
from vidan.foundation.search.published import look_for
from vidan.oversight.inspection_kinds import Carried
from vidan.oversight.models import Inspection, InspectionErasure, Recommendation
from vidan.oversight.services.erase_inspection import erase, keep_longer, propose_erasures
from vidan.oversight.services.follow_recommendations import answer, close, note_overdue, stop, verify
from vidan.oversight.services.hear_unit import OnPaper, give_report
from vidan.oversight.services.press_for_answer import urge
from vidan.oversight.services.publish_results import publish, unpublish
from vidan.oversight.services.visit import add_evidence
from vidan.site.recounting import recount_all

pytestmark = pytest.mark.django_db

PLACE = "/ban-lam-viec/het-han-luu/"


def moment(day: date) -> datetime:
    return datetime.combine(day, time(9), tzinfo=clock.now().tzinfo)


def ended() -> Inspection:
    """Told with a scan, visited with evidence, concluded, answered, verified, closed."""
    one = concluded()
    with clock.at(at(CONCLUDED)):
        for number in (1, 2):
            answer(code=one.code, number=number, text="Đã làm xong việc ấy.", actor=actor(ANSWERS))
            verify(code=one.code, number=number, carried=Carried.DONE, note="Đã tới xem.", actor=actor(OFFICER))
        return close(code=one.code, actor=actor(HEAD))


def later(years: int, *, days: int = 1) -> datetime:
    return moment(CONCLUDED.replace(year=CONCLUDED.year + years) + timedelta(days=days))


def test_working_papers_are_proposed_after_ten_years_and_not_a_day_before() -> None:
    one = ended()
    with clock.at(later(10, days=0)):
        assert propose_erasures() == 0
    with clock.at(later(10)):
        assert propose_erasures() == 1
        assert propose_erasures() == 0
    proposed = InspectionErasure.objects.get()
    assert (proposed.subject, proposed.rule, proposed.state) == (one.code, "LT-08", "proposed")


def test_what_was_called_off_goes_after_two() -> None:
    one = stop(code=notified().code, reason="Giải thể.", actor=actor(HEAD))
    assert one.closed_on is not None
    with clock.at(moment(one.closed_on.replace(year=one.closed_on.year + 2) + timedelta(days=1))):
        assert propose_erasures() == 1
    assert InspectionErasure.objects.get().rule == "LT-09"


def test_what_is_followed_is_never_proposed() -> None:
    concluded()
    with clock.at(later(15)):
        assert propose_erasures() == 0


def test_what_was_written_goes_and_conclusion_papers_and_days_stay() -> None:
    one = ended()
    kept = (one.conclusion, one.conclusion_paper_id, one.concluded_on)
    with clock.at(later(10)):
        propose_erasures()
        assert erase(subjects=[one.code], actor=actor(HEAD)) == 1
    again = Inspection.objects.get(pk=one.pk)
    assert (again.conclusion, again.conclusion_paper_id, again.concluded_on) == kept
    assert (again.grounds, again.case_codes, again.report, again.unit_report) == ("", [], "", "")
    assert set(again.findings.values_list("note", flat=True)) == {""}
    rows = again.recommendations.values_list("answer", "verified_note", "carried")
    assert list(rows) == [("", "", "done")] * 2
    assert again.erased_on == later(10).date()


def test_files_go_with_it() -> None:
    one = notified()
    paper = OnPaper(number="9", dated=VISIT, received_on=VISIT, scan=SimpleUploadedFile("a.jpg", jpg()))
    with clock.at(at(VISIT)):
        give_report(code=one.code, text="Báo cáo.", paper=paper, actor=actor(OFFICER))
        add_evidence(code=one.code, item="posted", upload=SimpleUploadedFile("b.jpg", jpg()), actor=actor(OFFICER))
        stop(code=one.code, reason="Thôi.", actor=actor(HEAD))
    assert StoredFile.objects.filter(subject__startswith=one.code, is_destroyed=False).count() == 2
    with clock.at(moment(VISIT.replace(year=2020) + timedelta(days=1))):
        propose_erasures()
        assert erase(subjects=[one.code], actor=actor(HEAD)) == 1
    assert not StoredFile.objects.filter(subject__startswith=one.code, is_destroyed=False).exists()


def test_only_the_head_decides_and_may_keep_it_for_another_year(
    signed_in: Callable[[str], Client],
) -> None:
    one = ended()
    with clock.at(later(10)):
        propose_erasures()
        assert erase(subjects=[one.code], actor=actor(OFFICER)) == 0
        assert one.code in signed_in(HEAD).get(PLACE).content.decode()
        assert keep_longer(subjects=[one.code], why=KeptFor.HISTORY, actor=actor(HEAD)) == 1
    with clock.at(later(11, days=3)):
        assert propose_erasures() == 1
    assert InspectionErasure.objects.get().state == ErasureState.PROPOSED


def test_the_page_says_what_went_by_which_rule(signed_in: Callable[[str], Client]) -> None:
    one = ended()
    with clock.at(later(10)):
        propose_erasures()
        signed_in(HEAD).post(PLACE, {"chosen": one.code, "act": "erase"})
        shown = signed_in(OFFICER).get(f"/ban-lam-viec/kiem-tra-giam-sat/{one.code}/").content.decode()
    assert "LT-08" in shown
    assert Entry.objects.filter(subject=one.code, event="inspection.erase").count() == 1


def found(words: str) -> list[str]:
    return [row.key for row in look_for(words).rows]


def test_a_published_result_is_found_without_marks_until_it_is_taken_back() -> None:
    one = concluded()
    with clock.at(at(CONCLUDED)):
        assert found("niem yet lai") == []
        publish(code=one.code, summary="Mặt trận đã giám sát việc tiếp nhận.", actor=actor(HEAD))
        for words in ("giam sat viec tiep nhan", "niem yet lai", "phường An Phú tiếp nhận"):
            assert found(words) == [one.code], words
        unpublish(code=one.code, actor=actor(HEAD))
        assert found("niem yet lai") == []


def test_the_index_is_told_of_results_anew() -> None:
    one = concluded()
    with clock.at(at(CONCLUDED)):
        publish(code=one.code, summary="Mặt trận đã giám sát.", actor=actor(HEAD))
    Inspection.objects.filter(pk=one.pk).update(title="Tên gọi khác")
    call_command("index", stdout=StringIO())
    assert found("ten goi khac") == [one.code]


def test_everybody_reaches_it_from_the_search(client: Client) -> None:
    one = concluded()
    with clock.at(at(CONCLUDED)):
        publish(code=one.code, summary="Mặt trận đã giám sát.", actor=actor(HEAD))
        page = client.get("/tim-kiem/", {"tu": "giam sat", "loai": "supervision"}).content.decode()
    assert f"/giam-sat/{one.code}/" in page


def day_off(day: date) -> int:
    set_day(day=day, kind=DayKind.HOLIDAY, name="nghỉ bù", source="thông báo thử")
    return recount_all(actor=actor(HEAD))


def first(one: Inspection) -> Recommendation:
    return one.recommendations.get(number=1)


def test_the_programmes_day_of_a_recommendation_follows_the_calendar_and_the_conclusions_does_not() -> None:
    one = concluded()
    assert day_off(date(2018, 5, 2)) == 1
    rows = one.recommendations.values_list("due_on", flat=True)
    assert list(rows) == [date(2018, 5, 21), date(2018, 6, 1)]
    assert Inspection.objects.get(pk=one.pk).next_on == date(2018, 5, 21)
    told = Entry.objects.get(subject=one.code, event="inspection.recount").facts
    assert (told["was"], told["now"]) == ("2018-05-18", "2018-05-21")


def test_the_day_of_an_urging_follows_and_the_one_before_stays() -> None:
    one = concluded()
    with clock.at(at(URGED)):
        urge(code=one.code, number=1, actor=actor(HEAD))
        assert day_off(date(2018, 5, 23)) == 1
    row = first(one)
    assert (row.due_on, row.pressed[-1].answer_by) == (date(2018, 5, 18), date(2018, 6, 12))


def test_an_answered_recommendation_does_not_move() -> None:
    one = concluded()
    with clock.at(at(CONCLUDED)):
        answer(code=one.code, number=1, text="Đã làm.", actor=actor(ANSWERS))
        assert day_off(date(2018, 5, 2)) == 0
    assert first(one).due_on == date(2018, 5, 18)


def test_what_was_counted_as_overdue_is_taken_back_where_the_day_moves_past_today() -> None:
    one = concluded()
    with clock.at(moment(date(2018, 5, 20))):
        assert note_overdue() == 1
        assert day_off(date(2018, 5, 2)) == 1
        rows = Fact.objects.filter(name="oversight.recommendations_overdue")
        assert sum(row.amount for row in rows) == 0
        assert {row.on for row in rows} == {date(2018, 5, 19)}
        assert not first(one).overdue_told


def test_a_term_of_the_law_in_calendar_days_does_not_move() -> None:
    visited()
    assert day_off(date(2018, 4, 10)) == 0
