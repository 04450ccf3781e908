"""The yearly score as figures: what was decided, in its year, with the list that the number leads to."""

from collections.abc import Callable
from datetime import date, datetime
from importlib import import_module
from zoneinfo import ZoneInfo

import pytest
from django.apps import apps
from django.test import Client
from tests.cases.made import actor
from tests.scorecards.made import carded, entered, heard_and_submitted

from vidan.foundation.calendar import clock
from vidan.foundation.figures.figure import Scope, read_figures
from vidan.foundation.figures.models import Fact
from vidan.scorecards.counted import Side
from vidan.scorecards.kinds import State
from vidan.scorecards.models import Scorecard
from vidan.scorecards.services.consult import consult
from vidan.scorecards.services.correct import correct
from vidan.scorecards.services.decide import decide

pytestmark = pytest.mark.django_db

PARTS = {"": (4405, 5200), "_dissemination": (1000, 1000), "_reception": (1080, 1200), "_conduct": (1200, 1500)}
PARTS |= {"_criticism": (1125, 1500)}
"""What the sheet of made.py comes to, in hundredths."""


def points(year: int = 2018, until: date | None = None) -> dict[str, tuple[int, int | None]]:
    scope = Scope(date(year, 1, 1), until or date(year, 12, 31))
    told = read_figures([f"scorecards.points{part}" for part in PARTS], scope)
    return {name.removeprefix("scorecards.points"): (one.count, one.total) for name, one in told.items()}


def test_a_decided_sheet_tells_its_points_in_all_and_by_criterion() -> None:
    carded(State.DECIDED)
    assert points() == PARTS
    assert points(until=date(2018, 3, 12)) == dict.fromkeys(PARTS, (0, 0))


def test_what_is_not_decided_tells_nothing() -> None:
    carded(State.SUBMITTED)
    assert not Fact.objects.filter(name__startswith="scorecards.").exists()


def test_a_sheet_that_is_decided_after_its_year_counts_in_its_year() -> None:
    carded(State.SUBMITTED)
    code = Scorecard.objects.get().code
    with clock.at(datetime(2019, 1, 20, 9, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))):
        decide(code=code, actor=actor("lanh-dao"))
    assert points() == PARTS
    assert points(2019) == dict.fromkeys(PARTS, (0, 0))


def test_a_correction_takes_the_place_of_what_it_corrects() -> None:
    card = carded(State.PUBLISHED)
    new = correct(code=card.code, actor=actor("can-bo-quan"))
    entered(new, "I.2", Side({"level": "b"}))
    consult(code=new.code, until=clock.today(), actor=actor("can-bo-quan"))
    heard_and_submitted(new.code)
    decide(code=new.code, actor=actor("lanh-dao"))
    assert points()[""] == (3905, 5200)
    assert points()["_dissemination"] == (500, 1000)


def test_sheets_decided_before_the_figures_were_there_are_told_by_the_migration() -> None:
    carded(State.DECIDED)
    Fact.objects.filter(name__startswith="scorecards.").delete()
    import_module("vidan.scorecards.migrations.0004_points_as_facts").tell(apps, None)
    assert points() == PARTS


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("ky=da-quyet-dinh&tu=2018-01-01&den=2018-12-31", True),
        ("ky=da-quyet-dinh&tu=2018-01-01&den=2018-03-13", True),
        ("ky=da-quyet-dinh&tu=2018-01-01&den=2018-03-12", False),
        ("ky=da-quyet-dinh&tu=2019-01-01&den=2019-12-31", False),
        ("ky=da-quyet-dinh&tu=0001-01-01&den=9999-12-31", True),
        ("ky=da-quyet-dinh&tu=hom-qua&den=", True),
    ],
)
def test_the_number_leads_to_the_sheets_behind_it(
    signed_in: Callable[[str], Client], asked: str, *, found: bool
) -> None:
    card = carded(State.DECIDED)
    page = signed_in("can-bo-quan").get(f"/ban-lam-viec/cham-diem/?{asked}")
    assert page.status_code == 200
    assert (card.code in page.text) is found
