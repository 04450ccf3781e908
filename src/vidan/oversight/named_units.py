"""Whom the text of a duty names (đơn vị được nêu tên), among the units of a Front's territory: what a form ticks beforehand."""

from collections.abc import Sequence

from vidan.domain.duties.naming import MEMBERS, WARDS, Body, Named, named_in
from vidan.foundation.units.models import Level, Unit, UnitKind

ALL_WARDS, ALL_MEMBERS = "moi-phuong", "moi-to-chuc"
"""Choices that stand for every ward Front, and for every member organisation."""

_GROUPS = {WARDS: ALL_WARDS, MEMBERS: ALL_MEMBERS}


def bodies_of(units: Sequence[Unit], front_id: int) -> tuple[Body, ...]:
    """The units as the rule of names knows them; `front_id` is the Front that plans."""
    return tuple(
        Body(
            key=one.slug,
            names=(one.name, one.short_name),
            place=one.area.name,
            is_front=one.kind == UnitKind.FRONT_COMMITTEE,
            in_ward=one.level == Level.WARD,
            is_own=one.pk == front_id,
        )
        for one in units
    )


def choices_named(words: str, bodies: Sequence[Body]) -> Named:
    """Whom the words name, as the choices of a form: slugs of units, ALL_WARDS, ALL_MEMBERS."""
    found = named_in(words, bodies)
    return Named(*(tuple(_GROUPS.get(key, key) for key in part) for part in (found.responsible, found.taking_part)))
