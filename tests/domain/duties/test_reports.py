"""Which reports a duty asks for, by when, and where they and the duty stand."""

from datetime import date
from itertools import pairwise

import pytest

from vidan.domain.duties.reports import Period, Rhythm, due_on, periods
from vidan.domain.duties.standing import Asked, DutyState, Standing, duty_state, standing


def worked(day: date) -> bool:
    return day.weekday() < 5


@pytest.mark.parametrize(
    ("rhythm", "keys", "ends"),
    [
        (Rhythm.QUARTER, ["q1", "q2", "q3", "q4"], [(3, 31), (6, 30), (9, 30), (12, 31)]),
        (Rhythm.HALF_YEAR, ["n1", "n2"], [(6, 30), (12, 31)]),
        (Rhythm.YEAR, ["nam"], [(12, 31)]),
        (Rhythm.ONCE, ["lan"], [(12, 31)]),
    ],
)
def test_the_periods_of_a_year(rhythm: Rhythm, keys: list[str], ends: list[tuple[int, int]]) -> None:
    found = periods(rhythm, 2018)
    assert [one.key for one in found] == keys
    assert [(one.last.month, one.last.day) for one in found] == ends


def test_the_months_of_a_leap_year_follow_each_other_without_a_gap() -> None:
    found = periods(Rhythm.MONTH, 2020)
    assert [one.key for one in found] == [f"t{n:02}" for n in range(1, 13)]
    assert found[1] == Period("t02", date(2020, 2, 1), date(2020, 2, 29))
    assert all((after.first - before.last).days == 1 for before, after in pairwise(found))


@pytest.mark.parametrize(
    ("rhythm", "place", "days", "due"),
    [
        (Rhythm.QUARTER, 0, 5, date(2018, 4, 6)),  # from Saturday 31/03: Monday to Friday
        (Rhythm.QUARTER, 1, 5, date(2018, 7, 6)),
        (Rhythm.YEAR, 0, 5, date(2019, 1, 7)),  # by this table the first of January is worked
        (Rhythm.QUARTER, 0, 0, date(2018, 4, 2)),  # the last day is a Saturday
        (Rhythm.ONCE, 0, 5, date(2018, 12, 31)),
    ],
)
def test_a_report_is_due_so_many_working_days_after_its_period(
    rhythm: Rhythm, place: int, days: int, due: date
) -> None:
    assert due_on(periods(rhythm, 2018)[place], rhythm, days, worked) == due


def test_what_is_done_once_is_told_of_by_its_day() -> None:
    (period,) = periods(Rhythm.ONCE, 2018, date(2018, 6, 15))
    assert due_on(period, Rhythm.ONCE, 5, worked) == date(2018, 6, 15)


DUE = date(2018, 4, 6)


@pytest.mark.parametrize(
    ("sent", "today", "left", "stands"),
    [
        (None, date(2018, 3, 20), 13, Standing.AHEAD),
        (None, date(2018, 4, 3), 3, Standing.SOON),
        (None, DUE, 0, Standing.SOON),
        (None, date(2018, 4, 7), 0, Standing.LATE),  # a Saturday: no working day is over, its day is
        (None, date(2018, 4, 19), -9, Standing.LATE),
        (None, date(2018, 4, 20), -10, Standing.VERY_LATE),
        (DUE, date(2018, 9, 1), -100, Standing.IN_TIME),
        (date(2018, 4, 9), date(2018, 9, 1), -100, Standing.SENT_LATE),
    ],
)
def test_a_report_stands_by_its_day(sent: date | None, today: date, left: int, stands: Standing) -> None:
    assert standing(due=DUE, sent=sent, today=today, left=left, remind=3, very_late=10) is stands


TODAY, END = date(2018, 5, 1), date(2018, 12, 31)
OWED, CAME, AHEAD = Asked(DUE, None), Asked(DUE, DUE), Asked(date(2018, 7, 6), None)


@pytest.mark.parametrize(
    ("reports", "done_on", "by", "counted", "state"),
    [
        ([], None, END, None, DutyState.NOT_YET),
        ([], None, END, 3, DutyState.UNDER_WAY),
        ([], None, date(2018, 4, 30), 3, DutyState.LATE),
        ([], TODAY, END, 0, DutyState.DONE),
        ([], date(2018, 5, 2), END, 0, DutyState.NOT_YET),
        ([AHEAD], None, END, None, DutyState.NOT_YET),
        ([CAME, AHEAD], None, END, None, DutyState.UNDER_WAY),
        ([CAME, OWED], None, END, 9, DutyState.LATE),
        ([CAME, OWED], TODAY, END, 9, DutyState.DONE),
        ([CAME], None, date(2018, 4, 30), None, DutyState.UNDER_WAY),  # it waits for the Front, not for the unit
    ],
)
def test_a_duty_stands_by_its_reports(
    reports: list[Asked], done_on: date | None, by: date, counted: int | None, state: DutyState
) -> None:
    assert duty_state(reports=reports, done_on=done_on, by=by, counted=counted, today=TODAY) is state
