"""What scorecards keep: rubrics in versions, sheets with their entries, and what others say of them."""

from vidan.scorecards.models.appraisal import Evidence, Objection, Question, TieDecision
from vidan.scorecards.models.card import Entry, Scorecard
from vidan.scorecards.models.rubric import RubricVersion
from vidan.scorecards.models.said import ItemOpinion, OfficialIndex, Remark

__all__ = [
    "Entry",
    "Evidence",
    "ItemOpinion",
    "Objection",
    "OfficialIndex",
    "Question",
    "Remark",
    "RubricVersion",
    "Scorecard",
    "TieDecision",
]
