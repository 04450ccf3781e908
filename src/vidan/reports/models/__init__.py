"""What reports keep: versions of templates, reports with their texts and comments, the numbers that were counted for them,
what was frozen at approval, and what the reports of many units come to."""

from vidan.reports.models.counted import CountedNumbers
from vidan.reports.models.outline import OutlineVersion
from vidan.reports.models.report import Report, SectionComment, SectionText
from vidan.reports.models.roll_up import RollUp

__all__ = ["CountedNumbers", "OutlineVersion", "Report", "RollUp", "SectionComment", "SectionText"]
