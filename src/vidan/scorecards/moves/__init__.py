"""The one table of a scorecard's moves; buttons, services and documents come from here."""

from vidan.domain.moves import Table
from vidan.scorecards.kinds import State
from vidan.scorecards.moves import appraisal, front

PARTS = (front, appraisal)

TABLE = Table(
    states=frozenset(State.values),
    ends=frozenset({State.PUBLISHED.value}),
    moves=tuple(row for part in PARTS for row in part.ROWS),
)

LABELS = {name: label for part in PARTS for name, label in part.LABELS.items()}
NEEDS = {name: sentence for part in PARTS for name, sentence in part.NEEDS.items()}
