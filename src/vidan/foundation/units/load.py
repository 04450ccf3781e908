"""Loading units from data/units: idempotent, by slug; a row that left the files is closed, never deleted."""

import csv
from datetime import date
from pathlib import Path

from django.db import transaction

from vidan.domain.vietnamese.fold import fold
from vidan.foundation.units.kept import forget_all
from vidan.foundation.units.models import Area, Monitoring, Succession, Unit


@transaction.atomic
def load_units(folder: Path) -> int:
    """Read areas.csv, units.csv, successions.csv and monitoring.csv; returns the number of units."""
    for row in _rows(folder / "areas.csv"):
        Area.objects.update_or_create(
            slug=row["slug"],
            defaults={
                "name": row["name"],
                "level": row["level"],
                "official_code": row["official_code"],
                "parent": _area(row["parent"]) if row["parent"] else None,
                "certainty": row["certainty"],
                **_validity(row),
            },
        )
    for row in _rows(folder / "units.csv"):
        Unit.objects.update_or_create(
            slug=row["slug"],
            defaults={
                "name": row["name"],
                "short_name": row["short_name"],
                "kind": row["kind"],
                "level": row["level"],
                "area": _area(row["area"]),
                "parent": Unit.objects.get(slug=row["parent"]) if row["parent"] else None,
                "sort_key": fold(row["short_name"]),
                **_validity(row),
            },
        )
    for row in _rows(folder / "successions.csv"):
        Succession.objects.update_or_create(
            predecessor=_area(row["predecessor"]),
            successor=_area(row["successor"]),
            defaults={
                "on": date.fromisoformat(row["on"]),
                "is_default": row["is_default"] == "yes",
                "note": row["note"],
            },
        )
    for row in _rows(folder / "monitoring.csv"):
        Monitoring.objects.update_or_create(
            unit=Unit.objects.get(slug=row["unit"]),
            monitor=Unit.objects.get(slug=row["monitor"]),
            defaults=_validity(row),
        )
    forget_all()
    return Unit.objects.count()


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def _area(slug: str) -> Area:
    return Area.objects.get(slug=slug)


def _validity(row: dict[str, str]) -> dict[str, date | None]:
    return {
        "valid_from": date.fromisoformat(row["valid_from"]),
        "valid_to": date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
    }
