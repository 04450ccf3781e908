"""The figures of oversight, each part in its own file."""

from vidan.oversight.duty_figures import DUTY_FIGURES
from vidan.oversight.inspection_figures import INSPECTION_FIGURES

FIGURES = (*DUTY_FIGURES, *INSPECTION_FIGURES)
