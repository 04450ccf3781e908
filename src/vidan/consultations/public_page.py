"""The address of a draft's own public page, above those of its opinions."""

from django.urls import reverse


def draft_page(code: str) -> str:
    """Where everybody reads a draft."""
    return reverse("consultations:opinions", args=[code]).removesuffix("y-kien/")
