"""What each move of the desk asks for, what it does, and what is said when it is done; one row a move of the table."""

from vidan.cases.acts import carrying, own, routing, verifying
from vidan.cases.acts.act import Act

ACTS: dict[str, Act] = {**carrying.ACTS, **verifying.ACTS, **routing.ACTS, **own.ACTS}

__all__ = ["ACTS", "Act"]
