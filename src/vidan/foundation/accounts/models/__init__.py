"""Sign-ins with their roles, and the register of officials."""

from vidan.foundation.accounts.models.official import Official, Status
from vidan.foundation.accounts.models.remembered import Remembered
from vidan.foundation.accounts.models.signin import Assignment, User, UserManager, make_code

__all__ = ["Assignment", "Official", "Remembered", "Status", "User", "UserManager", "make_code"]
