"""Sign-ins and role assignments, both with dates; nobody is superuser."""

import secrets
from datetime import date
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from vidan.foundation.accounts.roles import Role
from vidan.foundation.units.models import Unit


def make_code() -> str:
    """A random code that names a sign-in in the journal without telling who it is."""
    return f"u-{secrets.token_hex(5)}"


class UserManager(BaseUserManager["User"]):
    def create_user(self, *, email: str, name: str, password: str | None = None) -> "User":
        """Make a sign-in; without a password it can be used only after one was set."""
        user = self.model(email=self.normalize_email(email).lower(), name=name)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A person of the staff or of a body that answers; citizens have no sign-in."""

    code = models.CharField(max_length=20, unique=True, default=make_code)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    is_active = models.BooleanField(default=True)
    has_first_password = models.BooleanField(default=False)

    assignment_rows: "list[Assignment] | None" = None
    """The assignments when they were fetched along with the person (accounts/backend.py)."""

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects = UserManager()

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        return self.name


class Assignment(models.Model):
    """A role of a person in a unit between two dates."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="assignments")
    role = models.CharField(max_length=30, choices=Role.choices)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="assignments")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("user", "role", "unit", "valid_from"), name="one_assignment_from_a_day"),
        )

    def __str__(self) -> str:
        return f"{self.user_id} {self.role} {self.unit_id}"

    def holds_on(self, day: date) -> bool:
        """Whether the role is held on a day; the last day counts."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)
