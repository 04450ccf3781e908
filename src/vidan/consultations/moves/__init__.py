"""The one table of a draft's moves; buttons, services and documents come from here."""

from vidan.consultations.kinds import ENDS, State
from vidan.consultations.moves.criticism import LABELS, NEEDS, ROWS
from vidan.domain.moves import Table

TABLE = Table(
    states=frozenset(State.values),
    ends=frozenset(state.value for state in ENDS),
    moves=ROWS,
)

__all__ = ["LABELS", "NEEDS", "TABLE"]
