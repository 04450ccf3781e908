"""What the programme asks and what is inspected and supervised, as it is stored."""

from vidan.oversight.models.inspection import Delegate, Finding, Inspection
from vidan.oversight.models.recommendation import Recommendation

__all__ = ["Delegate", "Finding", "Inspection", "Recommendation"]
