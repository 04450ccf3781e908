"""A word is refused on a lawful ground only: one of its kind, in force on the day."""

from datetime import date

import pytest

from vidan.domain.petitions import Ground, UnlawfulGround, grounds_for, lawful_ground


def ground(code: str, kinds: str, since: date, until: date | None = None) -> Ground:
    return Ground(code, frozenset(kinds.split()), code, code, "told", "basis", "V", since, until)


TABLE = (
    ground("old", "complaint", date(2012, 7, 1), date(2026, 6, 30)),
    ground("new", "complaint denunciation", date(2026, 7, 1)),
    ground("empty", "feedback", date(2018, 1, 1)),
)


@pytest.mark.parametrize(
    ("kind", "day", "codes"),
    [
        ("complaint", date(2012, 6, 30), []),
        ("complaint", date(2012, 7, 1), ["old"]),
        ("complaint", date(2026, 6, 30), ["old"]),
        ("complaint", date(2026, 7, 1), ["new"]),
        ("denunciation", date(2026, 6, 30), []),
        ("denunciation", date(2026, 7, 1), ["new"]),
        ("feedback", date(2018, 1, 1), ["empty"]),
        ("commendation", date(2030, 1, 1), []),
    ],
)
def test_the_grounds_of_a_kind_on_a_day(kind: str, day: date, codes: list[str]) -> None:
    assert [one.code for one in grounds_for(TABLE, kind, day)] == codes


def test_a_ground_that_holds_is_found() -> None:
    assert lawful_ground(TABLE, "empty", "feedback", date(2018, 3, 1)).basis == "basis"


@pytest.mark.parametrize(
    ("code", "kind", "day"),
    [
        ("empty", "complaint", date(2018, 3, 1)),
        ("new", "complaint", date(2018, 3, 1)),
        ("no such ground", "feedback", date(2018, 3, 1)),
    ],
)
def test_any_other_ground_is_unlawful(code: str, kind: str, day: date) -> None:
    with pytest.raises(UnlawfulGround):
        lawful_ground(TABLE, code, kind, day)
