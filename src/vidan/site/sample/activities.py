"""Sample activities: a plan for each year, most of it carried out by wards, member organisations and the district itself."""

import tomllib
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction

from vidan.foundation.accounts.actors import Actor, Held
from vidan.foundation.accounts.roles import Role
from vidan.foundation.calendar import clock
from vidan.foundation.units.models import Level, Unit, UnitKind
from vidan.outreach.activity_kinds import ActivityKind, Reach
from vidan.outreach.models import PlanLine
from vidan.outreach.services.log_activity import About, log_activities
from vidan.outreach.services.plan_activities import Planned, set_line

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
YEARS = (2018, 2019, 2020)
KINDS = ActivityKind

WARD_PLAN = (
    (1, KINDS.CONFERENCE, "procedures"),
    (2, KINDS.LOUDSPEAKER, "contacts"),
    (3, KINDS.TALK, "conduct"),
    (4, KINDS.LEAFLET, "survey"),
)
DISTRICT_PLAN = (
    (1, KINDS.CONFERENCE, "index"),
    (2, KINDS.BULLETIN, "reform"),
    (3, KINDS.MEDIA, "contacts"),
    (4, KINDS.CONFERENCE, "criticism"),
)
MEMBER_PLAN = ((2, KINDS.TALK, "procedures"), (3, KINDS.ONLINE, "survey"))
BEYOND = ((KINDS.TALK, "conduct"), (KINDS.ONLINE, "procedures"), (KINDS.LEAFLET, "contacts"))
"""What some do that nobody planned."""

AUDIENCES = {
    KINDS.CONFERENCE: (60, 180),
    KINDS.TALK: (18, 60),
    KINDS.LOUDSPEAKER: (400, 1500),
    KINDS.MEDIA: (3000, 9000),
    KINDS.BULLETIN: (500, 1200),
    KINDS.LEAFLET: (120, 400),
    KINDS.ONLINE: (80, 900),
}
COUNTED = frozenset({KINDS.CONFERENCE, KINDS.TALK, KINDS.LEAFLET})


@transaction.atomic
def make_activities(*, last: datetime, head: Actor) -> None:
    """Write the plans, then log what was held, in the order of days, and two that are still to come."""
    draw = Random(2018)  # noqa: S311 - a sample, the same each time
    with (settings.DATA_FOLDER / "sample" / "activities.toml").open("rb") as file:
        words = tomllib.load(file)
    units = _units()
    for year in YEARS:
        moment = datetime(year, 1, 3, 9, tzinfo=ZONE)
        if moment < last:
            with clock.at(moment):
                for planned in _plan(units, year):
                    set_line(planned=planned, actor=head, is_sample=True)
    for day, unit, kind, topic in sorted(_held(units, draw), key=lambda one: (one[0], one[1].slug)):
        moment = datetime.combine(day, time(16), tzinfo=ZONE)
        if moment < last:
            with clock.at(moment):
                _log(unit, _about(words, draw, kind, topic, day))
    ward = next(unit for unit in units if unit.slug == "mttq-a-an-phu")
    with clock.at(last):
        for days, kind, topic in ((4, KINDS.CONFERENCE, "index"), (11, KINDS.TALK, "survey")):
            day = last.date() + timedelta(days=days)
            if ward.valid_to is None or day <= ward.valid_to:
                _log(ward, _about(words, draw, kind, topic, day))


def _units() -> list[Unit]:
    """The district's Front, the Fronts of its wards, and the member organisations of three wards."""
    rows = Unit.objects.select_related("parent__parent__parent", "area").filter(valid_from__lte=date(2018, 1, 1))
    fronts = rows.filter(kind=UnitKind.FRONT_COMMITTEE, parent__slug=settings.FRONT).order_by("slug")
    members = rows.filter(kind=UnitKind.MEMBER_ORGANISATION, parent__in=fronts[:3]).order_by("slug")
    return [rows.get(slug=settings.FRONT), *fronts, *members]


def _lines(unit: Unit) -> Sequence[tuple[int, ActivityKind, str]]:
    if unit.kind == UnitKind.MEMBER_ORGANISATION:
        return MEMBER_PLAN
    return DISTRICT_PLAN if unit.level == Level.DISTRICT else WARD_PLAN


def _plan(units: Sequence[Unit], year: int) -> Iterator[Planned]:
    for unit in units:
        for quarter, kind, topic in _lines(unit):
            who = "Phó Chủ tịch (mẫu)" if unit.kind == UnitKind.FRONT_COMMITTEE else ""
            yield Planned(unit=unit, year=year, quarter=quarter, kind=kind, topic=topic, count=1, responsible=who)


def _held(units: Sequence[Unit], draw: Random) -> Iterator[tuple[date, Unit, ActivityKind, str]]:
    """Most of the plan, now and then a few weeks late, and a little beyond it."""
    lines = PlanLine.objects.filter(is_sample=True).order_by("year", "quarter", "unit__slug")
    known = {unit.pk: unit for unit in units}
    for line in lines:
        if draw.random() < 0.9:
            day = date(line.year, line.quarter * 3 - 2, 1) + timedelta(days=draw.randint(5, 95))
            yield min(day, date(line.year, 12, 20)), known[line.unit_id], KINDS(line.kind), line.topic
    for year in YEARS:
        for _n in range(6):
            kind, topic = draw.choice(BEYOND)
            yield date(year, 2, 1) + timedelta(days=draw.randint(0, 300)), draw.choice(units), kind, topic


def _about(words: dict[str, Any], draw: Random, kind: ActivityKind, topic: str, day: date) -> About:
    costs = kind in (KINDS.CONFERENCE, KINDS.LEAFLET, KINDS.BULLETIN)
    return About(
        kind=kind,
        topic=topic,
        on=day,
        place=draw.choice(words["places"][kind]),
        reached=draw.randint(*AUDIENCES[kind]),
        reach=Reach.COUNTED if kind in COUNTED else Reach.ESTIMATED,
        title=f"{draw.choice(words['titles'][topic])} (mẫu)",
        materials=draw.choice(words["materials"]) if draw.random() < 0.5 else "",
        cost=draw.randint(8, 60) * 100_000 if costs else None,
        partners=draw.choice(words["partners"]) if draw.random() < 0.4 else "",
    )


def _log(unit: Unit, about: About) -> None:
    """As an officer of the unit would; most wards have no sign-in in the sample."""
    role = Role.MEMBER if unit.kind == UnitKind.MEMBER_ORGANISATION else Role.WARD_OFFICER
    log_activities(unit=unit, abouts=[about], actor=Actor("sample", held=(Held(role, unit.pk),)), is_sample=True)
