"""The yearly score reads by name what of the plan of dissemination is done."""

import pytest
from tests.cases.made import actor
from tests.outreach.activity_made import OFFICER, UNION, WARD, logged, planned
from tests.scorecards.made import opened

from vidan.scorecards.facts import Known

pytestmark = pytest.mark.django_db


def test_the_criterion_of_dissemination_has_its_figure() -> None:
    planned(WARD, count=2)
    planned(UNION)
    planned(OFFICER, quarter=2)  # not due yet on the cut-off day
    logged(WARD)
    logged(UNION)
    live = Known(opened(), actor(OFFICER)).live["I.1"]
    assert live.words == "2 / 3"
    assert live.records == "/ban-lam-viec/tuyen-truyen/ke-hoach/"


def test_without_a_plan_there_is_no_share() -> None:
    logged(WARD)
    assert Known(opened(), actor(OFFICER)).live["I.1"].inputs == {}
