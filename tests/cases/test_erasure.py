"""Content goes when its time is over and the head approves; what stays proves that it was there and that it went."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings
from tests.cases.made import actor, made, unit
from tests.conftest import TUESDAY
from tests.test_canaries import ALL, carried, rows_of_every_table, seen

from vidan.cases.kinds import Kind, State
from vidan.cases.models import Call, CaseFile, Erasure, Summary
from vidan.cases.models.sources import CallEnd
from vidan.cases.models.summary import SummaryState
from vidan.cases.services.close import close
from vidan.cases.services.erase import erase, keep_longer, propose_erasures
from vidan.cases.services.log_call import Caller, log_call
from vidan.cases.services.open_identity import open_identity
from vidan.cases.services.receive import Story
from vidan.cases.services.withdraw import withdraw
from vidan.cases.story import story_of
from vidan.foundation.calendar import clock
from vidan.foundation.files.kinds import FileKind
from vidan.foundation.files.services import files_of, keep_bytes
from vidan.foundation.intake.names import NotToBeOpened
from vidan.foundation.intake.personal import ErasureState, KeptFor
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.journal.models import Entry
from vidan.foundation.journal.seals import seal_new_entries, verify_seals
from vidan.foundation.papers.models import Paper
from vidan.foundation.papers.render import rendered

pytestmark = pytest.mark.django_db

PAGE = "/ban-lam-viec/het-han-luu/"
COPY = ["trống không", "trong khong", "Nói trống không ở quầy", "noi trong khong"]
"""What the prepared copy, the gist and the search knew of the case."""


def later(days: int) -> datetime:
    return TUESDAY + timedelta(days=days)


def withdrawn(mode: TellerMode = TellerMode.NAMED) -> CaseFile:
    return withdraw(code=made(mode=mode).code)


def states() -> dict[str, str]:
    return dict(Erasure.objects.values_list("subject", "state"))


def test_what_is_due_is_proposed_once_and_on_its_day() -> None:
    case = withdrawn()
    for days, due in ((364, 0), (365, 0), (366, 1), (400, 0)):
        with clock.at(later(days)):
            assert propose_erasures() == due, days
    assert states() == {case.code: "proposed"}
    assert CaseFile.objects.get(code=case.code).erased_on is None


def test_an_open_case_is_never_due_however_old() -> None:
    made(State.TRANSFERRED)
    with clock.at(later(4000)):
        assert propose_erasures() == 0


def test_a_complaint_is_kept_longer_than_a_feedback() -> None:
    made(State.CLOSED)
    complaint = made(State.CLOSED)
    CaseFile.objects.filter(pk=complaint.pk).update(kind=Kind.COMPLAINT)
    with clock.at(later(365 * 6)):
        assert propose_erasures() == 1
    assert complaint.code not in states()
    with clock.at(later(365 * 16)):
        propose_erasures()
    assert complaint.code in states()


@pytest.mark.parametrize("mode", list(TellerMode))
def test_after_erasure_no_table_no_file_and_no_search_holds_a_word_of_it(
    mode: TellerMode, settings: Settings, tmp_path: Path, signed_in: Callable[[str], Client]
) -> None:
    case, _visitor = carried(mode)
    for paper in Paper.objects.filter(subject=case.code):
        for form in ("pdf", "docx"):
            rendered(paper, form)
    close(code=case.code, actor=actor("can-bo-quan"))
    before = [table for table, value in rows_of_every_table() if seen(value, COPY)]
    assert before
    files = len([path for path in tmp_path.rglob("*") if path.is_file()])
    with clock.at(later(365 * 6)):
        propose_erasures()
        assert erase(subjects=[case.code], actor=actor("lanh-dao")) == 1
    assert [(table, seen(value, ALL + COPY)) for table, value in rows_of_every_table() if seen(value, ALL + COPY)] == []
    left = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [path for path in left if seen(path.read_bytes(), ALL + COPY)] == []
    assert len(left) < files
    for paper in Paper.objects.filter(subject=case.code):
        assert seen(rendered(paper, "docx"), COPY) == []
    officer = signed_in("can-bo-quan")
    assert case.code not in officer.post("/ban-lam-viec/tim/", {"words": "trống không"}).content.decode()
    assert case.code in officer.post("/ban-lam-viec/tim/", {"words": case.code}).content.decode()


@pytest.mark.parametrize("subject", ["{code}", "{code}.den", "{code}.che"])
def test_files_that_came_in_or_were_made_on_the_way_go_with_the_case(subject: str) -> None:
    case = withdrawn()
    place = subject.format(code=case.code)
    keep_bytes(subject=place, kind=FileKind.PNG, data=b"x", label="anh.png", position=1)
    with clock.at(later(366)):
        propose_erasures()
        erase(subjects=[case.code], actor=actor("lanh-dao"))
    assert files_of(place) == []


def test_what_was_told_to_everybody_is_taken_off_with_the_case() -> None:
    case = made(State.CLOSED, conduct=("delay",))
    Summary.objects.create(
        case=case,
        place=unit("ubnd-a-an-phu"),
        month=TUESDAY.date().replace(day=1),
        kind=case.kind,
        said="Phải đi lại.",
        done="Đã xin lỗi.",
        state=SummaryState.PUBLISHED,
        written_by="x",
    )
    with clock.at(later(365 * 6)):
        propose_erasures()
        assert erase(subjects=[case.code], actor=actor("lanh-dao")) == 1
    summary = Summary.objects.get(case=case)
    assert (summary.state, summary.said, summary.done) == (SummaryState.ERASED, "", "")


def test_codes_dates_units_and_seals_hold_after_erasure() -> None:
    case = withdrawn()
    entries = Entry.objects.filter(subject=case.code).count()
    seal_new_entries()
    with clock.at(later(366)):
        propose_erasures()
        erase(subjects=[case.code], actor=actor("lanh-dao"))
    seal_new_entries()
    now = CaseFile.objects.get(code=case.code)
    assert (now.state, now.subject_unit_id, now.received_at) == (
        State.WITHDRAWN,
        case.subject_unit_id,
        case.received_at,
    )
    assert verify_seals().broken == ()
    assert Entry.objects.filter(subject=case.code).count() == entries + 2
    assert story_of(now) == Story(what="")


def test_nobody_opens_a_name_that_was_erased() -> None:
    case = withdrawn()
    with clock.at(later(366)):
        propose_erasures()
        erase(subjects=[case.code], actor=actor("lanh-dao"))
        with pytest.raises(NotToBeOpened):
            open_identity(code=case.code, reason="để xem còn không", actor=actor("can-bo-quan"))


def test_nothing_is_erased_that_was_not_proposed_or_by_who_may_not() -> None:
    case, other = withdrawn(), withdrawn()
    with clock.at(later(366)):
        assert erase(subjects=[case.code], actor=actor("lanh-dao")) == 0
        propose_erasures()
        for local in ("can-bo-quan", "can-bo-phuong", "giu-khoa"):
            assert erase(subjects=[case.code], actor=actor(local)) == 0, local
        CaseFile.objects.filter(pk=other.pk).update(subject_unit=other.front)
        assert erase(subjects=[other.code, "PA-1999-0001", "call-1", "call-x"], actor=actor("lanh-dao")) == 0


def test_what_is_kept_longer_is_asked_about_again_after_a_year() -> None:
    case = withdrawn()
    with clock.at(later(366)):
        propose_erasures()
        assert keep_longer(subjects=[case.code], why=KeptFor.DISPUTE, actor=actor("lanh-dao")) == 1
        assert erase(subjects=[case.code], actor=actor("lanh-dao")) == 0
    with clock.at(later(366 + 364)):
        assert propose_erasures() == 0
    with clock.at(later(366 + 365)):
        assert propose_erasures() == 1
    assert states() == {case.code: ErasureState.PROPOSED}


def test_a_call_that_became_no_case_goes_after_a_year() -> None:
    call = log_call(
        front=made().front,
        gist="canarycallzq",
        wish="",
        caller=Caller(name="Người Gọi", phone="0000"),
        actor=actor("can-bo-quan"),
        ended=CallEnd.GUIDED,
    )
    with clock.at(later(366)):
        assert propose_erasures() == 1
        assert erase(subjects=[f"call-{call.pk}"], actor=actor("lanh-dao")) == 1
        assert propose_erasures() == 0
    call = Call.objects.select_related("caller").get(pk=call.pk)
    assert call.gist == ""
    assert call.caller is not None
    assert bytes(call.caller.body) == b""


def test_the_head_on_screen_chooses_and_the_receipt_says_when_and_by_which_rule(
    signed_in: Callable[[str], Client],
) -> None:
    case, visitor = carried(TellerMode.NAMED)
    close(code=case.code, actor=actor("can-bo-quan"))
    head = signed_in("lanh-dao")
    assert "Chưa hồ sơ nào hết hạn lưu" in head.get(PAGE).content.decode()
    with clock.at(later(365 * 6)):
        propose_erasures()
        assert case.code in head.get(PAGE).content.decode()
        for typed in ({}, {"act": "erase"}, {"act": "keep", "chosen": case.code}, {"act": "x"}, {"chosen": "'"}):
            assert head.post(PAGE, typed).status_code == 422, typed
        assert head.post(PAGE, {"act": "erase", "chosen": case.code}).status_code == 302
        page = visitor.open(visitor.code).content.decode()
        assert "Nội dung đã được xóa" in page
        assert "LT-03" in page
        data = visitor.client.post("/tra-cuu/ho-so/du-lieu/", {"right": "access", "words": "Còn gì không?"})
        assert data["Location"] == "/tra-cuu/ho-so/"
        desk = head.get(f"/ban-lam-viec/ho-so/{case.code}/")
        assert desk.status_code == 200
        assert "Nội dung hồ sơ đã xóa" in desk.content.decode()
