"""What surveys keep: questionnaires in versions, rounds with their frame, replies with their counts, how people are asked."""

from vidan.surveys.models.asking import Device, Invitation, PaperReply
from vidan.surveys.models.questionnaire import QuestionnaireVersion
from vidan.surveys.models.reply import Reply, ReplyText, SealedReply, TakenMark, Tally
from vidan.surveys.models.round import ContactCount, Stratum, SurveyRound

__all__ = [
    "ContactCount",
    "Device",
    "Invitation",
    "PaperReply",
    "QuestionnaireVersion",
    "Reply",
    "ReplyText",
    "SealedReply",
    "Stratum",
    "SurveyRound",
    "TakenMark",
    "Tally",
]
