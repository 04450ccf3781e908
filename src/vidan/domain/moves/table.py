"""A table of moves: each row says from where to where, by whom, what it needs, what it does to clocks, and why in law."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Need:
    """A named condition of a move; the name is what facts hold and what a refusal says."""

    name: str


@dataclass(frozen=True)
class StartClock:
    """The move starts the clock of a rule; `role` tells the clocks of one file apart (promise, classify, answer ...)."""

    rule: str
    role: str


@dataclass(frozen=True)
class StopClock:
    """The move ends the running clock of that role."""

    role: str


ClockEffect = StartClock | StopClock


@dataclass(frozen=True)
class Move:
    """One row: a step (bước) that a person with a permission may take from some states while its needs are met.

    `target` None keeps the state. `kinds` empty means every kind. The row counts from `valid_from` to `valid_to`, both
    included; None is open. `basis` names the legal source, or the programme's article, as it is shown to people.
    """

    name: str
    sources: frozenset[str]
    target: str | None
    permission: str
    basis: str
    needs: tuple[Need, ...] = ()
    clocks: tuple[ClockEffect, ...] = ()
    kinds: frozenset[str] = frozenset()
    valid_from: date | None = None
    valid_to: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the row is valid on a day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True)
class Table:
    """All moves of a duty. Raises ValueError when two rows of one name could both apply, or a state leads nowhere known."""

    states: frozenset[str]
    ends: frozenset[str]
    moves: tuple[Move, ...]

    def __post_init__(self) -> None:
        for move in self.moves:
            unknown = (move.sources | ({move.target} if move.target else set())) - self.states
            if unknown:
                raise ValueError(f"move {move.name} names unknown states: {sorted(unknown)}")
        for i, one in enumerate(self.moves):
            for other in self.moves[i + 1 :]:
                if one.name == other.name and _overlap(one, other):
                    raise ValueError(f"two rows of move {one.name} can apply at once")
        for state in self.states - self.ends:
            if not any(state in move.sources and move.target not in (None, state) for move in self.moves):
                raise ValueError(f"state {state} has no way out")

    def rows(self, name: str) -> Iterator[Move]:
        """The rows of one move, in the order of the table."""
        return (move for move in self.moves if move.name == name)

    def names(self) -> tuple[str, ...]:
        """The names of all moves, each once, in the order of the table."""
        return tuple(dict.fromkeys(move.name for move in self.moves))


def _overlap(one: Move, other: Move) -> bool:
    kinds = not one.kinds or not other.kinds or bool(one.kinds & other.kinds)
    starts = max(one.valid_from or date.min, other.valid_from or date.min)
    ends = min(one.valid_to or date.max, other.valid_to or date.max)
    return bool(one.sources & other.sources) and kinds and starts <= ends
