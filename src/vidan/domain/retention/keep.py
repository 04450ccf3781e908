"""Thời hạn lưu: one table of rows by kind and outcome; what fits no row is kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Keep:
    """One row: what it holds for, how many years, and on which ground; `years` None is for ever.

    `certainty`: V read, P excerpt, M memory, I the Front's own configuration.
    """

    id: str
    title: str
    what: str
    kinds: frozenset[str]
    outcomes: frozenset[str]
    years: int | None
    basis: str
    certainty: str


def row_for(rows: Iterable[Keep], *, what: str, kind: str = "", outcome: str = "") -> Keep | None:
    """The row that holds for a file of this kind with this outcome; the longest when several do, None when none does."""
    fitting = [
        row
        for row in rows
        if row.what == what and (not row.kinds or kind in row.kinds) and (not row.outcomes or outcome in row.outcomes)
    ]
    return max(fitting, key=lambda row: float("inf") if row.years is None else row.years, default=None)


def may_go_from(row: Keep, ended: date) -> date | None:
    """The first day on which the content may be erased: the day after as many whole years; None for ever."""
    if row.years is None:
        return None
    try:
        last = ended.replace(year=ended.year + row.years)
    except ValueError:  # 29 February: the month's last day (BLDS 2015 Đ.148.3)
        last = date(ended.year + row.years, 2, 28)
    return last + timedelta(days=1)
