"""What reports keep: versions of templates, reports with their texts and comments, and what was frozen at approval."""

from vidan.reports.models.outline import OutlineVersion
from vidan.reports.models.report import Report, SectionComment, SectionText

__all__ = ["OutlineVersion", "Report", "SectionComment", "SectionText"]
