"""The tables of cases: the file and what hangs on it, and the sources that words come from."""

from vidan.cases.models.casefile import CaseFile, CaseNumber, Transfer, Urging
from vidan.cases.models.custody import IdentityRequest
from vidan.cases.models.erasure import Erasure
from vidan.cases.models.personal import Consent, DataRequest
from vidan.cases.models.sources import BoxLetter, BoxOpening, Call

__all__ = [
    "BoxLetter",
    "BoxOpening",
    "Call",
    "CaseFile",
    "CaseNumber",
    "Consent",
    "DataRequest",
    "Erasure",
    "IdentityRequest",
    "Transfer",
    "Urging",
]
