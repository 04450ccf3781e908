"""The template that a Front uses: its newest version, or what comes with the house."""

from typing import Any

from vidan.domain.reporting.periods import Kind
from vidan.foundation.units.models import Unit
from vidan.reports.models import OutlineVersion
from vidan.reports.outline import supplied


def newest(front: Unit, kind: Kind) -> OutlineVersion | None:
    """The Front's newest version, or None while it uses the original."""
    return OutlineVersion.objects.filter(front=front, kind=kind.value).order_by("-number").first()


def written_for(front: Unit, kind: Kind) -> dict[str, Any]:
    """The template in its stored form."""
    used = newest(front, kind)
    told: dict[str, Any] = used.written if used else supplied(kind)
    return told
