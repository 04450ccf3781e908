"""The register of officials (sổ cán bộ, công chức, viên chức): who served where, between which dates."""

import secrets
from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vidan.foundation.accounts.models.signin import User
from vidan.foundation.units.models import Unit


class Status(models.TextChoices):
    """Nhóm: the law handles each of them apart (Luật Cán bộ, công chức 2008 Đ.78, 79; Luật Viên chức 2010)."""

    CADRE = "cadre", _("cán bộ")
    CIVIL_SERVANT = "civil_servant", _("công chức")
    PUBLIC_EMPLOYEE = "public_employee", _("viên chức")
    CONTRACT = "contract", _("người lao động hợp đồng")


def make_official_code() -> str:
    """A random code that names an official in the journal without telling who it is."""
    return f"o-{secrets.token_hex(5)}"


class OfficialQuerySet(models.QuerySet["Official"]):
    def valid_on(self, day: date) -> "OfficialQuerySet":
        """Officials who served on a day; the last day counts."""
        return self.filter(Q(valid_from__lte=day) & (Q(valid_to__isnull=True) | Q(valid_to__gte=day)))


class Official(models.Model):
    """A person who serves the public in a unit; linked to his sign-in when he has one, so that the conflict guard knows him."""

    code = models.CharField(max_length=20, unique=True, default=make_official_code)
    name = models.CharField(max_length=120)
    position = models.CharField(max_length=120)
    status = models.CharField(max_length=16, choices=Status.choices)
    leads = models.BooleanField(default=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="officials")
    user = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="served_as")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    objects = OfficialQuerySet.as_manager()

    class Meta:
        ordering = ("unit", "name", "pk")

    def __str__(self) -> str:
        return f"{self.name}, {self.position}"
