"""The moves around a new version of a draft; each has pages of its own."""

from collections.abc import Mapping
from types import MappingProxyType

from vidan.consultations.act import Act

VERSION_ACTS: Mapping[str, Act] = MappingProxyType(
    {
        "new_version": Act(route="consultations:text"),
        "look_at_places": Act(route="consultations:places"),
    }
)
