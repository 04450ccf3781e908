"""A city with many wards: their Fronts stand directly below the City's, more of them from year to year."""

from datetime import date

from django.conf import settings
from django.db import transaction

from vidan.foundation.units.kept import forget_all
from vidan.foundation.units.models import Area, Level, Unit, UnitKind

WARDS = (20, 168, 336)
SINCE = (2012, 2013, 2014)
"""From which year on there are so many wards; no sample work is as old."""

READER = "mat-tran-tp"
"""Who of the cast works for the City's Front."""


def district() -> Unit:
    """The Front of the sample."""
    return Unit.objects.select_related("parent__area", "area").get(slug=settings.FRONT)


def city() -> Unit:
    """The City's Front, above it."""
    found = district().parent
    assert found is not None
    return found


@transaction.atomic
def wards() -> list[Unit]:
    """The Fronts of all wards in their order, made when they are first asked for."""
    rows = Unit.objects.filter(slug__startswith="mttq-do-").order_by("sort_key")
    if not rows.exists():
        above = city()
        for n in range(WARDS[-1]):
            since = next(year for most, year in zip(WARDS, SINCE, strict=True) if n < most)
            _ward(above, n, date(since, 1, 1))
        forget_all()
    return list(rows)


def _ward(above: Unit, n: int, since: date) -> None:
    told = {"level": Level.WARD, "valid_from": since}
    area = Area.objects.create(slug=f"do-{n}", name=f"Phường {n}", parent=above.area, **told)
    names = {"name": f"Mặt trận Phường {n}", "short_name": f"Mặt trận Phường {n}", "sort_key": f"{n:04d}"}
    Unit.objects.create(slug=f"mttq-do-{n}", kind=UnitKind.FRONT_COMMITTEE, parent=above, area=area, **names, **told)
