"""Fields of the forms about drafts."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _


def capital(choices: Iterable[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """Choices that stand each on a line of its own begin with a capital letter."""
    return [(value, capfirst(label)) for value, label in choices]


FIRST, LAST = date(2000, 1, 1), date(2100, 12, 31)


class DayField(forms.DateField):
    """A day of the years with which this work has to do."""

    def __init__(self, **kwargs: Any) -> None:
        far = _("Ngày này quá xa.")
        bounds = [MinValueValidator(FIRST, far), MaxValueValidator(LAST, far)]
        super().__init__(validators=bounds, widget=forms.DateInput(attrs={"class": "short"}), **kwargs)
