"""The watch over an official survey, step by step: what each leaves behind, and what it refuses."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.cases.made import actor
from tests.foundation.files.samples import jpg
from tests.surveys.official_made import HEAD, OFFICER, fresh, judged, known, published, recorded, sent, shown, written

from vidan.domain.watching.checklist import checklist_from
from vidan.foundation.files.models import StoredFile
from vidan.foundation.journal.models import Entry
from vidan.foundation.papers.models import IncomingPaper, Paper, PaperState
from vidan.foundation.papers.structure import from_json
from vidan.foundation.units.models import Unit
from vidan.surveys.checklist import checklist_now, lines_of
from vidan.surveys.kinds import Finding
from vidan.surveys.models import ChecklistFinding, OfficialSurvey, WatchLetter
from vidan.surveys.services.close_watch import close_watch, reopen_watch
from vidan.surveys.services.judge_item import judge_item
from vidan.surveys.services.record_official import change_official, record_official
from vidan.surveys.services.record_publication import Publication, record_publication, withdraw_publication
from vidan.surveys.services.show_official import show_official
from vidan.surveys.services.watch_step import NotNow
from vidan.surveys.services.write_letter import approve_letter, drop_letter, record_answer, write_letter

pytestmark = pytest.mark.django_db


def events(survey: OfficialSurvey) -> list[str]:
    return list(Entry.objects.filter(subject=survey.code).order_by("pk").values_list("event", flat=True))


def text_of(paper: Paper) -> str:
    return "\n".join(block.text for block in from_json(paper.structure).blocks)


def test_a_recorded_survey_has_a_code_of_its_year_and_stands_in_the_journal() -> None:
    first, second = recorded(), recorded()
    assert (first.code, second.code) == ("ksct-a-quan-2-2017-1", "ksct-a-quan-2-2017-2")
    entry = Entry.objects.get(subject=first.code)
    assert entry.event == "official_survey.record"
    assert "Khảo sát" not in str(entry.facts)


def test_the_supplied_checklist_can_be_used_and_says_of_each_item_where_it_comes_from() -> None:
    checklist = checklist_from(checklist_now())
    assert {"published", "in_time", "raw_counts", "independent"} <= {item.code for item in checklist.items}


def test_a_survey_keeps_the_checklist_it_was_held_against(monkeypatch: pytest.MonkeyPatch) -> None:
    survey = recorded()
    newer = checklist_now()
    newer = {"version": "9", "item": newer["item"][:2]}
    monkeypatch.setattr("vidan.surveys.services.record_official.checklist_now", lambda: newer)
    assert len(lines_of(recorded())) == 2
    assert len(lines_of(fresh(survey))) > 2
    assert fresh(survey).checklist["version"] == "2018-1"


def test_a_front_records_for_itself_only() -> None:
    other = Unit.objects.get(slug="mttq-a-an-phu")
    with pytest.raises(OfficialSurvey.DoesNotExist):
        record_official(front=other, known=known(), actor=actor(OFFICER))
    assert not OfficialSurvey.objects.exists()


def test_what_is_known_is_put_right_and_the_second_of_two_is_told() -> None:
    survey = recorded()
    change_official(code=survey.code, known=known(planned=500), actor=actor(OFFICER), version=survey.version)
    assert fresh(survey).planned == 500
    with pytest.raises(NotNow, match="người khác"):
        change_official(code=survey.code, known=known(planned=1), actor=actor(OFFICER), version=survey.version)
    assert fresh(survey).planned == 500


def test_an_item_is_judged_with_its_evidence_and_judged_again_keeps_the_file() -> None:
    survey = recorded()
    told: dict[str, Any] = {"code": survey.code, "item": "published", "actor": actor(OFFICER)}
    file = SimpleUploadedFile("trang.jpg", jpg())
    judge_item(**told, finding=Finding.NO, note="Không thấy.", upload=file)
    judge_item(**told, finding=Finding.PARTLY, note="Chỉ niêm yết.")
    found = ChecklistFinding.objects.get()
    assert (found.finding, found.note) == (Finding.PARTLY, "Chỉ niêm yết.")
    assert found.file is not None


def test_a_new_file_takes_the_place_of_the_old_one_and_a_dropped_one_goes() -> None:
    survey = recorded()
    told: dict[str, Any] = {
        "code": survey.code,
        "item": "published",
        "finding": Finding.NO,
        "note": "x",
        "actor": actor(OFFICER),
    }
    first = judge_item(**told, upload=SimpleUploadedFile("a.jpg", jpg())).file
    second = judge_item(**told, upload=SimpleUploadedFile("b.jpg", jpg())).file
    assert first is not None
    assert second is not None
    assert first != second
    assert list(StoredFile.objects.filter(is_destroyed=False)) == [second]
    judge_item(**told, drop=True)
    assert not StoredFile.objects.filter(is_destroyed=False).exists()


def test_an_item_that_the_checklist_has_not_is_not_judged() -> None:
    with pytest.raises(OfficialSurvey.DoesNotExist):
        judge_item(code=recorded().code, item="nonsense", finding=Finding.YES, actor=actor(OFFICER))


def test_a_publication_is_recorded_and_taken_back_with_its_file() -> None:
    survey = recorded()
    what = Publication(on=date(2018, 3, 12), where="Cổng quận", index=Decimal("95.50"), index_n=388)
    file = SimpleUploadedFile("ket-qua.jpg", jpg())
    record_publication(code=survey.code, published=what, upload=file, actor=actor(OFFICER))
    kept = fresh(survey)
    assert (kept.published_on, kept.index, kept.file is not None) == (date(2018, 3, 12), Decimal("95.50"), True)
    withdraw_publication(code=survey.code, actor=actor(OFFICER))
    kept = fresh(survey)
    assert (kept.published_on, kept.index, kept.index_n, kept.file) == (None, None, None, None)
    assert events(survey)[-2:] == ["official_survey.publish", "official_survey.unpublish"]


def test_a_letter_tells_how_late_the_result_is_and_what_is_not_met() -> None:
    survey = recorded()
    judge_item(code=survey.code, item="questions", finding=Finding.NO, note="Không có.", actor=actor(OFFICER))
    judge_item(code=survey.code, item="by_unit", finding=Finding.PARTLY, note="Số chung.", actor=actor(OFFICER))
    told = text_of(written(survey).paper)
    assert "trễ 40 ngày" in told
    assert "mục 4 Kế hoạch 120/KH-UBND" in told
    assert "chưa đạt: công bố mẫu phiếu: câu hỏi và các mức trả lời." in told
    assert "một phần: công bố kết quả của từng đơn vị." in told
    assert "Công bố số phiếu ở từng mức trả lời." in told


def test_of_two_drafts_only_the_newer_waits_and_the_head_numbers_what_he_has_read() -> None:
    survey = recorded()
    old = written(survey).paper_id
    new = written(survey).paper_id
    assert list(WatchLetter.objects.values_list("paper_id", flat=True)) == [new]
    with pytest.raises(NotNow):
        approve_letter(code=survey.code, paper=old, actor=actor(HEAD))
    approve_letter(code=survey.code, paper=new, actor=actor(HEAD))
    paper = Paper.objects.get()
    assert (paper.state, paper.label, paper.sent_on) == (PaperState.ISSUED, "01/MTTQ-BTT", date(2018, 3, 13))


def test_an_officer_does_not_number_a_letter() -> None:
    survey = recorded()
    with pytest.raises(OfficialSurvey.DoesNotExist):
        approve_letter(code=survey.code, paper=written(survey).paper_id, actor=actor(OFFICER))
    assert Paper.objects.get().state == PaperState.DRAFT


def test_a_draft_is_dropped_and_a_numbered_letter_is_not() -> None:
    survey = recorded()
    written(survey)
    drop_letter(code=survey.code, actor=actor(OFFICER))
    assert not Paper.objects.exists()
    sent(survey)
    with pytest.raises(NotNow):
        drop_letter(code=survey.code, actor=actor(OFFICER))
    assert Paper.objects.get().number == 1


def test_an_answer_gets_its_number_among_the_incoming_papers_once() -> None:
    survey = recorded()
    letter = sent(survey)
    told: dict[str, Any] = {
        "code": survey.code,
        "paper": letter.paper_id,
        "text": "Sẽ công bố.",
        "number": "9/NV",
        "dated": date(2018, 3, 12),
        "received_on": date(2018, 3, 13),
        "actor": actor(OFFICER),
    }
    assert record_answer(**told).answer_text == "Sẽ công bố."
    assert IncomingPaper.objects.get().sender == survey.ran_by
    with pytest.raises(NotNow):
        record_answer(**told)
    assert IncomingPaper.objects.count() == 1


def test_what_was_not_sent_has_no_answer() -> None:
    survey = recorded()
    with pytest.raises(NotNow):
        record_answer(
            code=survey.code,
            paper=written(survey).paper_id,
            text="x",
            number="1",
            dated=date(2018, 3, 12),
            received_on=date(2018, 3, 13),
            actor=actor(OFFICER),
        )


def test_the_watch_ends_when_everything_was_looked_at_and_goes_on_when_it_is_opened_again() -> None:
    survey = recorded()
    told: dict[str, Any] = {"code": survey.code, "actor": actor(OFFICER)}
    with pytest.raises(NotNow, match="chưa đối chiếu"):
        close_watch(**told, outcome="Xong.")
    judged(survey)
    written(survey)
    with pytest.raises(NotNow, match="chờ duyệt"):
        close_watch(**told, outcome="Xong.")
    drop_letter(**told)
    close_watch(**told, outcome="Xong.")
    with pytest.raises(NotNow, match="đã kết thúc"):
        write_letter(**told, recommendations="Nữa.")
    reopen_watch(**told)
    assert fresh(survey).closed_on is None
    with pytest.raises(NotNow, match="chưa kết thúc"):
        reopen_watch(**told)


def test_only_the_head_shows_and_hides_the_public_page() -> None:
    survey = recorded()
    with pytest.raises(OfficialSurvey.DoesNotExist):
        show_official(code=survey.code, shown=True, actor=actor(OFFICER))
    assert not OfficialSurvey.objects.shown().exists()
    shown(survey)
    assert OfficialSurvey.objects.shown().get() == survey
    show_official(code=survey.code, shown=False, actor=actor(HEAD))
    assert not OfficialSurvey.objects.shown().exists()


def test_the_journal_of_the_whole_way_holds_no_free_text() -> None:
    survey = judged(recorded())
    sent(survey)
    published(survey)
    shown(survey)
    close_watch(code=survey.code, outcome="Đã công bố muộn.", actor=actor(OFFICER))
    told = str(list(Entry.objects.filter(subject=survey.code).values_list("facts", flat=True)))
    for words in ("Không thấy nêu", "Công bố", "muộn", "Cổng thông tin", "Khảo sát"):
        assert words not in told
