"""What outreach keeps."""

from vidan.outreach.models.activity import Activity, ActivityFile, PlanLine

__all__ = ["Activity", "ActivityFile", "PlanLine"]
