"""The sample's programme, plans of three years, reports and guidance."""

from datetime import date, datetime

import pytest
from django.db.models import F
from tests.cases.made import actor

from vidan.domain.duties.standing import DutyState
from vidan.foundation.calendar import clock
from vidan.oversight.duty_kinds import ReportState
from vidan.oversight.models import DutyReport, Guidance, Plan, Programme
from vidan.oversight.plan_board import board
from vidan.site.sample.duties import make_duties

pytestmark = pytest.mark.django_db

LAST = datetime(2020, 11, 16, 9, tzinfo=clock.now().tzinfo)


def made(last: datetime = LAST) -> None:
    make_duties(last=last, people={local: actor(local) for local in ("can-bo-quan", "lanh-dao")})


def test_three_years_stand_with_reports_in_every_way() -> None:
    made()
    assert Programme.objects.get().plans.count() == 3
    assert {plan.duties.count() for plan in Plan.objects.all()} == {12}
    states = set(DutyReport.objects.values_list("state", flat=True))
    assert states >= {ReportState.DRAFT, ReportState.SENT, ReportState.ACCEPTED}
    late = DutyReport.objects.filter(first_sent_on__gt=F("due_on"))
    assert late.exists()
    assert DutyReport.objects.filter(first_sent_on__lt=LAST.date(), words__contains="bổ sung").exists()
    assert DutyReport.objects.filter(state=ReportState.DRAFT, due_on__lt=LAST.date()).exists()
    with clock.at(LAST):
        (plan,) = Plan.objects.filter(year=2020)
        rows = board(plan, list(plan.duties.all()), actor("can-bo-quan"))
    assert {row.state for row in rows} >= {DutyState.LATE, DutyState.DONE}
    assert all(row.evidence or row.place or row.duty.done_note or row.duty.by for row in rows)
    taken = [mark.accepted_on for mark in Guidance.objects.earliest("dated").marks.all()]
    assert any(taken)


def test_a_sample_that_ends_early_has_what_had_happened() -> None:
    made(datetime(2018, 5, 2, 9, tzinfo=LAST.tzinfo))
    assert list(Plan.objects.values_list("year", flat=True)) == [2018]
    assert not DutyReport.objects.filter(first_sent_on__gt=date(2018, 5, 2)).exists()
