"""Very late, and the petition to the superior: only after urging, approved by the head, once."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client
from tests.cases.made import actor, made, settle

from vidan.cases.journey import journey_of
from vidan.cases.kinds import Kind, State, TransferRole
from vidan.cases.late import is_very_late, very_late_before
from vidan.cases.models import CaseFile, Petition, Transfer
from vidan.cases.selectors import Filters, newest
from vidan.cases.services.answer import AnswerPaper
from vidan.cases.services.petition_superior import (
    petition_superior,
    record_superior_answer,
    sign_petition_superior,
)
from vidan.cases.services.step import Refused
from vidan.cases.services.urge import sign_urging, urge
from vidan.domain.moves import Why
from vidan.domain.workdays import Term, Unit, count
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.days import is_working
from vidan.foundation.calendar.models import Clock
from vidan.foundation.papers.models import Paper

pytestmark = pytest.mark.django_db

OFFICER, HEAD = "can-bo-quan", "lanh-dao"
DUE = date(2018, 4, 3)
VERY_LATE = datetime(2018, 4, 18, 9, tzinfo=clock.now().tzinfo)  # eleven working days after


def urged() -> CaseFile:
    case = made(State.TRANSFERRED)
    with clock.at(datetime(2018, 4, 6, 9, tzinfo=clock.now().tzinfo)):
        urge(code=case.code, actor=actor(OFFICER))
        sign_urging(code=case.code, actor=actor(HEAD))
    return CaseFile.objects.select_related("front").get(pk=case.pk)


def test_very_late_begins_when_the_term_after_the_date_is_over() -> None:
    last = count(DUE, Term(10, Unit.WORKING_DAY), is_working).due
    assert not is_very_late(DUE, last)
    assert is_very_late(DUE, last + timedelta(days=1))
    assert last == date(2018, 4, 17)


@pytest.mark.parametrize("days", range(40))
def test_one_day_serves_a_whole_list(days: int) -> None:
    """Counting back from today says the same as counting on from each date."""
    today = date(2018, 4, 20) + timedelta(days=days)
    for back in range(30):
        due = today - timedelta(days=back)
        before = very_late_before(today)
        assert before is not None
        assert (due < before) == (count(due, Term(10, Unit.WORKING_DAY), is_working).due < today)


def test_the_superior_of_a_very_late_body_gets_a_numbered_letter_approved_by_the_head() -> None:
    case = urged()
    with clock.at(VERY_LATE):
        petition_superior(code=case.code, actor=actor(OFFICER))
        assert not Paper.objects.filter(subject=case.code, kind="petition_letter", number__isnull=False).exists()
        sign_petition_superior(code=case.code, actor=actor(HEAD))
    sent = {one.transfer.role: one.superior.slug for one in Petition.objects.filter(sent_on__isnull=False)}
    assert sent == {"settle": "ubnd-a-quan-2", "monitor": "ubnd-a-quan-2"}
    paper = Petition.objects.select_related("paper").filter(transfer__role="settle").get().paper
    assert paper.number
    assert "đã đôn đốc 1 lần" in str(paper.structure)


def test_a_petition_by_the_programme_starts_the_superiors_term_and_an_answer_ends_it() -> None:
    case = urged()
    with clock.at(VERY_LATE):
        petition_superior(code=case.code, actor=actor(OFFICER))
        sign_petition_superior(code=case.code, actor=actor(HEAD))
        running = Clock.objects.get(subject=case.code, role="petition-settle")
        assert (running.rule, running.stopped_on) == ("CT-10", None)
        settle(case.code)
    running.refresh_from_db()
    assert running.stopped_on is not None


def test_a_petition_about_a_complaint_cites_the_law_and_starts_no_term_here() -> None:
    case = urged()
    CaseFile.objects.filter(pk=case.pk).update(kind=Kind.COMPLAINT)
    with clock.at(VERY_LATE):
        petition_superior(code=case.code, actor=actor(OFFICER))
        sign_petition_superior(code=case.code, actor=actor(HEAD))
    paper = Paper.objects.filter(subject=case.code, kind="petition_letter")[0]
    assert "Điều 66" in str(paper.structure)
    assert "7 ngày kể từ ngày có quyết định" in str(paper.structure)
    assert not Clock.objects.filter(subject=case.code, role__startswith="petition").exists()


def petitioned() -> CaseFile:
    case = urged()
    with clock.at(VERY_LATE):
        petition_superior(code=case.code, actor=actor(OFFICER))
        sign_petition_superior(code=case.code, actor=actor(HEAD))
    return CaseFile.objects.get(pk=case.pk)


def test_the_superiors_paper_ends_its_term_and_stands_on_the_page(signed_in: Callable[[str], Client]) -> None:
    case = petitioned()
    sent = {
        "number": "77/UBND",
        "dated": "18/04/2018",
        "received_on": "18/04/2018",
        "text": "Yêu cầu phường trả lời ngay.",
    }
    sent |= {"version": str(case.version), "role": "settle"}
    place = f"/ban-lam-viec/ho-so/{case.code}/"
    with clock.at(VERY_LATE):
        client = signed_in(OFFICER)
        assert client.post(f"{place}ghi-nhan-cap-tren/", sent | {"text": ""}).status_code == 422
        assert client.post(f"{place}ghi-nhan-cap-tren/", sent).status_code == 302
        page = client.get(place).content.decode()
    petition = Petition.objects.select_related("answer_paper").get(transfer__role="settle")
    assert petition.answer_paper is not None
    assert (petition.answered_on, petition.answer_paper.their_number) == (date(2018, 4, 18), "77/UBND")
    assert Clock.objects.get(subject=case.code, role="petition-settle").stopped_on == date(2018, 4, 18)
    assert "Yêu cầu phường trả lời ngay." in page
    assert "Cấp trên trả lời kiến nghị" in page
    assert not Transfer.objects.get(pk=petition.transfer_id).answered_on  # the body itself still owes


def test_one_superior_of_two_late_bodies_is_asked_about_each_by_its_name(signed_in: Callable[[str], Client]) -> None:
    case = petitioned()
    with clock.at(VERY_LATE):
        page = signed_in(OFFICER).get(f"/ban-lam-viec/ho-so/{case.code}/ghi-nhan-cap-tren/").content.decode()
    assert "UBND Quận 2, về UBND Phường An Phú" in page
    assert "UBND Quận 2, về Phòng Nội vụ Quận 2" in page


def test_an_answer_is_recorded_only_of_a_superior_who_owes_one(signed_in: Callable[[str], Client]) -> None:
    case = urged()
    with clock.at(VERY_LATE):
        paper = AnswerPaper("77/UBND", date(2018, 4, 18), date(2018, 4, 18))
        told: dict[str, Any] = {"code": case.code, "role": TransferRole.SETTLE, "text": "Đã nhắc.", "paper": paper}
        with pytest.raises(Refused) as refused:
            record_superior_answer(**told, actor=actor(OFFICER))
        assert refused.value.refusal.missing == ("superior_owes",)
        petition_superior(code=case.code, actor=actor(OFFICER))
        sign_petition_superior(code=case.code, actor=actor(HEAD))
        with pytest.raises(Refused) as refused:  # a body answers for itself, never for the body above
            record_superior_answer(**told, actor=actor("chu-tich-ubnd"))
        assert refused.value.refusal.why == Why.NOT_ALLOWED
        record_superior_answer(**told, actor=actor(OFFICER))


def missing(case: CaseFile, moment: datetime) -> tuple[str, ...]:
    with clock.at(moment), pytest.raises(Refused) as refused:
        petition_superior(code=case.code, actor=actor(OFFICER))
    return refused.value.refusal.missing


def test_nobody_is_petitioned_about_before_he_is_very_late() -> None:
    assert "very_late" in missing(urged(), datetime(2018, 4, 17, 9, tzinfo=clock.now().tzinfo))


def test_nobody_is_petitioned_about_before_he_was_urged() -> None:
    assert missing(made(State.TRANSFERRED), VERY_LATE)[0] == "urged_before"


def test_a_superior_is_petitioned_once() -> None:
    case = urged()
    with clock.at(VERY_LATE):
        petition_superior(code=case.code, actor=actor(OFFICER))
    assert missing(case, VERY_LATE) == ("not_petitioned",)


def test_an_officer_does_not_number_a_petition() -> None:
    case = urged()
    with clock.at(VERY_LATE):
        petition_superior(code=case.code, actor=actor(OFFICER))
        with pytest.raises(Refused):
            sign_petition_superior(code=case.code, actor=actor(OFFICER))


def test_very_late_cases_are_found_and_marked_in_the_list(signed_in: Callable[[str], Client]) -> None:
    case = urged()
    with clock.at(VERY_LATE):
        other = made(State.TRANSFERRED)
        assert [one.case.code for one in newest(actor(OFFICER), Filters.read(QueryDict("rat-tre=1"))).cases] == [
            case.code
        ]
        page = signed_in(OFFICER).get("/ban-lam-viec/ho-so/?rat-tre=1").content.decode()
        assert "Rất trễ" in page
        assert other.code not in page


def test_the_teller_and_the_body_are_told_of_the_petition(signed_in: Callable[[str], Client]) -> None:
    case = urged()
    with clock.at(VERY_LATE):
        petition_superior(code=case.code, actor=actor(OFFICER))
        sign_petition_superior(code=case.code, actor=actor(HEAD))
        notes = [station.note for station in journey_of(case).stations]
        page = signed_in("chu-tich-ubnd").get(f"/ban-lam-viec/chuyen-den/{case.code}/").content.decode()
    assert any("đã kiến nghị cấp trên" in note for note in notes)
    assert "đã kiến nghị UBND Quận 2" in page
