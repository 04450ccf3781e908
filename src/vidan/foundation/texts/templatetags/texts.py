"""Drawing a comparison: struck and underlined, so that it reads in black and white; said in words to a screen reader."""

from collections.abc import Mapping
from typing import Any

from django import template

from vidan.foundation.texts.compare import compare

register = template.Library()


@register.inclusion_tag("texts/compared.html")
def compared(old: str, new: str) -> Mapping[str, Any]:
    """Two texts as one, with what went and what came."""
    return {"runs": compare(old, new)}
