"""Which cases may be told one by one (công khai từng việc), and which count in the figures only."""

from dataclasses import dataclass
from enum import StrEnum

KINDS = frozenset({"commendation", "feedback", "suggestion"})
"""Complaints, denunciations and information on wrongdoing have their own law of publication, and a teller to protect."""

PERSONAL = frozenset({"attitude", "extra_money"})
"""Conduct that is always somebody's: told in figures, never one by one, whatever was found (practice of other cities)."""


class Bar(StrEnum):
    """Why a case is not told by itself."""

    NOT_CLOSED = "not_closed"
    KIND = "kind"
    ABOUT_A_PERSON = "about_a_person"
    PERSONAL_CONDUCT = "personal_conduct"
    NO_UNIT = "no_unit"


@dataclass(frozen=True)
class Candidate:
    """What the rule looks at."""

    closed: bool
    kind: str
    conduct: tuple[str, ...]
    about_nobody: bool
    has_unit: bool


def bars(case: Candidate) -> tuple[Bar, ...]:
    """Everything that keeps a case from being told by itself, in a fixed order; nothing when it may be."""
    held = {
        Bar.NOT_CLOSED: not case.closed,
        Bar.KIND: case.kind not in KINDS,
        Bar.ABOUT_A_PERSON: not case.about_nobody,
        Bar.PERSONAL_CONDUCT: bool(PERSONAL.intersection(case.conduct)),
        Bar.NO_UNIT: not case.has_unit,
    }
    return tuple(bar for bar, holds in held.items() if holds)
