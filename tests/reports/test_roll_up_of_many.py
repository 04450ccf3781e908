"""The reports of more units than stand on a page: summed up by the worker, shown a page at a time, a batch in memory."""

import io
from collections.abc import Callable

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.test import Client
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks
from tests.cases.made import actor, unit
from tests.reports.many_units import CITY, with_wards
from tests.reports.report_made import Q1, counted, reported

from vidan.foundation.files.models import StoredFile
from vidan.foundation.jobs.models import Progress
from vidan.foundation.journal.models import Entry
from vidan.reports import below
from vidan.reports.kinds import State
from vidan.reports.models import RollUp
from vidan.reports.services.roll_up import roll_up

pytestmark = pytest.mark.django_db

PLACE = "/ban-lam-viec/bao-cao/cac-don-vi/"
ASKED = "?ky=quarter-2018-1&phan=petitions"
MANY = 55
SUM = 7 * (MANY + 1) + MANY * (MANY + 1) // 2


@pytest.fixture
def city(signed_in: Callable[[str], Client]) -> Client:
    """The City's Front, which was sent the district's report and those of 55 wards."""
    counted("cases.received", n=7)
    with_wards(reported(State.SENT), MANY)
    return signed_in("mat-tran-tp")


def summed_up() -> RollUp:
    return roll_up(front=unit(CITY), period=Q1, actor=actor("mat-tran-tp"))


def test_a_page_of_many_units_has_no_sum_until_it_is_asked_for(city: Client) -> None:
    shown = city.get(f"{PLACE}{ASKED}").text
    assert "Có 56 báo cáo" in shown
    assert "Tổng các báo cáo" not in shown
    assert city.get(f"{PLACE}bang.xlsx?ky=quarter-2018-1").status_code == 302


def test_the_worker_sums_up_and_tells_how_far_it_is(
    city: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        assert city.post(f"{PLACE}tong-hop/", {"ky": "quarter-2018-1"}).status_code == 302
    assert (Progress.objects.get().done, Progress.objects.get().total) == (0, 112)
    assert "Đang tổng hợp: 0 trên 112 bước" in city.get(f"{PLACE}{ASKED}").text
    summed_up()
    assert Progress.objects.get().finished
    shown = city.get(f"{PLACE}{ASKED}").text
    assert f"<b>{SUM:,}</b>".replace(",", ".") in shown
    assert "từ 56 báo cáo" in shown


def test_the_table_has_a_line_for_each_unit_and_replaces_the_one_before(
    city: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    summed_up()
    with django_capture_on_commit_callbacks(execute=True):
        summed_up()
    assert StoredFile.objects.count() == 1
    answer = city.get(f"{PLACE}bang.xlsx?ky=quarter-2018-1")
    rows = list(load_workbook(io.BytesIO(b"".join(answer)))["2. petitions"].values)
    assert rows[3][:2] == ("Tổng các báo cáo", SUM)
    assert [row[1] for row in rows[4:]] == [7, *range(8, 8 + MANY)]
    told = Entry.objects.filter(event="report.roll_up").last()
    assert told is not None
    assert told.facts["reports"] == 56


def test_a_report_that_comes_later_is_told(city: Client) -> None:
    summed_up()
    RollUp.objects.update(reports=40)
    assert "Từ đó đã có báo cáo mới" in city.get(f"{PLACE}{ASKED}").text


def test_units_stand_a_page_at_a_time(city: Client) -> None:
    first, second = city.get(f"{PLACE}{ASKED}").text, city.get(f"{PLACE}{ASKED}&tu=50").text
    assert first.count("bc-thu-") == 49
    assert second.count("bc-thu-") == 6
    assert "tu=50" in first
    assert "tu=0" in second
    for wrong in ("tu=x", "tu=-1", "tu=99999999", "tu=56"):
        assert city.get(f"{PLACE}{ASKED}&{wrong}").text.count("bc-thu-") == 49


def test_a_page_of_many_asks_few_questions(city: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    summed_up()
    city.get(f"{PLACE}{ASKED}")
    with django_assert_max_num_queries(10):
        city.get(f"{PLACE}{ASKED}")


def test_no_more_reports_than_a_batch_are_read_at_once(city: Client) -> None:
    keys = below.newest_of(actor("mat-tran-tp"), Q1)
    assert [len(batch) for batch in below.in_batches(keys)] == [20, 20, 16]


def test_what_a_person_may_not_read_is_not_summed_up(city: Client, signed_in: Callable[[str], Client]) -> None:
    assert signed_in("can-bo-phuong").post(f"{PLACE}tong-hop/", {"ky": "quarter-2018-1"}).status_code == 404
    told = roll_up(front=unit("mttq-a-quan-2"), period=Q1, actor=actor("can-bo-quan"))
    assert told.reports == 0
    with pytest.raises(ObjectDoesNotExist):
        RollUp.objects.get(front__slug=CITY)
