"""The sample inspections and supervisions stand where their days have brought them, made by the services."""

from datetime import datetime

import pytest
from django.test import Client
from tests.cases.made import actor

from vidan.domain.supervision.standing import Standing
from vidan.foundation.calendar import clock
from vidan.foundation.notices.agenda import due_work
from vidan.oversight.inspection_due import inspection_lines
from vidan.oversight.inspection_facts import notice_of
from vidan.oversight.inspection_kinds import InspectionState
from vidan.oversight.models import Inspection
from vidan.site.sample.inspections import OF_ANSWERS, OF_COUNTER, OF_FRONT, OF_UNION, VISITING, make_inspections

pytestmark = pytest.mark.django_db

LAST = datetime(2020, 11, 16, 7, 30, tzinfo=clock.now().tzinfo)


@pytest.fixture(autouse=True)
def made() -> None:
    make_inspections(last=LAST, people={local: actor(local) for local in VISITING})


def one(title: str) -> Inspection:
    return Inspection.objects.select_related("body").get(title=title)


def test_each_stands_where_its_days_have_brought_it() -> None:
    states = {title: one(title).state for title in (OF_FRONT, OF_UNION, OF_COUNTER, OF_ANSWERS)}
    assert states == {
        OF_FRONT: InspectionState.CLOSED,
        OF_UNION: InspectionState.NOTIFIED,
        OF_COUNTER: InspectionState.CONCLUDED,
        OF_ANSWERS: InspectionState.CONCLUDED,
    }
    assert all(Inspection.objects.values_list("is_sample", flat=True))


def test_supervised_bodies_were_told_in_time_and_one_is_overdue_with_its_superior() -> None:
    for title in (OF_COUNTER, OF_ANSWERS):
        told = notice_of(one(title), one(title).told_on or LAST.date())
        assert told is not None
        assert not told.is_short
    with clock.at(LAST):
        assert [row.standing for row in one(OF_ANSWERS).recommendations.all()] == [
            Standing.DONE,
            Standing.PETITIONED,
            Standing.SETTLED,
        ]


def test_the_desks_day_names_what_waits_for_the_front_and_the_unit() -> None:
    with clock.at(LAST):
        codes = {row.code for row in due_work(actor("can-bo-quan"))}
        assert codes == {one(OF_UNION).code, one(OF_ANSWERS).code}
        assert due_work(actor("phu-nu")) == []  # its report is in
        assert [line.count for line in inspection_lines(actor("can-bo-quan"))] == [1]
        assert due_work(actor("bien-tap")) == []


def test_an_officer_of_the_ward_goes_along_and_finds_the_checklist_in_his_day() -> None:
    with clock.at(LAST):
        rows = [row for row in due_work(actor("can-bo-phuong")) if row.code == one(OF_UNION).code]
    assert [row.address for row in rows] == [f"/ban-lam-viec/kiem-tra-giam-sat/{one(OF_UNION).code}/bang-kiem/"]


def test_everybody_reads_the_two_published_results(client: Client) -> None:
    with clock.at(LAST):
        shown = client.get("/giam-sat/").content.decode()
        assert OF_COUNTER in shown
        assert OF_ANSWERS in shown
        assert OF_FRONT not in shown
        assert "đã kiến nghị cấp trên" in client.get(f"/giam-sat/{one(OF_ANSWERS).code}/").content.decode()
