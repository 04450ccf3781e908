"""Counting terms (thời hạn) in days and working days, as the Civil Code does."""

from vidan.domain.workdays.count import Counted, Term, Unit, WorkingDay, count, resumed, working_days_between

__all__ = ["Counted", "Term", "Unit", "WorkingDay", "count", "resumed", "working_days_between"]
