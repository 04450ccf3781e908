"""The numbers of a report against a table made by hand: thirty records of the first quarter of 2018, counted on paper.

Each line is one record: what, the day, the place it is about. The second table is what the report must say; it was added up by
hand from the first, and nothing here counts it.
"""

from datetime import date

import pytest
from tests.cases.made import FRONT, actor, unit
from tests.reports.report_made import OFFICER, Q1, counted

from vidan.reports.drafted import Known
from vidan.reports.models import Report
from vidan.reports.services.open import open_report

pytestmark = pytest.mark.django_db

RECORDS = """
received     04/01  an-phu
received     09/01  an-phu
received     09/01  an-khanh
received     23/01  thao-dien
received     02/02  an-phu
received     06/02  cat-lai
received     07/02  cat-lai
received     08/02  cat-lai
received     01/03  an-phu
received     05/03  thao-dien
received     13/03  an-khanh
received     14/03  an-khanh
praise       11/01  an-phu
praise       12/02  thao-dien
praise       13/03  an-phu
due          16/01  an-phu
due          22/01  an-khanh
due          09/02  an-phu
due          15/02  cat-lai
due          15/03  cat-lai
on_time      16/01  an-phu
on_time      09/02  an-phu
on_time      15/02  cat-lai
urged        23/01  an-khanh
urged        30/01  an-khanh
urged        20/02  cat-lai
activity     15/01  an-phu
activity     27/02  an-phu
activity     08/03  thao-dien
activity     31/03  thao-dien
"""
"""What came on the 14th of March or later is beyond the cut-off day, the 13th: one word, one answer due, one activity."""

TOTALS = {
    "cases.received": (14, None),
    "cases.commended": (3, None),
    "cases.answered_on_time": (3, 4),
    "cases.urged": (3, None),
    "outreach.activities": (3, None),
}
PLACES = {
    "Phường An Phú": ("6", "2/2", "0", "2"),
    "Phường An Khánh": ("2", "0/1", "2", "0"),
    "Phường Thảo Điền": ("3", "0/0", "0", "1"),
    "Phường Cát Lái": ("3", "1/1", "1", "0"),
    "Phường Bình An": ("0", "0/0", "0", "0"),
}
"""Received, answered on time of those due, urged, activities."""

WRITTEN = {
    "received": ("cases.received", "feedback", "mot-cua-a-"),
    "praise": ("cases.received", "commendation", "mot-cua-a-"),
    "due": ("cases.answer_due", "settle", "ubnd-a-"),
    "on_time": ("cases.answered_on_time", "settle", "ubnd-a-"),
    "urged": ("cases.urged", "settle", "ubnd-a-"),
    "activity": ("outreach.activities", "conference", "mttq-a-"),
}


def quarter() -> Report:
    """The thirty records, and the report of the quarter up to the 13th of March."""
    lines = [line.split() for line in RECORDS.strip().splitlines()]
    assert len(lines) == 30
    for what, day, place in lines:
        fact, mark, office = WRITTEN[what]
        on = date(2018, int(day[3:]), int(day[:2]))
        counted(fact, on=on, about=office + place, mark=mark)
    return open_report(front=unit(FRONT), period=Q1, cut_off=date(2018, 3, 13), below=False, actor=actor(OFFICER))


def test_thirty_records_come_to_what_was_counted_by_hand() -> None:
    content = Known(quarter(), actor(OFFICER)).content
    told = {one["name"]: (one["count"], one["total"]) for part in content["sections"] for one in part["figures"]}
    assert {name: told[name] for name in TOTALS} == TOTALS


def test_thirty_records_stand_at_the_places_where_they_were_put_by_hand() -> None:
    content = Known(quarter(), actor(OFFICER)).content
    (table,) = content["tables"]
    columns = [column["name"] for column in table["columns"]]
    asked = ("cases.received", "cases.answered_on_time", "cases.urged", "outreach.activities")
    rows = {
        row["label"]: tuple(row["cells"][columns.index(name)]["shown"] for name in asked)
        for row in table["rows"]
        if row["label"] in PLACES
    }
    assert rows == PLACES
