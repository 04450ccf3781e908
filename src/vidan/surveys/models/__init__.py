"""What surveys keep: questionnaires in versions, rounds and replies with their counts, how people are asked, official surveys."""

from vidan.surveys.models.asking import Device, Invitation, PaperReply
from vidan.surveys.models.official import ChecklistFinding, OfficialSurvey, WatchLetter
from vidan.surveys.models.questionnaire import QuestionnaireVersion
from vidan.surveys.models.reply import Reply, ReplyText, SealedReply, TakenMark, Tally
from vidan.surveys.models.round import ContactCount, Stratum, SurveyRound

__all__ = [
    "ChecklistFinding",
    "ContactCount",
    "Device",
    "Invitation",
    "OfficialSurvey",
    "PaperReply",
    "QuestionnaireVersion",
    "Reply",
    "ReplyText",
    "SealedReply",
    "Stratum",
    "SurveyRound",
    "TakenMark",
    "Tally",
    "WatchLetter",
]
