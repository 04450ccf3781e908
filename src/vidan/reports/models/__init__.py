"""What reports keep: versions of templates, reports with their texts and comments, and what was frozen at approval."""

from vidan.reports.models.plan import PlanVersion
from vidan.reports.models.report import Report, SectionComment, SectionText

__all__ = ["PlanVersion", "Report", "SectionComment", "SectionText"]
