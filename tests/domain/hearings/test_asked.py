"""Who was asked, who answered, who is late: a table counted by hand, and what always holds."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidan.domain.hearings.asked import Asked, Tally, answering, tallied

ASKED = date(2018, 3, 1)
WANTED = date(2018, 3, 10)
BEFORE, ON, AFTER = date(2018, 3, 9), WANTED, date(2018, 3, 13)

CASES = (
    ("nobody", (), WANTED, ON, Tally()),
    ("the letter is not out", (Asked(None),), WANTED, AFTER, Tally()),
    ("time is left", (Asked(ASKED),), WANTED, BEFORE, Tally(asked=1, waiting=1)),
    ("the day itself is in time", (Asked(ASKED),), WANTED, ON, Tally(asked=1, waiting=1)),
    ("the day has passed", (Asked(ASKED),), WANTED, AFTER, Tally(asked=1, overdue=1)),
    ("no day was set", (Asked(ASKED),), None, AFTER, Tally(asked=1, waiting=1)),
    ("answered on the day", (Asked(ASKED, ON),), WANTED, AFTER, Tally(asked=1, answered=1)),
    ("answered after it", (Asked(ASKED, AFTER),), WANTED, AFTER, Tally(asked=1, answered=1, late=1)),
    ("answered, no day set", (Asked(ASKED, ON),), None, AFTER, Tally(asked=1, answered=1)),
    ("wrote unasked", (Asked(None, ON),), WANTED, AFTER, Tally(asked=1, answered=1)),
    (
        "one of each",
        (Asked(None), Asked(ASKED), Asked(ASKED, BEFORE), Asked(ASKED, AFTER)),
        WANTED,
        AFTER,
        Tally(asked=3, answered=2, late=1, overdue=1),
    ),
)


@pytest.mark.parametrize(("rows", "wanted", "today", "count"), [case[1:] for case in CASES], ids=[c[0] for c in CASES])
def test_counted_as_by_hand(rows: tuple[Asked, ...], wanted: date | None, today: date, count: Tally) -> None:
    assert tallied(rows, wanted, today) == count


def test_lateness_is_told_in_days_of_the_calendar() -> None:
    late = answering(Asked(ASKED), WANTED, AFTER)
    assert late is not None
    assert (late.is_late, late.days) == (True, 3)


DAYS = st.dates(ASKED, AFTER + timedelta(days=40))


@given(st.lists(st.builds(Asked, st.none() | DAYS, st.none() | DAYS)), st.none() | DAYS, DAYS)
def test_every_one_asked_answered_is_overdue_or_has_time_left(
    rows: list[Asked], wanted: date | None, today: date
) -> None:
    count = tallied(rows, wanted, today)
    assert count.asked == count.answered + count.overdue + count.waiting
    assert count.late <= count.answered
    if wanted is None:
        assert (count.late, count.overdue) == (0, 0)


@given(st.lists(st.builds(Asked, DAYS, st.none())), DAYS, DAYS)
def test_waiting_longer_never_makes_fewer_late(rows: list[Asked], wanted: date, today: date) -> None:
    later = tallied(rows, wanted, today + timedelta(days=1))
    assert later.overdue >= tallied(rows, wanted, today).overdue
