"""The one table of a case's moves, put together from the parts of its way; buttons, services and documents come from here.

A part holds ROWS, the SLUGS under which a move is taken at a desk, its LABELS, the sentences of its NEEDS, and OF_BODIES:
the moves that a body takes at its own desk.
"""

from vidan.cases.moves import carrying, own, routing, verifying, withdrawing
from vidan.domain.moves import Table

PARTS = (carrying, verifying, withdrawing, routing, own)

ENDS = frozenset({"closed", "withdrawn"}) | routing.ENDS
CARRIED = frozenset({"received", "classified", "prepared", "checked", "submitted"}) | carrying.SENT
OPEN = CARRIED | routing.OPEN
"""States from which something is still to be done."""

SILENT = ENDS - {"merged"}
"""States in which nobody writes letters any more; whoever is carried together with another goes on writing."""

TABLE = Table(states=OPEN | ENDS | {"new"}, ends=ENDS, moves=tuple(row for part in PARTS for row in part.ROWS))

SLUGS = {name: slug for part in PARTS for name, slug in part.SLUGS.items()}
LABELS = {name: label for part in PARTS for name, label in part.LABELS.items()}
NEEDS = {name: sentence for part in PARTS for name, sentence in part.NEEDS.items()}
OF_BODIES = frozenset(name for part in PARTS for name in part.OF_BODIES)
