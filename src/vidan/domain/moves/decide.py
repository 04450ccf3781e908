"""Deciding a move: pure, so that buttons, services, documents and tests ask the same question."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vidan.domain.moves.table import Move, Table


class Why(StrEnum):
    """Why a move is refused; a missing need is told by its own name besides."""

    UNKNOWN = "unknown"
    NOT_FROM_HERE = "not_from_here"
    NOT_IN_FORCE = "not_in_force"
    NOT_ALLOWED = "not_allowed"
    NEEDS = "needs"


@dataclass(frozen=True)
class Facts:
    """What is known of a file when a move is asked for: its state and kind, the needs that are met, and what the actor may."""

    state: str
    kind: str
    met: frozenset[str]
    permissions: frozenset[str]


@dataclass(frozen=True)
class Decision:
    """Yes: the row that applies and the state after it."""

    move: Move
    state: str


@dataclass(frozen=True)
class Refusal:
    """No, and why; `missing` lists the needs that are not met, in the order of the row."""

    name: str
    why: Why
    missing: tuple[str, ...] = ()


def decide(table: Table, facts: Facts, name: str, on: date) -> Decision | Refusal:
    """Say whether the move may be taken now. Order of refusals: unknown, state, validity, permission, needs.

    Who may take the move in no state at all is told so before anything else: he learns nothing of the state.
    """
    rows = list(table.rows(name))
    if not rows:
        return Refusal(name, Why.UNKNOWN)
    if facts.permissions.isdisjoint(row.permission for row in rows):
        return Refusal(name, Why.NOT_ALLOWED)
    rows = [row for row in rows if facts.state in row.sources and (not row.kinds or facts.kind in row.kinds)]
    if not rows:
        return Refusal(name, Why.NOT_FROM_HERE)
    rows = [row for row in rows if row.holds_on(on)]
    if not rows:
        return Refusal(name, Why.NOT_IN_FORCE)
    (row,) = rows  # the table refuses two rows that apply at once
    if row.permission not in facts.permissions:
        return Refusal(name, Why.NOT_ALLOWED)
    missing = tuple(need.name for need in row.needs if need.name not in facts.met)
    if missing:
        return Refusal(name, Why.NEEDS, missing)
    return Decision(row, row.target or facts.state)


def outlook(table: Table, facts: Facts, on: date) -> Iterator[Decision | Refusal]:
    """What a page shows: every move that this state knows and the actor may take, open ones and those that lack something."""
    for name in table.names():
        answer = decide(table, facts, name, on)
        if isinstance(answer, Decision) or answer.why is Why.NEEDS:
            yield answer
