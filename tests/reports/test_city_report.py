"""The report that covers the Fronts below: its numbers are counted by the worker and kept, and nothing is signed without them."""

import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db.models import QuerySet
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoAssertNumQueries
from tests.cases.made import actor, unit
from tests.reports.many_units import CITY, wards
from tests.reports.report_made import CITY as OFFICER
from tests.reports.report_made import Q1, TODAY, counted, wrote

from vidan.foundation.accounts.models import Assignment, User
from vidan.foundation.accounts.roles import Role
from vidan.foundation.calendar import clock
from vidan.foundation.figures.figure import declared
from vidan.foundation.figures.tally import add_fact
from vidan.foundation.jobs.models import Progress
from vidan.foundation.journal.models import Entry
from vidan.foundation.units.kept import forget_all
from vidan.reports.content import digest_of
from vidan.reports.drafted import Known
from vidan.reports.kinds import State
from vidan.reports.models import CountedNumbers, Report, SectionText
from vidan.reports.services.correct import correct
from vidan.reports.services.count import count_numbers
from vidan.reports.services.decide import approve, give_back, send, submit
from vidan.reports.services.open import open_report
from vidan.reports.services.recount import recount
from vidan.reports.services.step import Refused
from vidan.reports.services.write import set_cut_off
from vidan.reports.tasks import count_below
from vidan.site.sample.people import address

pytestmark = pytest.mark.django_db

DESK = "/ban-lam-viec/bao-cao/"
HEAD = "lanh-dao"
SOON = datetime(2018, 3, 14, 8, 15, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


def opened(*, is_sample: bool = False, cut_off: date = TODAY) -> Report:
    """The City's report of the quarter, in which the district has seven words."""
    counted("cases.received", n=7)
    counted("cases.received", n=2, on=date(2018, 1, 9))
    return open_report(
        front=unit(CITY), period=Q1, cut_off=cut_off, below=True, actor=actor(OFFICER), is_sample=is_sample
    )


def work() -> None:
    """What the worker has been given to do, in its order."""
    jobs = jobs_to_count()
    for job in jobs.order_by("enqueued_at"):
        count_below.func(*job.args_kwargs["args"])
    jobs.delete()


def jobs_to_count() -> QuerySet[Any]:
    return DBTaskResult.objects.filter(task_path__endswith="count_below")


def known(report: Report, local: str = OFFICER) -> Known:
    return Known(Report.objects.select_related("front", "corrects").get(pk=report.pk), actor(local))


def text_of(report: Report, section: str = "petitions") -> str:
    return str(next(part["text"] for part in known(report).content["sections"] if part["code"] == section))


def doubts(report: Report) -> set[str]:
    return {one.why.value for one in known(report).doubts}


def page(client: Client, place: str) -> str:
    answer = client.get(place)
    assert answer.status_code == 200, place
    return str(answer.content.decode())


@pytest.fixture
def head() -> None:
    """Today the head of the district is that of the City's Front."""
    user = User.objects.get(email=address(HEAD))
    Assignment.objects.filter(user=user).update(unit=unit(CITY), role=Role.HEAD)


def test_opening_it_gives_the_worker_the_count_and_shows_no_number_before(signed_in: Callable[[str], Client]) -> None:
    report = opened()
    assert text_of(report).startswith("Đã tiếp nhận … ý kiến")
    shown = page(signed_in(OFFICER), f"{DESK}{report.code}/")
    assert "Đang đếm số liệu: 0 trên" in shown
    assert f"{report.code}/tep/" not in shown
    assert "Đếm lại số liệu" not in shown


def test_what_the_worker_counted_stands_in_the_draft(signed_in: Callable[[str], Client]) -> None:
    report = opened()
    work()
    assert text_of(report).startswith("Đã tiếp nhận 9 ý kiến")
    assert Progress.objects.get().finished
    shown = page(signed_in(OFFICER), f"{DESK}{report.code}/")
    assert "Số liệu đếm lúc 09:42 ngày 13/03/2018" in shown
    assert f"{report.code}/tep/" in shown
    told = Entry.objects.get(event="report.count")
    assert (told.subject, told.facts["cut_off"]) == (report.code, "2018-03-13")


def test_a_number_that_comes_later_is_not_there_until_it_is_counted_anew() -> None:
    report = opened()
    work()
    counted("cases.received", n=5)
    assert text_of(report).startswith("Đã tiếp nhận 9 ý kiến")
    recount(code=report.code, actor=actor(OFFICER))
    work()
    assert text_of(report).startswith("Đã tiếp nhận 14 ý kiến")
    assert "changed" in doubts(report)
    assert Entry.objects.filter(event="report.recount").count() == 1


def test_what_was_written_before_there_were_numbers_is_marked_only_when_they_change() -> None:
    report = opened()
    wrote(report, "recommendations", "Trong {cases.received} ý kiến có ý chưa rõ.", OFFICER)
    work()
    assert "changed" not in doubts(report)
    assert SectionText.objects.get(report=report, section="recommendations").cited == {"cases.received": "9"}
    counted("cases.received", n=1)
    recount(code=report.code, actor=actor(OFFICER))
    work()
    assert "changed" in doubts(report)


def test_a_text_cites_a_figure_that_the_report_does_not_show_without_counting_again(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    guided = declared("cases.guided")
    counted(guided.counts, n=4, mark=guided.mark)
    report = opened()
    work()
    wrote(report, "recommendations", "Có {cases.guided} buổi.", OFFICER)
    assert text_of(report, "recommendations") == "Có 4 buổi."
    one = known(report)
    assert one.texts
    with django_assert_num_queries(1):  # what was counted is read
        assert one.made.content["code"] == report.code


def test_another_cut_off_day_has_the_numbers_counted_for_it() -> None:
    report = opened()
    work()
    version = Report.objects.get(pk=report.pk).version
    set_cut_off(code=report.code, cut_off=date(2018, 1, 31), version=version, actor=actor(OFFICER))
    assert text_of(report).startswith("Đã tiếp nhận … ý kiến")
    work()
    assert text_of(report).startswith("Đã tiếp nhận 2 ý kiến")
    assert "changed" in doubts(report)


def test_what_was_counted_for_a_day_that_is_no_longer_the_reports_is_not_kept() -> None:
    report = opened()
    version = Report.objects.get(pk=report.pk).version
    set_cut_off(code=report.code, cut_off=date(2018, 1, 31), version=version, actor=actor(OFFICER))
    count_numbers(code=report.code, cut_off=TODAY, actor="x")
    assert not CountedNumbers.objects.exists()
    work()
    assert CountedNumbers.objects.get().cut_off == date(2018, 1, 31)


def test_a_count_is_not_begun_twice() -> None:
    report = opened()
    recount(code=report.code, actor=actor(OFFICER))
    assert jobs_to_count().count() == 1


def test_a_count_that_was_broken_off_can_be_begun_again(signed_in: Callable[[str], Client]) -> None:
    report = opened()
    jobs_to_count().delete()
    Progress.objects.update(updated_at=timezone.now() - timedelta(minutes=11))
    client = signed_in(OFFICER)
    assert "chưa được đếm đến ngày chốt" in page(client, f"{DESK}{report.code}/")
    assert client.post(f"{DESK}{report.code}/dem-lai/").status_code == 302
    assert jobs_to_count().count() == 1
    assert "Đang đếm số liệu" in page(client, f"{DESK}{report.code}/")


def test_nothing_is_submitted_before_it_is_counted(signed_in: Callable[[str], Client]) -> None:
    report = opened()
    with pytest.raises(Refused):
        submit(code=report.code, actor=actor(OFFICER))
    client = signed_in(OFFICER)
    why = "Trình duyệt: cần số liệu đã được đếm xong đến ngày chốt."
    assert why in client.get(f"{DESK}{report.code}/trinh/", follow=True).content.decode()
    assert "cần số liệu đã được đếm xong đến ngày chốt" in page(client, f"{DESK}{report.code}/")
    work()
    submit(code=report.code, actor=actor(OFFICER))
    assert Report.objects.get(pk=report.pk).state == State.SUBMITTED


def test_nothing_is_submitted_while_it_is_counted_anew() -> None:
    report = opened()
    work()
    recount(code=report.code, actor=actor(OFFICER))
    with pytest.raises(Refused):
        submit(code=report.code, actor=actor(OFFICER))


@pytest.mark.usefixtures("head")
def test_what_was_submitted_without_numbers_is_not_approved_but_can_be_given_back() -> None:
    report = opened()
    Report.objects.filter(pk=report.pk).update(state=State.SUBMITTED)
    with pytest.raises(Refused):
        approve(code=report.code, actor=actor(HEAD))
    give_back(code=report.code, reason="Chưa có số liệu.", actor=actor(HEAD))


def test_the_numbers_of_what_was_submitted_stand_still() -> None:
    report = opened()
    work()
    submit(code=report.code, actor=actor(OFFICER))
    counted("cases.received", n=5)
    with pytest.raises(Refused):
        recount(code=report.code, actor=actor(OFFICER))
    count_numbers(code=report.code, cut_off=TODAY, actor="x")
    assert text_of(report).startswith("Đã tiếp nhận 9 ý kiến")


@pytest.mark.usefixtures("head")
def test_approval_freezes_what_was_counted_and_a_correction_is_counted_anew() -> None:
    report = opened()
    work()
    submit(code=report.code, actor=actor(OFFICER))
    counted("cases.received", n=5)
    approve(code=report.code, actor=actor(HEAD))
    send(code=report.code, actor=actor(HEAD))
    kept = Report.objects.get(pk=report.pk)
    assert kept.frozen is not None
    assert digest_of(kept.frozen) == kept.digest
    assert text_of(report).startswith("Đã tiếp nhận 9 ý kiến")
    second = correct(code=report.code, reason="Bổ sung số liệu.", actor=actor(OFFICER))
    assert text_of(second).startswith("Đã tiếp nhận … ý kiến")
    work()
    assert text_of(second).startswith("Đã tiếp nhận 14 ý kiến")
    assert "changed" in doubts(second)


def test_numbers_of_an_earlier_day_are_told_before_it_is_signed(signed_in: Callable[[str], Client]) -> None:
    report = opened()
    work()
    assert "counted_before" not in doubts(report)
    with clock.at(SOON):
        assert "counted_before" in doubts(report)
        told = "Số liệu được đếm ngày 13/03/2018; việc ghi vào hệ thống sau đó chưa có trong báo cáo."
        assert told in page(signed_in(OFFICER), f"{DESK}{report.code}/trinh/")


def test_no_file_is_made_before_it_is_counted(signed_in: Callable[[str], Client]) -> None:
    report = opened()
    client = signed_in(OFFICER)
    answer = client.get(f"{DESK}{report.code}/tep/json/", follow=True)
    assert "chưa đếm xong" in answer.content.decode()
    assert not Entry.objects.filter(event="report.download").exists()
    work()
    assert json.loads(b"".join(client.get(f"{DESK}{report.code}/tep/json/")))["report"]["code"] == report.code


def test_a_text_can_be_written_before_it_is_counted(signed_in: Callable[[str], Client]) -> None:
    report = opened()
    client = signed_in(OFFICER)
    place = f"{DESK}{report.code}/phan/petitions/"
    assert "tên các số liệu của phần này hiện ra ở đây khi đếm xong" in page(client, place)
    assert client.post(place, {"version": 1, "text": "Nhận {cases.received}."}).status_code == 302
    work()
    assert text_of(report) == "Nhận 9."


def test_the_page_is_shown_anew_when_the_count_that_it_watches_is_done(signed_in: Callable[[str], Client]) -> None:
    report = opened()
    client = signed_in(OFFICER)
    assert "HX-Refresh" not in client.get(f"{DESK}{report.code}/", headers={"HX-Request": "true"})
    work()
    assert client.get(f"{DESK}{report.code}/", headers={"HX-Request": "true"})["HX-Refresh"] == "true"
    assert "HX-Refresh" not in client.get(f"{DESK}{report.code}/")


def test_a_report_that_covers_no_others_is_counted_whenever_it_is_read(signed_in: Callable[[str], Client]) -> None:
    counted("cases.received", n=7)
    report = open_report(front=unit("mttq-a-quan-2"), period=Q1, cut_off=TODAY, below=False, actor=actor("can-bo-quan"))
    client = signed_in("can-bo-quan")
    assert "Đếm lại số liệu" not in page(client, f"{DESK}{report.code}/")
    answer = client.post(f"{DESK}{report.code}/dem-lai/", follow=True)
    assert "Đếm lại số liệu: cần báo cáo gồm cả việc của các Mặt trận cấp dưới" in answer.content.decode()
    assert not jobs_to_count().exists()
    assert not Progress.objects.exists()


def test_sample_work_is_counted_at_once() -> None:
    report = opened(is_sample=True)
    assert text_of(report).startswith("Đã tiếp nhận 9 ý kiến")
    assert not jobs_to_count().exists()


def test_every_ward_of_a_large_city_has_its_line() -> None:
    for n, front in enumerate(wards(45), 1):
        add_fact("cases.received", on=date(2018, 2, 1), front_id=front.pk, unit_id=None, amount=n)
    forget_all()
    report = opened()
    work()
    shown = known(report).content
    (table, *_rest) = shown["tables"]
    assert sum(row["cells"][0]["count"] for row in table["rows"]) == 9 + 45 * 46 // 2 == table["totals"][0]["count"]
    assert {row["label"]: row["cells"][0]["count"] for row in table["rows"]}["Mặt trận Phường 45"] == 45


def test_the_pages_of_a_citys_draft_ask_few_questions(
    signed_in: Callable[[str], Client], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    report = opened()
    client = signed_in(OFFICER)
    for counted_yet in (False, True):
        if counted_yet:
            work()
        for rest in (
            "",
            "phan/petitions/",
            "phan/petitions/gop-y/",
            "ngay-chot/",
            *(("trinh/",) if counted_yet else ()),
        ):
            client.get(f"{DESK}{report.code}/{rest}")
            with django_assert_max_num_queries(10):
                assert client.get(f"{DESK}{report.code}/{rest}").status_code == 200


def test_who_may_not_write_it_may_not_have_it_counted(signed_in: Callable[[str], Client]) -> None:
    report = opened()
    work()
    for local in ("can-bo-quan", "lanh-dao", "can-bo-phuong"):
        assert signed_in(local).post(f"{DESK}{report.code}/dem-lai/").status_code == 404
    assert not jobs_to_count().exists()
