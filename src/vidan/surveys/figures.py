"""The figures of surveys: answers to the scales of published results, and of them the satisfied ones, in all and by factor."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from vidan.domain.questionnaire.form import Factor
from vidan.foundation.figures.figure import Figure
from vidan.surveys.questionnaire_words import FACTORS

FIGURES = (
    Figure(
        "surveys.satisfied",
        _("Lượt trả lời hài lòng trong các khảo sát của Mặt trận, trên số lượt trả lời"),
        counts="surveys.satisfied",
        out_of="surveys.answers",
        link="surveys:index",
        records="surveys:results",
    ),
    *(
        Figure(
            f"surveys.satisfied_{factor}",
            format_lazy(_("Hài lòng về: {factor}"), factor=FACTORS[factor]),
            counts="surveys.satisfied",
            mark=factor.value,
            out_of="surveys.answers",
            link="surveys:index",
            records="surveys:results",
            public=False,
        )
        for factor in Factor
    ),
)
"""Dated by the day of publishing; the facts are written by services/publish_result.py."""
