"""Units with dates: one name, even one code, means different units in different years."""

from datetime import date

import pytest
from tests.cases.made import unit

from vidan.foundation.units.load import load_units
from vidan.foundation.units.models import Area, Succession, Unit, UnitKind
from vidan.foundation.units.selectors import monitor_of, served_places

pytestmark = pytest.mark.django_db


def test_district_2_has_eleven_wards_in_2018() -> None:
    wards = Area.objects.filter(parent__slug="a-quan-2", level="ward", valid_from__lte=date(2018, 1, 1))
    assert wards.count() == 11


def test_one_name_means_different_wards_in_different_years() -> None:
    names = list(Area.objects.filter(level="ward").values_list("name", flat=True))
    assert any(names.count(name) > 1 for name in names)


def test_every_ward_of_2018_has_a_successor_and_some_have_two_origins() -> None:
    old = Area.objects.filter(parent__slug="a-quan-2")
    assert all(area.successions.exists() for area in old)
    new = {row.successor_id for row in Succession.objects.all()}
    assert any(Succession.objects.filter(successor_id=pk).count() > 1 for pk in new)


def test_a_ward_of_2018_is_not_served_in_2022() -> None:
    slugs = {slug for _area, places in served_places(date(2022, 6, 1)) for slug, _name in places}
    assert "ubnd-a-an-phu" not in slugs
    assert slugs


def test_after_july_2025_there_are_no_district_units() -> None:
    fronts = Unit.objects.valid_on(date(2025, 8, 1)).filter(kind=UnitKind.FRONT_COMMITTEE)
    assert "district" not in set(fronts.values_list("level", flat=True))


def test_who_monitors_whom_depends_on_the_day() -> None:
    told = monitor_of(unit("ubnd-a-an-phu"), date(2018, 3, 13))
    assert told is not None
    assert told.slug == "phong-noi-vu-a-quan-2"
    assert monitor_of(unit("ubnd-a-an-phu"), date(2021, 3, 13)) is None


def test_loading_again_changes_nothing(settings: object) -> None:
    before = list(Unit.objects.order_by("pk").values())
    load_units(settings.DATA_FOLDER / "units")  # type: ignore[attr-defined] # Django's settings
    assert list(Unit.objects.order_by("pk").values()) == before
