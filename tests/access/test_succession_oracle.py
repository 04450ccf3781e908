"""Who may know of a case whose body has ended: the rows of the oracle, before the end and from the day after it."""

from datetime import date, datetime

import pytest
from tests.access.oracle import SUCCESSION
from tests.cases.made import actor, made, unit

from vidan.cases.kinds import PersonState, State, TransferRole
from vidan.cases.models import CaseFile
from vidan.foundation.accounts.actors import ANYBODY, Actor, actor_of
from vidan.foundation.accounts.models import Assignment, User
from vidan.foundation.accounts.roles import Role
from vidan.foundation.calendar import clock

pytestmark = pytest.mark.django_db

ZONE = clock.now().tzinfo
DAYS = {"before": datetime(2020, 12, 31, 9, tzinfo=ZONE), "after": datetime(2021, 1, 1, 9, tzinfo=ZONE)}
NEW = {
    "new_head": (Role.COMMITTEE_HEAD, "ubnd-b-an-phu"),
    "new_officer": (Role.COMMITTEE_OFFICER, "ubnd-b-an-phu"),
    "new_monitor": (Role.MONITOR, "phong-noi-vu-b-thanh-pho-thu-duc"),
    "new_member": (Role.MEMBER, "phu-nu-b-an-phu"),
    "another_head": (Role.COMMITTEE_HEAD, "ubnd-b-thao-dien"),
    "first_heir": (Role.COMMITTEE_HEAD, "ubnd-c-binh-trung"),
    "second_heir": (Role.COMMITTEE_HEAD, "ubnd-c-an-khanh"),
}


@pytest.fixture
def cases() -> dict[str, CaseFile]:
    """One case of each kind that the rows name; those that are divided lie with a body that ends in 2025."""
    with clock.at(DAYS["before"]):
        told = {name: made(State.TRANSFERRED) for name in ("sent", "divided", "named")}
        told["guarded"] = made(State.TRANSFERRED, person=PersonState.UNRESOLVED)
    for name in ("divided", "named"):
        told[name].transfers.filter(role=TransferRole.MONITOR).update(sent_on=None)
        told[name].transfers.filter(role=TransferRole.SETTLE).update(recipient=unit("ubnd-b-an-phu"))
    told["named"].transfers.filter(role=TransferRole.SETTLE).update(passed_to=unit("ubnd-c-an-khanh"))
    return told


def person(name: str) -> Actor:
    if name == "nobody":
        return ANYBODY
    if name not in NEW:
        return actor(name)
    role, slug = NEW[name]
    user, made_now = User.objects.get_or_create(email=f"{name}@vidan.example", name=name)
    if made_now:
        Assignment.objects.create(user=user, role=role, unit=unit(slug), valid_from=date(2018, 1, 1))
    return actor_of(user)


def test_every_row_of_the_succession_holds(cases: dict[str, CaseFile]) -> None:
    wrong = []
    for who, what, when, verdict in (line.split() for line in SUCCESSION.strip().splitlines()):
        day = DAYS[when] if what in ("sent", "guarded") else datetime(2025, 7, 1, 9, tzinfo=ZONE)
        with clock.at(day):
            seen = CaseFile.objects.visible_to(person(who)).filter(pk=cases[what].pk).exists()
        if seen != (verdict == "yes"):
            wrong.append((who, what, when))
    assert wrong == []
