"""What outreach keeps."""

from vidan.outreach.models.procedure import FormFile, Procedure

__all__ = [
    "FormFile",
    "Procedure",
]
