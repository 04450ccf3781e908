"""Text fields that take whatever a keyboard, an old phone or a hostile program sends, and store only clean text."""

import unicodedata
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

KEPT_CONTROLS = {"\n", "\t"}

FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2100, 12, 31)


def clean_text(text: str) -> str:
    """The text in composed form (NFC), without control characters, lone surrogates and invisible direction marks."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = "".join(
        letter for letter in text if letter in KEPT_CONTROLS or unicodedata.category(letter) not in ("Cc", "Cs", "Cf")
    )
    return unicodedata.normalize("NFC", text)


OR_AS_FILE = {
    "max_length": _(
        "Phần này dài quá %(limit_value)d chữ (ông/bà đã viết %(show_value)d). Ông/bà rút bớt giúp, hoặc gửi kèm tệp."
    )
}
"""What is said of too long a text where a file can go along."""


class SafeCharField(forms.CharField):
    """One line of text. Marks that no person types are left out silently; the rest is kept as it was written."""

    def to_python(self, value: Any) -> Any:
        """Clean before Django's own checks, which refuse instead of helping."""
        return super().to_python(_one_line(clean_text(value)) if isinstance(value, str) else value)


class SafeTextField(forms.CharField):
    """Several lines of text; a text that is too long is kept on the page and the person is told by how much."""

    default_error_messages: ClassVar = {
        "max_length": _("Phần này dài quá %(limit_value)d chữ (ông/bà đã viết %(show_value)d). Ông/bà rút bớt giúp."),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea)
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> Any:
        """Clean before Django's own checks, which refuse instead of helping."""
        return super().to_python(clean_text(value) if isinstance(value, str) else value)


def _one_line(text: str) -> str:
    return " ".join(text.split())


class DayField(forms.DateField):
    """A day of the years with which this work has to do."""

    def __init__(self, **kwargs: Any) -> None:
        far = _("Ngày này quá xa.")
        bounds = [MinValueValidator(FIRST_DAY, far), MaxValueValidator(LAST_DAY, far)]
        super().__init__(validators=bounds, widget=forms.DateInput(attrs={"class": "short"}), **kwargs)
