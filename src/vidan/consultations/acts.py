"""Every move of a draft that has a page: what it asks for, what it does, and what is said when it is done."""

from collections.abc import Mapping
from types import MappingProxyType

from vidan.consultations.act import Act
from vidan.consultations.acts_drafts import DRAFT_ACTS
from vidan.consultations.acts_ending import ENDING_ACTS
from vidan.consultations.acts_hearings import HEARING_ACTS
from vidan.consultations.acts_opinions import OPINION_ACTS
from vidan.consultations.acts_points import POINT_ACTS
from vidan.consultations.acts_versions import VERSION_ACTS

ACTS: Mapping[str, Act] = MappingProxyType(
    {**DRAFT_ACTS, **VERSION_ACTS, **OPINION_ACTS, **HEARING_ACTS, **POINT_ACTS, **ENDING_ACTS}
)

BY_SLUG = {act.slug: move for move, act in ACTS.items() if act.slug}
