"""The tables of cases: the file and what hangs on it, and the sources that words come from."""

from vidan.cases.models.casefile import CaseFile, CaseNumber, Transfer, Urging
from vidan.cases.models.sources import BoxLetter, BoxOpening, Call
from vidan.cases.models.verification import Explanation, Proposal, Verification

__all__ = [
    "BoxLetter",
    "BoxOpening",
    "Call",
    "CaseFile",
    "CaseNumber",
    "Explanation",
    "Proposal",
    "Transfer",
    "Urging",
    "Verification",
]
