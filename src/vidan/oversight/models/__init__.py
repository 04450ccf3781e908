"""What oversight keeps: programmes with their plans and duties, inspections and supervisions."""

from vidan.oversight.models.duty_report import DutyReport
from vidan.oversight.models.guidance import Guidance, GuidanceMark
from vidan.oversight.models.inspection import Delegate, Finding, Inspection
from vidan.oversight.models.programme import Duty, DutyUnit, Plan, Programme
from vidan.oversight.models.recommendation import Recommendation

__all__ = [
    "Delegate",
    "Duty",
    "DutyReport",
    "DutyUnit",
    "Finding",
    "Guidance",
    "GuidanceMark",
    "Inspection",
    "Plan",
    "Programme",
    "Recommendation",
]
