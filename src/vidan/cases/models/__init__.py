"""The tables of cases: the file and what hangs on it, and the sources that words come from."""

from vidan.cases.models.casefile import CaseFile, CaseNumber, Transfer, Urging
from vidan.cases.models.quality import QualityItem, QualityReading, QualityRound
from vidan.cases.models.sources import BoxLetter, BoxOpening, Call
from vidan.cases.models.summary import Summary

__all__ = [
    "BoxLetter",
    "BoxOpening",
    "Call",
    "CaseFile",
    "CaseNumber",
    "QualityItem",
    "QualityReading",
    "QualityRound",
    "Summary",
    "Transfer",
    "Urging",
]
