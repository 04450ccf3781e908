"""What each move of the desk asks for, what it does, and what is said when it is done; one row a move of the table."""

from vidan.cases.acts import carrying, routing
from vidan.cases.acts.act import Act

ACTS: dict[str, Act] = {**carrying.ACTS, **routing.ACTS}

__all__ = ["ACTS", "Act"]
