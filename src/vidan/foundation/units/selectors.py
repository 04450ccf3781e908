"""Asking for units by date."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from vidan.foundation.units.kept import Kept
from vidan.foundation.units.models import ContactPoint, Monitoring, ReceptionDay, Succession, Unit, UnitKind


def on_day(day: date) -> Q:
    """Rows with `valid_from` and `valid_to` that hold on a day; the last day counts."""
    return Q(valid_from__lte=day) & (Q(valid_to__isnull=True) | Q(valid_to__gte=day))


def within(fronts: Iterable[int]) -> Q:
    """Units in the territory of some Fronts, down to the wards: same area, or an area inside it (three levels at most)."""
    areas = Unit.objects.filter(pk__in=fronts).values("area_id")
    return Q(area_id__in=areas) | Q(area__parent_id__in=areas) | Q(area__parent__parent_id__in=areas)


def monitor_of(unit: Unit, day: date) -> Unit | None:
    """The body that watches a unit's transferred cases on a day (2018: the home-affairs office), or None."""
    row = Monitoring.objects.filter(on_day(day), unit=unit).select_related("monitor").order_by("-valid_from").first()
    return row.monitor if row else None


@Kept
def unit_by_slug(slug: str) -> Unit | None:
    """A unit with its area, and with the units above it as far as a letter may travel."""
    return Unit.objects.select_related("area", "parent__parent__parent").filter(slug=slug).first()


@Kept
def short_names() -> dict[int, str]:
    """The short names of all units by their key, for lists that name many."""
    return dict(Unit.objects.order_by().values_list("pk", "short_name"))


@Kept
def served_places(day: date) -> list[tuple[str, list[tuple[str, str]]]]:
    """Units a person may have been served by, grouped by the area they serve: `[(area, [(slug, name)])]`."""
    served = (UnitKind.ONE_STOP_COUNTER, UnitKind.PEOPLES_COMMITTEE, UnitKind.SPECIALISED_OFFICE)
    groups: dict[str, list[tuple[str, str]]] = defaultdict(list)
    rows = Unit.objects.valid_on(day).filter(kind__in=served, level__in=("district", "ward"))
    for area, slug, name in rows.order_by("area__level", "area__slug", "kind", "sort_key").values_list(
        "area__name", "slug", "name"
    ):
        groups[area].append((slug, name))
    return list(groups.items())


@Kept
def fronts_below(front: int, day: date) -> list[Unit]:
    """The Fronts directly below one, on a day."""
    rows = Unit.objects.valid_on(day).filter(parent_id=front, kind=UnitKind.FRONT_COMMITTEE)
    return list(rows.select_related("area", "parent"))


def standing_on(unit: int, day: date) -> Unit:
    """The unit that stands in a unit's place on a day: itself, or who succeeded it (kế thừa), as often as borders changed.

    Follows the default line of the areas' successions. A unit without successor whose time is over is answered itself.
    """
    lineage = _lineage()
    found = lineage.by_key.get(unit) or _units().get(pk=unit)  # one that another process has just made is asked for
    while found.valid_to is not None and found.valid_to < day:
        stem = found.slug.removesuffix(found.area.slug)
        areas = [area for was, area, _on, is_default in lineage.lines if is_default and was == found.area_id]
        followed = [lineage.units[stem + area] for area in areas if stem + area in lineage.units]
        if not followed:
            break
        found = min(followed, key=lambda one: (one.sort_key, one.valid_from))
    return found


def heirs(day: date) -> Mapping[int, tuple[Unit, ...]]:
    """Who stands on a day in the place of each unit (kế thừa): itself, or all that followed it, as often as borders changed."""
    borders = _lineage().borders
    return _heirs_since(borders[bisect_right(borders, day) - 1])


@dataclass(frozen=True)
class _Lineage:
    """All units by slug and by key; what area followed which, from what day on, by default or not; and the days from which
    something else holds."""

    units: Mapping[str, Unit]
    by_key: Mapping[int, Unit]
    lines: tuple[tuple[int, str, date, bool], ...]
    borders: tuple[date, ...]


@Kept
def _lineage() -> _Lineage:
    units = {unit.slug: unit for unit in _units()}
    rows = Succession.objects.order_by("-is_default", "pk")
    lines = tuple(rows.values_list("predecessor_id", "successor__slug", "on", "is_default"))
    ends = {unit.valid_to + timedelta(days=1) for unit in units.values() if unit.valid_to is not None}
    borders = sorted({date.min, *ends, *(line[2] for line in lines)})
    return _Lineage(units, {unit.pk: unit for unit in units.values()}, lines, tuple(borders))


@Kept
def _heirs_since(day: date) -> Mapping[int, tuple[Unit, ...]]:
    lineage = _lineage()
    after: dict[int, list[str]] = defaultdict(list)
    for area, successor, on, _default in lineage.lines:
        if on <= day:
            after[area].append(successor)

    def follow(unit: Unit) -> dict[int, Unit]:
        if unit.valid_to is None or unit.valid_to >= day:
            return {unit.pk: unit}
        stem = unit.slug.removesuffix(unit.area.slug)
        followed = [lineage.units[stem + area] for area in after[unit.area_id] if stem + area in lineage.units]
        return {pk: one for next_one in followed for pk, one in follow(next_one).items()}

    return {unit.pk: tuple(follow(unit).values()) for unit in lineage.units.values()}


def standing(unit: int, day: date) -> Unit | None:
    """The one unit that stands in a unit's place on a day; None where several followed, or none: somebody must say who."""
    found = heirs(day).get(unit, ())
    return found[0] if len(found) == 1 else None


def in_place_of(units: Iterable[int], day: date) -> frozenset[int]:
    """The units in whose place these stand on a day: themselves while they last, and those that they alone succeeded."""
    ours = frozenset(units)
    return frozenset(was for was, now in heirs(day).items() if len(now) == 1 and now[0].pk in ours)


def _units() -> QuerySet[Unit]:
    return Unit.objects.select_related("area", "parent__parent__parent")


def contacts_on(day: date) -> list[ContactPoint]:
    """All hotlines, boxes and offices open on a day, the higher Front first."""
    rows = (
        ContactPoint.objects.filter(on_day(day)).select_related("unit").order_by("unit__level", "unit__sort_key", "pk")
    )
    return list(rows)


def reception_days_from(day: date, *, limit: int = 20) -> list[ReceptionDay]:
    """The next reception days, those that were called off among them: who planned to come must learn of it."""
    return list(ReceptionDay.objects.filter(day__gte=day).select_related("unit", "moved_to")[:limit])
