"""Units with dates: one name, even one code, means different units in different years."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.cases.made import unit

from vidan.foundation.units.kept import forget_all
from vidan.foundation.units.load import load_units
from vidan.foundation.units.models import Area, Succession, Unit, UnitKind
from vidan.foundation.units.selectors import heirs, monitor_of, served_places

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


def test_who_succeeded_whom_is_asked_once_for_all_days(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    forget_all()
    with django_assert_num_queries(2):
        told = [heirs(date(year, month, 1)) for year in range(2017, 2027) for month in range(1, 13)]
    assert len({id(one) for one in told}) == 3  # the district with its wards, the city of 2021, the wards of 2025


@pytest.mark.parametrize(
    ("was", "day", "now"),
    [
        ("ubnd-a-binh-an", date(2020, 12, 31), "ubnd-a-binh-an"),
        ("ubnd-a-binh-an", date(2021, 1, 1), "ubnd-b-an-khanh"),
        ("ubnd-a-binh-an", date(2025, 6, 30), "ubnd-b-an-khanh"),
        ("ubnd-a-binh-an", date(2025, 7, 1), "ubnd-c-an-khanh"),
    ],
)
def test_a_unit_stands_for_itself_to_its_last_day(was: str, day: date, now: str) -> None:
    forget_all()
    heirs(date(2022, 1, 1))  # another day was asked for before
    assert [one.slug for one in heirs(day)[unit(was).pk]] == [now]
