"""The figures of this duty, each part in its own file."""

from vidan.oversight.inspection_figures import INSPECTION_FIGURES

FIGURES = (*INSPECTION_FIGURES,)
