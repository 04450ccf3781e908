"""What the law says of a word: by which form it may be what, on which grounds it is not handled, who speaks for many."""

from vidan.domain.petitions.lawful import Form, Kind, Ruling, rule_on
from vidan.domain.petitions.many import representatives
from vidan.domain.petitions.notice import Notice, notice
from vidan.domain.petitions.refusals import Ground, UnlawfulGround, grounds_for, lawful_ground

__all__ = [
    "Form",
    "Ground",
    "Kind",
    "Notice",
    "Ruling",
    "UnlawfulGround",
    "grounds_for",
    "lawful_ground",
    "notice",
    "representatives",
    "rule_on",
]
