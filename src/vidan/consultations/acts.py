"""Every move of a draft that has a page: what it asks for, what it does, and what is said when it is done."""

from collections.abc import Mapping
from types import MappingProxyType

from vidan.consultations.act import Act
from vidan.consultations.acts_points import POINT_ACTS

ACTS: Mapping[str, Act] = MappingProxyType({**POINT_ACTS})

BY_SLUG = {act.slug: move for move, act in ACTS.items() if act.slug}
