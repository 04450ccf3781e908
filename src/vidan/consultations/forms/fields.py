"""What the forms about drafts share."""

from collections.abc import Iterable
from typing import Any

from django.utils.text import capfirst


def capital(choices: Iterable[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """Choices that stand each on a line of its own begin with a capital letter."""
    return [(value, capfirst(label)) for value, label in choices]
