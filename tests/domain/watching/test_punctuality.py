"""Whether a result came in time: a table by hand, and what holds on every day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidan.domain.watching.checklist import Found
from vidan.domain.watching.punctuality import Punctuality, Standing, gainsays, punctuality

DUE = date(2019, 1, 31)
DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("due", "published", "today", "standing", "days"),
    [
        (None, None, DUE, Standing.NO_DUE, 0),
        (DUE, None, date(2019, 1, 1), Standing.DUE, 30),
        (DUE, None, DUE, Standing.DUE, 0),
        (DUE, None, date(2019, 2, 1), Standing.LATE, 1),
        (DUE, None, date(2020, 1, 31), Standing.LATE, 365),
        (None, DUE, DUE, Standing.PUBLISHED, 0),
        (DUE, DUE, date(2020, 1, 1), Standing.IN_TIME, 0),
        (DUE, date(2019, 1, 21), date(2020, 1, 1), Standing.IN_TIME, 10),
        (DUE, date(2019, 3, 12), date(2020, 1, 1), Standing.PUBLISHED_LATE, 40),
        (DUE, date(2019, 3, 12), date(2019, 3, 11), Standing.LATE, 39),
    ],
)
def test_a_publication_stands_where_a_person_would_say(
    due: date | None, published: date | None, today: date, standing: Standing, days: int
) -> None:
    assert punctuality(due, published, today) == Punctuality(standing, days)


@given(due=DAYS, late=st.integers(0, 4000), later=st.integers(0, 4000))
def test_once_published_no_later_day_changes_by_how_much_it_was_late(due: date, late: int, later: int) -> None:
    published = due + timedelta(days=late)
    told = punctuality(due, published, published + timedelta(days=later))
    assert told.days == late
    assert told.standing in (Standing.IN_TIME, Standing.PUBLISHED_LATE)
    assert told.is_late is (late > 0)


@given(due=DAYS, today=DAYS)
def test_what_is_not_published_is_late_exactly_when_its_day_is_over(due: date, today: date) -> None:
    told = punctuality(due, None, today)
    assert told.is_late is (today > due)
    assert told.standing in (Standing.DUE, Standing.LATE)
    assert told.days == abs((today - due).days)


@pytest.mark.parametrize(
    ("item", "found", "standing", "expected"),
    [
        ("published", Found.NO, Standing.PUBLISHED_LATE, True),
        ("published", Found.NO, Standing.IN_TIME, True),
        ("published", Found.NO, Standing.LATE, False),
        ("published", Found.YES, Standing.LATE, True),
        ("published", Found.YES, Standing.PUBLISHED, False),
        ("published", Found.PARTLY, Standing.PUBLISHED, False),
        ("published", Found.UNKNOWN, Standing.PUBLISHED, False),
        ("in_time", Found.YES, Standing.PUBLISHED_LATE, True),
        ("in_time", Found.YES, Standing.LATE, True),
        ("in_time", Found.NO, Standing.IN_TIME, True),
        ("in_time", Found.NO, Standing.PUBLISHED_LATE, False),
        ("in_time", Found.NO, Standing.NO_DUE, False),
        ("sample", Found.NO, Standing.IN_TIME, False),
    ],
)
def test_a_finding_that_the_days_deny_is_told(item: str, found: Found, standing: Standing, expected: bool) -> None:
    assert gainsays(item, found, standing) is expected
