"""The figures of oversight."""

from vidan.oversight.duty_figures import DUTY_FIGURES

FIGURES = (*DUTY_FIGURES,)
