"""What oversight keeps: programmes with their plans and duties, inspections and supervisions."""

from vidan.oversight.models.duty_report import DutyReport
from vidan.oversight.models.guidance import Guidance, GuidanceMark
from vidan.oversight.models.programme import Duty, DutyUnit, Plan, Programme

__all__ = ["Duty", "DutyReport", "DutyUnit", "Guidance", "GuidanceMark", "Plan", "Programme"]
