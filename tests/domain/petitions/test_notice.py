"""A day of reception is published at least five working days before (Luật Tiếp công dân 2013 Đ.24.4)."""

from datetime import date

import pytest

from vidan.domain.petitions import notice
from vidan.domain.workdays import Term, Unit

TERM = Term(5, Unit.WORKING_DAY, before=True)
HOLIDAY = date(2018, 4, 25)


def is_working(day: date) -> bool:
    return day.weekday() < 5 and day != HOLIDAY


@pytest.mark.parametrize(
    ("published", "day", "latest", "late"),
    [
        (
            date(2018, 3, 8),
            date(2018, 3, 15),
            date(2018, 3, 8),
            False,
        ),  # Thursday to Thursday, the last day that serves
        (date(2018, 3, 9), date(2018, 3, 15), date(2018, 3, 8), True),
        (date(2018, 3, 15), date(2018, 3, 15), date(2018, 3, 8), True),
        (date(2018, 1, 2), date(2018, 3, 15), date(2018, 3, 8), False),
        (date(2018, 4, 19), date(2018, 4, 27), date(2018, 4, 19), False),  # a holiday in between does not count
        (date(2018, 4, 20), date(2018, 4, 27), date(2018, 4, 19), True),
    ],
)
def test_a_later_publication_is_late(published: date, day: date, latest: date, late: bool) -> None:
    found = notice(published, day, TERM, is_working)
    assert (found.latest, found.late) == (latest, late)
