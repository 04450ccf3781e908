"""The tables of cases: the file and what hangs on it, and the sources that words come from."""

from vidan.cases.models.casefile import CaseFile, CaseNumber, Transfer, Urging
from vidan.cases.models.routing import CaseLink, Handing, Petition
from vidan.cases.models.sources import BoxLetter, BoxOpening, Call

__all__ = [
    "BoxLetter",
    "BoxOpening",
    "Call",
    "CaseFile",
    "CaseLink",
    "CaseNumber",
    "Handing",
    "Petition",
    "Transfer",
    "Urging",
]
