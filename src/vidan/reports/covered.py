"""Whose work a report counts (phạm vi báo cáo), and which places stand in the rows of its tables."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from vidan.foundation.units.kept import Kept
from vidan.foundation.units.models import Unit, UnitKind
from vidan.foundation.units.selectors import heirs, in_place_of, within

ELSEWHERE = "elsewhere"
"""The row of what is about no known place."""


@dataclass(frozen=True)
class Covered:
    """The Fronts whose facts count; which row each unit, or with `below` each Front, belongs to; and the rows by code.

    `expected` are the rows of which some record is expected: the places that were there on the cut-off day.
    """

    fronts: frozenset[int]
    below: bool
    row_of: Mapping[int, str]
    names: Mapping[str, str]
    expected: tuple[str, ...]


@Kept
def covered_by(front: int, cut_off: date, *, below: bool) -> Covered:
    """What a report of a Front covers: its own work by the places it is about, or all Fronts below it by Front."""
    return _below(front, cut_off) if below else _own(front, cut_off)


def _own(front: int, cut_off: date) -> Covered:
    now = heirs(cut_off)
    row_of, names = {}, {ELSEWHERE: _("Chưa rõ nơi nào")}
    for unit in Unit.objects.select_related("area"):
        found = now.get(unit.pk, ())
        area = found[0].area if len(found) == 1 else unit.area
        row_of[unit.pk] = area.slug
        names[area.slug] = area.name
    there = Unit.objects.valid_on(cut_off).filter(within([front]), kind=UnitKind.FRONT_COMMITTEE)
    areas = list(there.exclude(pk=front).order_by("area__name").values_list("area__slug", flat=True))
    own = Unit.objects.values_list("area__slug", flat=True).get(pk=front)
    return Covered(in_place_of([front], cut_off) | {front}, False, row_of, names, tuple(areas or [own]))


def _below(front: int, cut_off: date) -> Covered:
    """Work goes to the line of the Front directly below, or of who alone stands in its place; else to its own old line."""
    rows = Unit.objects.filter(within([front]), kind=UnitKind.FRONT_COMMITTEE, valid_from__lte=cut_off)
    units = {unit.pk: unit for unit in rows.order_by("sort_key")}
    now = heirs(cut_off)
    row_of, names, expected = {}, {}, []
    for unit in units.values():
        line = unit
        while line.pk != front and line.parent_id != front and line.parent_id in units:
            line = units[line.parent_id]
        found = now.get(line.pk, ())
        line = found[0] if len(found) == 1 else line
        row_of[unit.pk] = line.slug
        names[line.slug] = line.short_name if found else _("%(unit)s (đã sắp xếp lại)") % {"unit": line.short_name}
        if line.pk == unit.pk and line.parent_id == front and found:
            expected.append(line.slug)
    return Covered(frozenset(units), True, row_of, names, tuple(expected))
