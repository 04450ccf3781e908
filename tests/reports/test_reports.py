"""Drafting, commenting, approving and sending a report: what each step keeps, and what it refuses."""

from datetime import date

import pytest
from tests.cases.made import FRONT, actor, unit
from tests.reports.report_made import COLLEAGUE, HEAD, OFFICER, Q1, counted, reported, wrote

from vidan.domain.reporting.periods import Kind, Period
from vidan.foundation.calendar import clock
from vidan.foundation.journal.models import Entry
from vidan.reports.content import digest_of
from vidan.reports.drafted import Known
from vidan.reports.kinds import State
from vidan.reports.models import Report, SectionText
from vidan.reports.outline import faults, outline_from, supplied
from vidan.reports.services.correct import correct
from vidan.reports.services.decide import approve, send, submit
from vidan.reports.services.open import NotOpened, open_report
from vidan.reports.services.step import Overtaken, Refused
from vidan.reports.services.write import comment, set_cut_off, settle, write

pytestmark = pytest.mark.django_db


def text_of(report: Report, section: str) -> str:
    known = Known(Report.objects.get(pk=report.pk), actor(OFFICER))
    return str(next(part["text"] for part in known.content["sections"] if part["code"] == section))


def why(report: Report) -> set[tuple[str, str]]:
    known = Known(Report.objects.get(pk=report.pk), actor(OFFICER))
    return {(one.why.value, one.where) for one in known.doubts}


@pytest.mark.parametrize("kind", list(Kind))
def test_the_templates_that_come_with_the_house_name_nothing_that_is_not_there(kind: Kind) -> None:
    assert list(faults(outline_from(supplied(kind)))) == []


def test_a_template_with_a_figure_that_nobody_declares_is_found() -> None:
    written = {
        "kind": "year",
        "title": "x",
        "sections": [{"code": "a", "title": "A", "text": "{cases.nothing}", "figures": ["cases.gone"]}],
        "tables": [{"code": "t", "title": "T", "rows": "moon", "figures": []}],
    }
    assert list(faults(outline_from(written))) == [
        "a: no figure cases.gone",
        "a: nothing is called {cases.nothing}",
        "t: no table by moon",
    ]


def test_a_new_report_tells_the_numbers_of_its_period() -> None:
    counted("cases.received", n=7)
    counted("cases.received", n=5, on=date(2017, 12, 31))
    counted("cases.received", n=3, on=date(2018, 3, 14))
    assert text_of(reported(), "petitions").startswith("Đã tiếp nhận 7 ý kiến")


def test_a_text_follows_its_numbers_and_is_marked_until_somebody_reads_it_again() -> None:
    counted("cases.received", n=7)
    report = reported()
    wrote(report, "petitions", "Đã nhận {cases.received} ý kiến, nhiều hơn trước.")
    assert ("changed", "petitions") not in why(report)
    counted("cases.received", n=1)
    assert text_of(report, "petitions") == "Đã nhận 8 ý kiến, nhiều hơn trước."
    assert ("changed", "petitions") in why(report)
    wrote(report, "petitions", "Đã nhận {cases.received} ý kiến, nhiều hơn trước.")
    assert ("changed", "petitions") not in why(report)


def test_what_is_missing_or_doubtful_is_listed_before_it_is_signed() -> None:
    counted("cases.received", n=7)
    report = reported()
    wrote(report, "recommendations", "Có 12 kiến nghị.")
    found = why(report)
    assert {("typed", "recommendations"), ("early", ""), ("no_data", "consultations.received")} <= found
    assert ("no_place", "Phường An Khánh") in found
    assert ("no_place", "Phường An Phú") not in found


def test_one_report_a_period_and_a_cut_off_day_inside_it() -> None:
    reported()
    for period, day in ((Q1, date(2018, 3, 1)), (Period(Kind.YEAR, 2018), date(2018, 3, 14)), (Q1, date(2018, 4, 1))):
        with pytest.raises(NotOpened):
            open_report(front=unit(FRONT), period=period, cut_off=day, below=False, actor=actor(OFFICER))


def test_two_who_write_one_section_the_second_is_told() -> None:
    report = reported()
    wrote(report, "criticism", "Một.")
    with pytest.raises(Overtaken):
        write(code=report.code, section="criticism", text="Hai.", version=1, actor=actor(COLLEAGUE))
    assert SectionText.objects.get(report=report, section="criticism").text == "Một."


def test_two_who_write_two_sections_stand_in_nobodys_way() -> None:
    report = reported()
    wrote(report, "criticism", "Một.")
    write(code=report.code, section="petitions", text="Hai.", version=1, actor=actor(COLLEAGUE))
    assert SectionText.objects.get(report=report, section="petitions").text == "Hai."


def test_an_open_comment_keeps_a_report_from_being_submitted() -> None:
    report = reported(State.COMMENTING)
    said = comment(code=report.code, section="petitions", text="Nêu rõ hơn.", actor=actor(COLLEAGUE))
    with pytest.raises(Refused) as refused:
        submit(code=report.code, actor=actor(OFFICER))
    assert refused.value.refusal.missing == ("comments_settled",)
    settle(code=report.code, pk=said.pk, actor=actor(OFFICER))
    assert submit(code=report.code, actor=actor(OFFICER)).state == State.SUBMITTED


def test_approval_freezes_numbers_and_texts_under_a_digest_and_takes_a_number() -> None:
    counted("cases.received", n=7)
    report = reported(State.APPROVED)
    counted("cases.received", n=9)
    assert report.frozen is not None
    assert report.digest == digest_of(report.frozen)
    assert text_of(report, "petitions").startswith("Đã tiếp nhận 7 ý kiến")
    assert report.paper is not None
    assert report.paper.label == "01/BC-MTTQ-BTT"
    assert report.frozen["doubts"]


def test_nothing_is_written_after_approval() -> None:
    report = reported(State.APPROVED)
    with pytest.raises(Refused):
        wrote(report, "petitions", "Khác.")
    with pytest.raises(Refused):
        set_cut_off(code=report.code, cut_off=date(2018, 3, 1), version=report.version, actor=actor(OFFICER))


def test_only_the_head_approves() -> None:
    report = reported(State.SUBMITTED)
    with pytest.raises(Refused):
        approve(code=report.code, actor=actor(OFFICER))


def test_two_heads_who_approve_at_once_one_is_told() -> None:
    report = reported(State.SUBMITTED)
    approve(code=report.code, version=report.version, actor=actor(HEAD))
    with pytest.raises(Overtaken):
        approve(code=report.code, version=report.version, actor=actor(HEAD))


def test_a_correction_is_a_new_edition_that_lists_what_it_changes() -> None:
    counted("cases.received", n=7)
    first = reported(State.SENT)
    counted("cases.received", n=2)
    new = correct(code=first.code, reason="Ghi thiếu hai ý kiến.", actor=actor(OFFICER))
    wrote(new, "recommendations", "Đề nghị mới.")
    submit(code=new.code, actor=actor(OFFICER))
    done = approve(code=new.code, actor=actor(HEAD))
    assert done.frozen is not None
    told = {(one["what"], one["where"], one["was"], one["now"]) for one in done.frozen["changes"]}
    assert ("figure", "Ý kiến đã nhận", "7", "9") in told
    assert ("cell", "Phụ lục. Số liệu theo địa bàn · Phường An Phú · Ý kiến đã nhận", "7", "9") in told
    assert any(what == "text" and now == "Đề nghị mới." for what, _where, _was, now in told)
    send(code=new.code, actor=actor(HEAD))
    first.refresh_from_db()
    assert first.frozen is not None
    assert first.digest == digest_of(first.frozen)
    assert list(Report.objects.sent()) == [new]
    with pytest.raises(Refused):
        correct(code=first.code, reason="Nữa.", actor=actor(OFFICER))


def test_the_journal_tells_each_step_and_no_word_of_any_text() -> None:
    report = reported()
    wrote(report, "petitions", "canhgac")
    comment(code=report.code, section="petitions", text="canhgac", actor=actor(COLLEAGUE))
    rows = Entry.objects.filter(subject=report.code)
    assert [row.event for row in rows.order_by("pk")] == ["report.open", "report.write", "report.comment"]
    assert "canhgac" not in str([row.facts for row in rows])


def test_another_day_counts_the_numbers_anew() -> None:
    counted("cases.received", n=7, on=date(2018, 3, 10))
    report = reported()
    set_cut_off(code=report.code, cut_off=date(2018, 3, 9), version=report.version, actor=actor(OFFICER))
    assert "tiếp nhận 7" not in text_of(report, "petitions")
    assert clock.today() == date(2018, 3, 13)
