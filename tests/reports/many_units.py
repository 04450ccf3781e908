"""A city with many wards, each of which has sent its report of a year."""

from copy import deepcopy
from datetime import date

from tests.cases.made import unit

from vidan.foundation.calendar import clock
from vidan.foundation.units.models import Area, Level, Unit, UnitKind
from vidan.reports.kinds import State
from vidan.reports.models import Report

CITY = "mttq-tp-ho-chi-minh"


def with_wards(sent: Report, count: int) -> list[Report]:
    """So many wards' Fronts directly below the City's, the n-th with n more words than the report that is copied."""
    city = unit(CITY)
    told = {"level": Level.WARD, "valid_from": date(2013, 1, 1)}
    reports = []
    for n in range(1, count + 1):
        area = Area.objects.create(slug=f"thu-{n}", name=f"Phường {n}", parent=city.area, **told)
        names = {"name": f"Mặt trận Phường {n}", "short_name": f"Mặt trận Phường {n}", "sort_key": f"z{n:04d}"}
        front = Unit.objects.create(
            slug=f"mttq-thu-{n}", kind=UnitKind.FRONT_COMMITTEE, parent=city, area=area, **names, **told
        )
        frozen = deepcopy(sent.frozen) or {}
        figure = next(one for part in frozen["sections"] for one in part["figures"] if one["name"] == "cases.received")
        figure["count"] += n
        reports.append(
            Report(
                code=f"bc-thu-{n}",
                front=front,
                receiver=city,
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
