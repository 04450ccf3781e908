"""What the small sample holds nothing of is made here by the services, and recounted in the same way."""

from collections.abc import Callable
from datetime import date

import pytest
from tests.cases.made import FRONT, unit
from tests.cases.test_petition import answered as petition_answered
from tests.consultations.points_made import ANSWERS
from tests.consultations.points_made import answered as draft_answered
from tests.reports.recounted import COUNTED
from tests.reports.test_report_sample import NOT_IN_THE_SAMPLE
from tests.scorecards.made import carded

from vidan.foundation.figures.figure import Scope, read_figures
from vidan.scorecards.kinds import State

pytestmark = pytest.mark.django_db

YEAR = date(2018, 1, 1), date(2018, 12, 31)
MADE: dict[str, tuple[Callable[[], object], int, int | None]] = {
    "cases.own_received": (petition_answered, 1, None),
    "cases.own_answered": (petition_answered, 1, None),
    "consultations.refused": (draft_answered, 1, 3),
    "consultations.unanswered": (lambda: draft_answered(answers=ANSWERS[:1]), 2, 3),
    "scorecards.points_criticism": (lambda: carded(State.DECIDED), 1125, 1500),
}


def test_whatever_the_sample_lacks_is_made_here() -> None:
    assert set(MADE) == NOT_IN_THE_SAMPLE


@pytest.mark.parametrize("name", MADE)
def test_what_the_sample_lacks_is_what_its_records_come_to(name: str) -> None:
    make, count, total = MADE[name]
    make()
    front = unit(FRONT).pk
    told = read_figures([name], Scope(*YEAR, frozenset([front])))[name]
    assert (told.count, told.total) == COUNTED[name](front, YEAR) == (count, total)
