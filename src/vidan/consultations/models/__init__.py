"""What consultations keep: drafts and their texts in pieces, opinions and their places, hearings, points, answers, checks."""

from vidan.consultations.models.answer import Check, Disposition, Point, Urging
from vidan.consultations.models.custody import NameRequest
from vidan.consultations.models.draft import Draft, DraftPaper, DraftVersion, Piece
from vidan.consultations.models.hearing import Hearing, Invited
from vidan.consultations.models.opinion import Agreement, Anchoring, Opinion
from vidan.consultations.models.personal import OpinionConsent, OpinionDataRequest, OpinionErasure

__all__ = [
    "Agreement",
    "Anchoring",
    "Check",
    "Disposition",
    "Draft",
    "DraftPaper",
    "DraftVersion",
    "Hearing",
    "Invited",
    "NameRequest",
    "Opinion",
    "OpinionConsent",
    "OpinionDataRequest",
    "OpinionErasure",
    "Piece",
    "Point",
    "Urging",
]
