"""The yearly score in the year's report, in its files, beside other reports, and on the head's page of the year."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook
from tests.cases.made import FRONT, actor, unit
from tests.reports.report_made import OFFICER, reported

from vidan.domain.reporting.periods import Kind, Period
from vidan.domain.reporting.roll_up import Number, summed
from vidan.foundation.figures.tally import add_fact
from vidan.reports.below import number_words
from vidan.reports.drafted import Known
from vidan.reports.files import Issue, made_as
from vidan.reports.models import Report

pytestmark = pytest.mark.django_db

YEAR = Period(Kind.YEAR, 2018)


@pytest.fixture
def scored() -> None:
    """44.05 of 52 points, of which 10.80 of 12 are the second criterion."""
    for name, mark, amount in (
        ("points", "I", 3325),
        ("maximum", "I", 4000),
        ("points", "II", 1080),
        ("maximum", "II", 1200),
    ):
        front, committee = unit(FRONT).pk, unit("ubnd-a-quan-2").pk
        add_fact(f"scorecards.{name}", on=date(2018, 3, 2), front_id=front, unit_id=committee, mark=mark, amount=amount)


def known(report: Report) -> Known:
    return Known(report, actor(OFFICER))


def section(report: Report) -> dict[str, Any]:
    return next(part for part in known(report).content["sections"] if part["code"] == "score")


def test_points_stand_with_their_decimals(scored: None) -> None:
    told = section(reported(period=YEAR))
    assert "chấm Ủy ban nhân dân cùng cấp 44,05 trên 52,00 điểm, đạt tỷ lệ 84,7%" in str(told["text"])
    shown = {one["name"].partition("_")[2] or "all": one["shown"] for one in told["figures"]}
    assert shown["all"] == "44,05/52,00 (84,7%)"
    assert shown["reception"] == "10,80/12,00 (90,0%)"
    assert shown["criticism"] == "chưa phát sinh"


def test_a_year_without_a_score_says_so_and_lists_it_as_missing() -> None:
    report = reported(period=YEAR)
    assert section(report)["text"] == "Trong kỳ chưa phát sinh."
    assert "scorecards.points" in {doubt.where for doubt in known(report).doubts}


def test_a_spreadsheet_has_points_as_numbers(scored: None) -> None:
    report = reported(period=YEAR)
    book = load_workbook(BytesIO(made_as("xlsx", Issue(report.front, None, known(report).content))))
    rows = {row[2]: row[3:6] for row in book["Số liệu"].iter_rows(values_only=True)}
    assert rows["scorecards.points"] == (44.05, 52, 84.7)


def test_points_of_several_units_add_up() -> None:
    both = summed([Number(4405, 5200, 100), Number(6000, 8000, 100), None])
    assert number_words(both) == "104,05/132,00 (78,8%)"


def test_the_head_sees_the_score_on_the_page_of_the_year(scored: None, signed_in: Callable[[str], Client]) -> None:
    page = signed_in("lanh-dao").get("/ban-lam-viec/nam/").text
    assert "44,05/52,00" in page
    assert "/ban-lam-viec/cham-diem/?ky=da-quyet-dinh&amp;tu=2018-01-01&amp;den=2018-03-13" in page
