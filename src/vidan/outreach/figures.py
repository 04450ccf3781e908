"""The figures of outreach."""

from vidan.outreach.activity_figures import ACTIVITY_FIGURES

FIGURES = (*ACTIVITY_FIGURES,)
