"""What every page's frame shows: whose site it is, and whether it is the sample installation."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def frame(request: HttpRequest) -> dict[str, Any]:
    """Context for the page frame."""
    return {"demo": settings.DEMO, "actor": getattr(request, "actor", None)}
