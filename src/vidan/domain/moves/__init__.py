"""The engine of moves: what may be done next is data, and one pure function decides."""

from vidan.domain.moves.decide import Decision, Facts, Refusal, Why, decide, outlook
from vidan.domain.moves.table import ClockEffect, Move, Need, StartClock, StopClock, Table

__all__ = [
    "ClockEffect",
    "Decision",
    "Facts",
    "Move",
    "Need",
    "Refusal",
    "StartClock",
    "StopClock",
    "Table",
    "Why",
    "decide",
    "outlook",
]
