"""The act of the three lawful forms: it has pages of its own."""

from collections.abc import Mapping
from types import MappingProxyType

from vidan.consultations.act import Act

HEARING_ACTS: Mapping[str, Act] = MappingProxyType({"hear": Act(route="consultations:hearings")})
