"""The tables of cases: the file and what hangs on it, the sources that words come from, and the officers' own lists."""

from vidan.cases.models.casefile import CaseFile, CaseNumber, Transfer, Urging
from vidan.cases.models.custody import IdentityRequest
from vidan.cases.models.erasure import Erasure
from vidan.cases.models.pasted import PastedRow
from vidan.cases.models.personal import Consent, DataRequest
from vidan.cases.models.quality import QualityItem, QualityReading, QualityRound
from vidan.cases.models.receptions import ReceptionSession, ReceptionTurn
from vidan.cases.models.routing import CaseLink, Handing, Petition
from vidan.cases.models.saved import SavedList
from vidan.cases.models.sources import BoxLetter, BoxOpening, Call
from vidan.cases.models.summary import Summary
from vidan.cases.models.verification import Explanation, Proposal, Verification

__all__ = [
    "BoxLetter",
    "BoxOpening",
    "Call",
    "CaseFile",
    "CaseLink",
    "CaseNumber",
    "Consent",
    "DataRequest",
    "Erasure",
    "Explanation",
    "Handing",
    "IdentityRequest",
    "PastedRow",
    "Petition",
    "Proposal",
    "QualityItem",
    "QualityReading",
    "QualityRound",
    "ReceptionSession",
    "ReceptionTurn",
    "SavedList",
    "Summary",
    "Transfer",
    "Urging",
    "Verification",
]
