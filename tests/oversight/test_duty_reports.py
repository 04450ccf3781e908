"""A duty report on its way: written, sent in time or late, sent back, accepted; its figures, notices, reminders."""

from datetime import date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.cases.made import actor, made, unit
from tests.foundation.files.samples import jpg, pdf
from tests.outreach.activity_made import logged
from tests.oversight.duty_made import (
    AN_PHU,
    HEAD,
    OFFICER,
    UNION,
    WARD,
    WOMEN,
    guidance,
    guidance_paper,
    in_state,
    published,
    report,
    sent,
)

from vidan.domain.duties.standing import Standing
from vidan.domain.moves import Why
from vidan.foundation.calendar import clock
from vidan.foundation.figures.figure import Scope, read_figures
from vidan.foundation.files.services import files_of
from vidan.foundation.journal.models import Entry
from vidan.foundation.notices.agenda import due_work, morning_lines
from vidan.foundation.notices.models import Notice
from vidan.oversight.duty_kinds import ReportState, RhythmWords
from vidan.oversight.duty_rules import standing_of
from vidan.oversight.models import Duty, DutyReport
from vidan.oversight.report_words import standing_words
from vidan.oversight.services.give_guidance import AlreadySent, change_guidance, mark_guidance, send_guidance
from vidan.oversight.services.plan_step import Overtaken
from vidan.oversight.services.report_step import Refused, accept_report, send_back_report, write_report
from vidan.oversight.unit_numbers import numbers_of

pytestmark = pytest.mark.django_db


def moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, tzinfo=clock.now().tzinfo)


def rate(name: str) -> tuple[int, int | None]:
    value = read_figures([name], Scope(date(2018, 1, 1), date(2018, 12, 31)))[name]
    return value.count, value.total


def done_on(one: DutyReport) -> date | None:
    return Duty.objects.get(pk=one.duty_id).done_on


def notices(local: str) -> list[tuple[str, str]]:
    rows = Notice.objects.filter(user_id=actor(local).user_id or 0)
    return list(rows.order_by("pk").values_list("kind", "subject"))


def test_a_unit_writes_and_keeps_then_sends() -> None:
    one = report()
    write_report(code=one.code, words="Đang làm.", counted=None, actor=actor(WARD))
    assert DutyReport.objects.get(pk=one.pk).state == ReportState.DRAFT
    write_report(code=one.code, words="Xong.", counted=2, actor=actor(WARD), sends=True)
    told = DutyReport.objects.get(pk=one.pk)
    assert (told.state, told.words, told.counted, told.first_sent_on) == ("sent", "Xong.", 2, date(2018, 3, 13))
    assert notices(OFFICER) == [("duty_sent", one.code)]
    assert not Entry.objects.filter(facts__icontains="Xong").exists()


def test_nothing_is_not_sent() -> None:
    one = report()
    with pytest.raises(Refused) as told:
        write_report(code=one.code, words=" ", counted=3, actor=actor(WARD), sends=True)
    assert (told.value.refusal.why, told.value.refusal.missing) == (Why.NEEDS, ("told",))
    assert DutyReport.objects.get(pk=one.pk).counted is None


def test_a_file_is_enough_and_a_new_one_takes_its_place() -> None:
    one = report()
    for upload in (SimpleUploadedFile("a.pdf", pdf()), SimpleUploadedFile("b.jpg", jpg())):
        write_report(code=one.code, words="", counted=None, actor=actor(WARD), file=upload)
    write_report(code=one.code, words="", counted=None, actor=actor(WARD), sends=True)
    told = DutyReport.objects.get(pk=one.pk)
    assert (told.state, [file.pk for file in files_of(one.code)]) == ("sent", [told.file_id])


def test_the_figures_of_the_unit_are_frozen_when_it_sends() -> None:
    one = report()
    logged(on=date(2018, 3, 5), reached=40)
    logged(UNION, on=date(2018, 3, 5), reached=7)
    made(front=AN_PHU)
    write_report(code=one.code, words="Xong.", counted=1, actor=actor(WARD), sends=True)
    logged(on=date(2018, 3, 6), reached=60)
    told = {row["label"]: row["count"] for row in DutyReport.objects.get(pk=one.pk).numbers}
    assert told["Hoạt động tuyên truyền đã tổ chức"] == 1
    assert told["Lượt người được tuyên truyền"] == 40
    assert told["Ý kiến đã nhận"] == 1


def test_the_figures_of_a_unit_are_its_own() -> None:
    one = report()
    logged(UNION, on=date(2018, 3, 5), reached=7)
    ward, union = (
        numbers_of(unit_id=unit(slug).pk, front_id=one.front_id, first=one.first, last=one.last)[0].count
        for slug in (AN_PHU, WOMEN)
    )
    assert (ward, union) == (0, 1)


@pytest.mark.parametrize(("day", "in_time"), [(date(2018, 4, 6), 1), (date(2018, 4, 9), 0)])
def test_in_time_is_until_its_day(day: date, in_time: int) -> None:
    with clock.at(moment(date(2018, 3, 20))):
        one = report()
    with clock.at(moment(day)):
        write_report(code=one.code, words="Xong.", counted=1, actor=actor(WARD), sends=True)
    assert rate("oversight.duty_reports_on_time") == (in_time, 6)


def test_sent_back_it_is_owed_again_and_its_first_day_still_counts() -> None:
    one = in_state(ReportState.RETURNED)
    assert (one.reason, one.again_by) == ("Thiếu số người dự.", date(2018, 3, 20))
    assert notices(WARD) == [("duty_back", one.code)]
    with clock.at(moment(date(2018, 3, 21))):
        assert standing_of(one, clock.today()) is Standing.LATE
        assert standing_words(one, clock.today()) == ("Nộp lại: trễ 1 ngày làm việc", "late")
        write_report(code=one.code, words="Đủ rồi.", counted=1, actor=actor(WARD), sends=True)
        accept_report(code=one.code, actor=actor(HEAD))
    assert rate("oversight.duty_reports_on_time")[0] == 1
    assert rate("oversight.duty_reports_accepted")[0] == 1
    assert DutyReport.objects.get(pk=one.pk).reason == ""


def test_the_last_accepted_report_ends_the_duty_and_one_sent_back_reopens_it() -> None:
    one = sent(responsible=[unit(AN_PHU)], rhythm=RhythmWords.YEAR, period="nam")
    accept_report(code=one.code, actor=actor(OFFICER))
    assert done_on(one) == date(2018, 3, 13)
    assert rate("oversight.duties_done") == (1, 2)
    send_back_report(code=one.code, reason="Xem lại.", actor=actor(OFFICER))
    assert done_on(one) is None
    assert rate("oversight.duties_done") == (0, 2)
    assert rate("oversight.duty_reports_accepted") == (0, None)


@pytest.mark.parametrize(
    ("local", "move"), [(OFFICER, "write"), (WARD, "accept"), (WARD, "send_back"), (UNION, "write"), (UNION, "accept")]
)
def test_each_side_takes_its_own_steps_only(local: str, move: str) -> None:
    one = report() if move == "write" else sent()
    steps = {
        "write": lambda: write_report(code=one.code, words="A", counted=None, actor=actor(local)),
        "accept": lambda: accept_report(code=one.code, actor=actor(local)),
        "send_back": lambda: send_back_report(code=one.code, reason="A", actor=actor(local)),
    }
    with pytest.raises((Refused, DutyReport.DoesNotExist)):
        steps[move]()
    assert DutyReport.objects.get(pk=one.pk).state == one.state


def test_two_who_press_at_once_one_is_told() -> None:
    one = sent()
    accept_report(code=one.code, actor=actor(OFFICER), version=one.version)
    with pytest.raises(Overtaken):
        send_back_report(code=one.code, reason="Thiếu.", actor=actor(HEAD), version=one.version)


@pytest.mark.parametrize(
    ("day", "words", "tone"),
    [
        (date(2018, 3, 20), "đến 06/04/2018", "muted"),
        (date(2018, 4, 3), "Còn 3 ngày làm việc", "soon"),
        (date(2018, 4, 6), "Đến hạn hôm nay", "soon"),
        (date(2018, 4, 9), "Trễ 1 ngày làm việc", "late"),
        (date(2018, 4, 20), "Trễ 10 ngày làm việc", "late"),
    ],
)
def test_a_report_is_told_as_ahead_near_and_late(day: date, words: str, tone: str) -> None:
    told, drawn = standing_words(report(), day)
    assert (words.lower() in told.lower(), drawn) == (True, tone)


def test_a_very_late_one_says_so() -> None:
    assert standing_words(report(), date(2018, 5, 4))[0].startswith("Rất trễ: trễ")


def test_a_unit_is_reminded_and_the_front_sees_what_waits() -> None:
    one = report()
    told = {local: [row.code for row in due_work(actor(local))] for local in (WARD, OFFICER)}
    assert told == {WARD: [], OFFICER: []}
    with clock.at(moment(date(2018, 4, 3))):
        assert [row.code for row in due_work(actor(WARD))] == [one.code]
        assert [line.words for line in morning_lines(actor(WARD))] == [
            f"Báo cáo thực hiện nhiệm vụ sắp phải nộp: 1 ({one.code})"
        ]
    with clock.at(moment(date(2018, 4, 10))):
        assert [str(line.label) for line in morning_lines(actor(WARD))] == ["Báo cáo thực hiện nhiệm vụ đã trễ"]
        assert [(str(line.label), line.count) for line in morning_lines(actor(OFFICER))] == [
            ("Báo cáo thực hiện nhiệm vụ các đơn vị nộp trễ", 2)
        ]
        write_report(code=one.code, words="Xong.", counted=1, actor=actor(WARD), sends=True)
        assert [row.code for row in due_work(actor(OFFICER))] == [one.code]


def test_guidance_is_read_and_taken_up_by_each_unit() -> None:
    paper = guidance()
    assert notices(WARD) == notices(UNION) == [("guidance", paper.code)]
    assert [line.words for line in morning_lines(actor(WARD))] == [
        f"Văn bản hướng dẫn chưa nhận thực hiện: 1 ({paper.code})"
    ]
    mark_guidance(code=paper.code, accepts=False, actor=actor(WARD))
    assert rate("oversight.guidance_accepted") == (0, 2)
    mark_guidance(code=paper.code, accepts=True, actor=actor(WARD))
    mark_guidance(code=paper.code, accepts=True, actor=actor(WARD))
    assert rate("oversight.guidance_accepted") == (1, 2)
    assert morning_lines(actor(WARD)) == []


def test_guidance_without_a_day_of_its_own_is_taken_up_by_the_days_of_the_programme() -> None:
    draft = guidance(sends=False, accept_by=None)
    assert draft.accept_by is None
    assert send_guidance(code=draft.code, actor=actor(OFFICER)).accept_by == date(2018, 3, 27)
    assert guidance().accept_by == date(2018, 3, 20)


@pytest.mark.parametrize(
    ("day", "label"),
    [
        (date(2018, 3, 14), "Văn bản hướng dẫn chưa nhận thực hiện"),
        (date(2018, 3, 15), "Văn bản hướng dẫn sắp đến ngày phải nhận thực hiện"),
        (date(2018, 3, 20), "Văn bản hướng dẫn sắp đến ngày phải nhận thực hiện"),
        (date(2018, 3, 21), "Văn bản hướng dẫn đã quá ngày nhận thực hiện"),
    ],
)
def test_a_unit_is_reminded_of_guidance_before_its_day_and_told_after_it(day: date, label: str) -> None:
    paper = guidance()
    with clock.at(moment(day)):
        assert [line.words for line in morning_lines(actor(WARD))] == [f"{label}: 1 ({paper.code})"]


def test_the_front_is_told_once_of_a_paper_that_units_are_late_in_taking_up() -> None:
    paper = guidance()
    with clock.at(moment(date(2018, 3, 20))):
        assert morning_lines(actor(OFFICER)) == []
    with clock.at(moment(date(2018, 3, 21))):
        told = [f"Văn bản hướng dẫn các đơn vị nhận trễ: 1 ({paper.code})"]
        assert [line.words for line in morning_lines(actor(OFFICER))] == told
        for local in (WARD, UNION):
            mark_guidance(code=paper.code, accepts=True, actor=actor(local))
        assert morning_lines(actor(OFFICER)) == []


def test_guidance_that_was_sent_is_changed_no_more() -> None:
    sent = guidance()
    with pytest.raises(AlreadySent):
        send_guidance(code=sent.code, actor=actor(OFFICER))
    with pytest.raises(AlreadySent):
        change_guidance(code=sent.code, paper=guidance_paper(title="Cách khác"), actor=actor(OFFICER))


def test_a_published_plan_is_made_once() -> None:
    assert DutyReport.objects.filter(duty__plan=published()).count() == 8
