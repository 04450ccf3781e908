"""A city with many wards, and the reports that each of them has sent."""

from copy import deepcopy
from datetime import date

from tests.cases.made import unit

from vidan.foundation.calendar import clock
from vidan.foundation.units.models import Area, Level, Unit, UnitKind
from vidan.reports.kinds import State
from vidan.reports.models import Report

CITY = "mttq-tp-ho-chi-minh"


def wards(count: int) -> list[Unit]:
    """So many wards' Fronts directly below the City's."""
    city = unit(CITY)
    told = {"level": Level.WARD, "valid_from": date(2013, 1, 1)}
    fronts = []
    for n in range(1, count + 1):
        area = Area.objects.create(slug=f"thu-{n}", name=f"Phường {n}", parent=city.area, **told)
        names = {"name": f"Mặt trận Phường {n}", "short_name": f"Mặt trận Phường {n}", "sort_key": f"z{n:04d}"}
        fronts.append(
            Unit.objects.create(
                slug=f"mttq-thu-{n}", kind=UnitKind.FRONT_COMMITTEE, parent=city, area=area, **names, **told
            )
        )
    return fronts


def with_wards(sent: Report, count: int) -> list[Report]:
    """So many wards have reported, the n-th with n more words than the report that is copied."""
    reports = []
    for n, front in enumerate(wards(count), 1):
        frozen = deepcopy(sent.frozen) or {}
        figure = next(one for part in frozen["sections"] for one in part["figures"] if one["name"] == "cases.received")
        figure["count"] += n
        reports.append(
            Report(
                code=f"bc-thu-{n}",
                front=front,
                receiver=front.parent,
                kind=sent.kind,
                year=sent.year,
                part=sent.part,
                cut_off=sent.cut_off,
                outline=sent.outline,
                state=State.SENT,
                frozen=frozen,
                digest=sent.digest,
                sent_on=sent.sent_on,
                opened_at=clock.now(),
            )
        )
    return Report.objects.bulk_create(reports)
