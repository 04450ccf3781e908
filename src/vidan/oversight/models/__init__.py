"""What oversight keeps: programmes with their plans and duties, inspections and supervisions."""

from vidan.oversight.models.duty_report import DutyReport
from vidan.oversight.models.erasure import InspectionErasure
from vidan.oversight.models.guidance import Guidance, GuidanceMark
from vidan.oversight.models.inspection import Delegate, Finding, Inspection, in_delegation
from vidan.oversight.models.programme import Duty, DutyUnit, Plan, Programme
from vidan.oversight.models.recommendation import Pressing, Recommendation

__all__ = [
    "Delegate",
    "Duty",
    "DutyReport",
    "DutyUnit",
    "Finding",
    "Guidance",
    "GuidanceMark",
    "Inspection",
    "InspectionErasure",
    "Plan",
    "Pressing",
    "Programme",
    "Recommendation",
    "in_delegation",
]
