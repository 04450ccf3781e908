"""The tables of cases: the file and what hangs on it, and the sources that words come from."""

from vidan.cases.models.casefile import CaseFile, CaseNumber, Transfer, Urging
from vidan.cases.models.pasted import PastedRow
from vidan.cases.models.receptions import ReceptionSession, ReceptionTurn
from vidan.cases.models.sources import BoxLetter, BoxOpening, Call

__all__ = [
    "BoxLetter",
    "BoxOpening",
    "Call",
    "CaseFile",
    "CaseNumber",
    "PastedRow",
    "ReceptionSession",
    "ReceptionTurn",
    "Transfer",
    "Urging",
]
