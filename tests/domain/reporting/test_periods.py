from datetime import date

import pytest

from vidan.domain.reporting.periods import Kind, Period


@pytest.mark.parametrize(
    ("kind", "part", "since", "until"),
    [
        (Kind.YEAR, 1, date(2020, 1, 1), date(2020, 12, 31)),
        (Kind.HALF, 1, date(2020, 1, 1), date(2020, 6, 30)),
        (Kind.HALF, 2, date(2020, 7, 1), date(2020, 12, 31)),
        (Kind.QUARTER, 1, date(2020, 1, 1), date(2020, 3, 31)),
        (Kind.QUARTER, 3, date(2020, 7, 1), date(2020, 9, 30)),
        (Kind.QUARTER, 4, date(2020, 10, 1), date(2020, 12, 31)),
    ],
)
def test_the_days_of_a_period(kind: Kind, part: int, since: date, until: date) -> None:
    period = Period(kind, 2020, part)
    assert (period.since, period.until) == (since, until)


@pytest.mark.parametrize(("kind", "part"), [(Kind.YEAR, 2), (Kind.HALF, 3), (Kind.QUARTER, 5), (Kind.QUARTER, 0)])
def test_a_year_has_no_fifth_quarter(kind: Kind, part: int) -> None:
    with pytest.raises(ValueError, match=str(part)):
        Period(kind, 2020, part)


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2019, 12, 31), False),
        (date(2020, 1, 1), True),
        (date(2020, 11, 30), True),
        (date(2020, 12, 31), True),
        (date(2021, 1, 1), False),
    ],
)
def test_numbers_are_counted_up_to_a_day_of_the_period(day: date, holds: bool) -> None:
    assert Period(Kind.YEAR, 2020).holds(day) is holds


@pytest.mark.parametrize(
    ("period", "cut_off", "quarters"),
    [
        (Period(Kind.YEAR, 2020), date(2020, 12, 31), (1, 2, 3, 4)),
        (Period(Kind.YEAR, 2020), date(2020, 7, 1), (1, 2, 3)),
        (Period(Kind.HALF, 2020, 2), date(2020, 9, 30), (3,)),
        (Period(Kind.QUARTER, 2020, 2), date(2020, 6, 30), (2,)),
    ],
)
def test_the_quarters_up_to_the_cut_off_day(period: Period, cut_off: date, quarters: tuple[int, ...]) -> None:
    assert period.quarters(cut_off) == quarters
