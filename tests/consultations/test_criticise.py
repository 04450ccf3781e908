"""The criticism document: drafted from the points, given back, sent."""

from datetime import timedelta

import pytest
from tests.cases.made import actor
from tests.consultations.made import HEAD, OFFICER, fresh, unit
from tests.consultations.points_made import ASSESSED, CODE, gathering, opinion, point, pointed, sent, submitted

from vidan.consultations.kinds import HearingKind, OpinionState, State
from vidan.consultations.letters import criticism_of
from vidan.consultations.models import Hearing, Invited
from vidan.consultations.services.criticise import give_back, preview, send, submit
from vidan.consultations.services.step import Refused
from vidan.consultations.services.write_assessment import write_assessment
from vidan.consultations.services.write_points import Words, add_point, change_point
from vidan.consultations.spoken import spoken_of
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.models import Clock
from vidan.foundation.journal.models import Entry
from vidan.foundation.papers.models import Paper, PaperState
from vidan.foundation.papers.render import rendered
from vidan.foundation.papers.structure import Structure, from_json
from vidan.foundation.papers.wording import add_version, use_version

pytestmark = pytest.mark.django_db


def _text(structure: Structure) -> str:
    return "\n".join(block.text for block in structure.blocks)


def test_the_document_holds_each_point_with_its_place_and_what_is_asked_for() -> None:
    draft = submitted()
    assert draft.paper is not None
    text = _text(from_json(draft.paper.structure))
    assert "Điểm 1. Điều 2 khoản 1" in text
    assert "Kiến nghị: Bỏ điều kiện sống một mình." in text
    assert "Điểm 3. Cả dự thảo" in text


def test_the_general_assessment_stands_before_the_points_in_its_own_paragraphs() -> None:
    draft = submitted()
    assert draft.paper is not None
    told = [block.text for block in from_json(draft.paper.structure).blocks]
    first, second = ASSESSED.split("\n")
    assert told.index(first) + 1 == told.index(second) < told.index("Điểm 1. Điều 2 khoản 1")


def test_without_an_assessment_the_document_has_no_such_part() -> None:
    draft = pointed()
    with_it = len(preview(draft).blocks)
    write_assessment(code=CODE, assessment=" ", actor=actor(OFFICER))
    assert len(preview(fresh(draft)).blocks) == with_it - 2


def test_the_assessment_stands_once_the_document_is_submitted_and_is_free_when_it_is_given_back() -> None:
    submitted()
    with pytest.raises(Refused):
        write_assessment(code=CODE, assessment="Khác.", actor=actor(OFFICER))
    give_back(code=CODE, reason="Ghi rõ hơn.", actor=actor(HEAD))
    assert write_assessment(code=CODE, assessment="Khác.", actor=actor(OFFICER)).assessment == "Khác."


def test_the_journal_holds_no_words_of_the_assessment() -> None:
    pointed()
    assert "cần thiết" not in str([entry.facts for entry in Entry.objects.filter(event="draft.write_assessment")])


def test_the_document_counts_who_spoke() -> None:
    draft = submitted()
    assert draft.paper is not None
    assert "6 ý kiến (người dân, tổ chức góp ý trên trang: 5; chuyên gia, Hội đồng tư vấn: 1)" in _text(
        from_json(draft.paper.structure)
    )


def test_the_document_names_the_lawful_forms_that_were_held() -> None:
    draft = pointed()
    hearing = Hearing.objects.create(
        draft=draft, kind=HearingKind.CONFERENCE, held_on=clock.today(), made_on=clock.today(), is_over=True
    )
    Invited.objects.create(hearing=hearing, name="Hội Phụ nữ", came=True)
    Invited.objects.create(hearing=hearing, name="Phòng Tư pháp", came=False)
    assert "hội nghị phản biện ngày 13/03/2018 (1 trên 2 nơi được mời đến dự)" in _text(preview(draft))


def test_the_numbers_never_name_who_was_invited() -> None:
    draft = pointed()
    hearing = Hearing.objects.create(draft=draft, kind=HearingKind.WRITTEN, made_on=clock.today(), is_over=True)
    Invited.objects.create(hearing=hearing, name="Ông Chuyên Gia Thử", answered_on=clock.today())
    told = spoken_of(draft)
    assert [form["answered"] for form in told["forms"]] == [1]
    assert "Chuyên Gia" not in str(told)


def test_a_draft_that_came_too_late_is_told_in_the_document() -> None:
    today = clock.today()
    draft = pointed(received_on=today, submits_on=today + timedelta(days=14))
    assert "14 ngày trước ngày trình; Luật quy định ít nhất 15 ngày" in _text(preview(draft))


def test_an_own_wording_decides_where_the_points_stand() -> None:
    draft = pointed()
    text = "{draft} {recipient} {spoke}\n\nTrước {criticism_points} sau"
    version = add_version(name="criticism", unit=unit("mttq-a-quan-2"), text=text, actor="test")
    use_version(version=version, actor="test")
    told = [block.text for block in criticism_of(draft, draft.points.all(), spoken_of(draft)).blocks]
    assert told[1] == "Trước"
    assert told[-1] == "sau"


def test_what_stands_behind_a_point_is_frozen_when_the_document_is_drafted() -> None:
    draft = submitted()
    one = point(draft, 2)
    opinion(draft, point=one, agrees=50)
    assert (one.opinion_count, one.agree_count, one.place) == (1, 1, "Điều 3")


def test_without_a_point_nothing_is_submitted() -> None:
    gathering()
    with pytest.raises(Refused):
        submit(code=CODE, actor=actor(OFFICER))


def test_while_an_opinion_waits_nothing_is_submitted() -> None:
    opinion(pointed(), state=OpinionState.WAITING)
    with pytest.raises(Refused):
        submit(code=CODE, actor=actor(OFFICER))


def test_a_document_that_is_given_back_is_dropped_and_the_points_are_mended() -> None:
    draft = submitted()
    give_back(code=CODE, reason="Thiếu căn cứ.", actor=actor(HEAD))
    assert not Paper.objects.filter(subject=CODE).exists()
    assert (fresh(draft).state, fresh(draft).returned_for) == (State.GATHERING, "Thiếu căn cứ.")
    change_point(code=CODE, pk=point(draft, 1).pk, words=Words(text="Đã sửa"), revision=1, actor=actor(OFFICER))
    assert submit(code=CODE, actor=actor(OFFICER)).returned_for == ""


def test_the_officer_does_not_send_what_he_wrote() -> None:
    submitted()
    with pytest.raises(Refused):
        send(code=CODE, actor=actor(OFFICER))


def test_the_sent_document_has_its_number_and_starts_the_clock_of_the_programme() -> None:
    draft = sent()
    assert draft.paper is not None
    assert draft.paper.state == PaperState.ISSUED
    assert draft.paper.label == "01/MTTQ-BTT"
    assert draft.sent_on == draft.paper.sent_on == clock.today()
    running = Clock.objects.get(subject=CODE, role="answer")
    assert (running.rule, running.length, running.stopped_on) == ("CT-09", 15, None)


@pytest.mark.parametrize(("form", "begins"), [("docx", b"PK"), ("pdf", b"%PDF-")])
def test_the_document_comes_as_a_file(form: str, begins: bytes) -> None:
    paper = sent().paper
    assert paper is not None
    assert rendered(paper, form).startswith(begins)


def test_a_point_of_many_lines_is_drawn() -> None:
    gathering()
    add_point(code=CODE, words=Words(text="a\n\nb#$\\", proposal="c\nd"), actor=actor(OFFICER))
    draft = submit(code=CODE, actor=actor(OFFICER))
    assert draft.paper is not None
    assert rendered(draft.paper, "pdf").startswith(b"%PDF-")
