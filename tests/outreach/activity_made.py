"""Activities for tests, logged by the services."""

from datetime import date
from typing import Any

from tests.cases.made import actor, unit

from vidan.outreach.activity_kinds import ActivityKind
from vidan.outreach.models import Activity
from vidan.outreach.services.log_activity import About, log_activities
from vidan.outreach.services.plan_activities import Planned, set_line

WARD, UNION, OFFICER, HEAD = "can-bo-phuong", "phu-nu", "can-bo-quan", "lanh-dao"
UNITS = {WARD: "mttq-a-an-phu", UNION: "phu-nu-a-an-phu", OFFICER: "mttq-a-quan-2", HEAD: "mttq-a-quan-2"}


def about(**changed: Any) -> About:
    """A conference of yesterday, unless changed."""
    told: dict[str, Any] = {
        "kind": ActivityKind.CONFERENCE,
        "topic": "procedures",
        "on": date(2018, 3, 12),
        "place": "Nhà văn hóa phường",
        "reached": 80,
    }
    return About(**(told | changed))


def logged(local: str = WARD, **changed: Any) -> Activity:
    """One of the cast logs for her unit."""
    (made,) = log_activities(unit=unit(UNITS[local]), abouts=[about(**changed)], actor=actor(local))
    return made


def planned(local: str = WARD, **changed: Any) -> None:
    """The head writes a line of the plan for the unit of one of the cast."""
    told: dict[str, Any] = {
        "year": 2018,
        "quarter": 1,
        "kind": ActivityKind.CONFERENCE,
        "topic": "procedures",
        "count": 1,
    }
    set_line(planned=Planned(**({"unit": unit(UNITS[local])} | told | changed)), actor=actor(HEAD))
