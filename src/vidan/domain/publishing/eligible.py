"""Which cases may be told one by one (công khai từng việc), and which count in the figures only."""

from dataclasses import dataclass
from enum import StrEnum

KINDS = frozenset({"commendation", "feedback", "suggestion"})
"""Complaints, denunciations and information on wrongdoing have their own law of publication, and a teller to protect."""

PERSONAL = frozenset({"attitude", "extra_money"})
"""Conduct that is always somebody's: told in figures alone until an authority has decided on it (practice of other cities)."""


class Bar(StrEnum):
    """Why a case is not told by itself."""

    NOT_CLOSED = "not_closed"
    KIND = "kind"
    ABOUT_A_PERSON = "about_a_person"
    PERSONAL_CONDUCT = "personal_conduct"
    NO_UNIT = "no_unit"
    RESTRICTED = "restricted"


@dataclass(frozen=True)
class Candidate:
    """What the rule looks at; `decided` says that the matter was verified and that the authority took up what was proposed.

    Before a conclusion nothing is told of whom it is about (Luật Tố cáo 2018 Đ.11.2.c); after it, still without a name.
    `restricted` says that the teller asked for his data not to be used any further and that this was granted.
    """

    closed: bool
    kind: str
    conduct: tuple[str, ...]
    about_nobody: bool
    has_unit: bool
    decided: bool = False
    restricted: bool = False


def bars(case: Candidate) -> tuple[Bar, ...]:
    """Everything that keeps a case from being told by itself, in a fixed order; nothing when it may be."""
    held = {
        Bar.NOT_CLOSED: not case.closed,
        Bar.KIND: case.kind not in KINDS,
        Bar.ABOUT_A_PERSON: not case.about_nobody and not case.decided,
        Bar.PERSONAL_CONDUCT: bool(PERSONAL.intersection(case.conduct)) and not case.decided,
        Bar.NO_UNIT: not case.has_unit,
        Bar.RESTRICTED: case.restricted,
    }
    return tuple(bar for bar, holds in held.items() if holds)
