"""What is entered for an item (số liệu kê khai), and what a method makes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

Value = Decimal | bool | str
"""A number, a yes or no, or the key of a level."""

Inputs = Mapping[str, Value]


@dataclass(frozen=True)
class Answer:
    """What was entered for one item: its inputs by name, or that the item does not apply to the unit."""

    inputs: Inputs = field(default_factory=lambda: MappingProxyType({}))
    applies: bool = True


class Why(StrEnum):
    """The reason of a score; what it says is put into a sentence with the numbers of `Scored.told`."""

    MISSING = "missing"
    NOT_APPLICABLE = "not_applicable"
    YES = "yes"
    NO = "no"
    LEVEL = "level"
    STEP = "step"
    BELOW_STEPS = "below_steps"
    NOTHING_DONE = "nothing_done"
    PROPORTION = "proportion"
    FULL = "full"
    BELOW_FLOOR = "below_floor"
    WAITS = "waits"
    ON_TIME = "on_time"
    LATE = "late"
    EACH = "each"
    MAPPED = "mapped"
    JUDGED = "judged"


@dataclass(frozen=True)
class Scored:
    """What an item got: None is no data, which is not zero; the reason with its numbers, and the inputs that were used."""

    score: Decimal | None
    maximum: Decimal
    why: Why
    told: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    inputs: Inputs = field(default_factory=lambda: MappingProxyType({}))
    by: str = ""
    """In a conditional item, the code of the item that decided how this one is scored."""


class WrongInput(ValueError):
    """An input that its method cannot score: no number, a number out of its range, a level that is not on the list."""

    def __init__(self, name: str, value: object) -> None:
        super().__init__(f"{name}: {value}")
        self.name, self.value = name, value
