from collections.abc import Callable

import pytest
from tests.cases.made import actor, made, official_of

from vidan.cases.kinds import PersonState, State
from vidan.cases.models import CaseFile
from vidan.cases.services.hand_down import hand_down
from vidan.cases.services.hand_up import hand_up
from vidan.cases.services.merge import merge
from vidan.cases.services.reopen import reopen
from vidan.foundation.intake.tellers import TellerMode


@pytest.fixture
def objects(db: None) -> dict[str, CaseFile]:
    """One case of each kind that the oracle names."""
    return {
        "new": made(),
        "sent": made(State.TRANSFERRED),
        "guarded": made(State.TRANSFERRED, person=PersonState.UNRESOLVED),
        "elsewhere": made(State.TRANSFERRED, about="mot-cua-a-binh-an"),
        "confidential": made(State.TRANSFERRED, mode=TellerMode.CONFIDENTIAL),
        "about_monitor": made(State.TRANSFERRED, about="phong-noi-vu-a-quan-2"),
        "of_the_ward": made(front="mttq-a-an-phu"),
        "about_an_officer": made(State.TRANSFERRED, about="ubnd-a-an-phu", official=official_of("can-bo-ubnd")),
        "about_a_leader": made(State.TRANSFERRED, about="ubnd-a-an-phu", official=official_of("chu-tich-ubnd")),
        "proposed": made(State.PROPOSED, about="ubnd-a-an-phu", official=official_of("can-bo-ubnd")),
        "reopened": reopen(code=made(State.CLOSED).code, reason="Báo nhầm hồ sơ.", actor=actor("lanh-dao")),
        "about_the_front": made(about="mttq-a-quan-2"),
        "handed_up": handed(hand_up, "can-bo-phuong", made(front="mttq-a-an-phu")),
        "handed_down": handed(hand_down, "can-bo-quan", made(), to="mttq-a-an-phu"),
        "merged": merge(code=made().code, into=made().code, actor=actor("can-bo-quan")),
    }


def handed(hand: Callable[..., CaseFile], local: str, case: CaseFile, **told: str) -> CaseFile:
    """A case that one Front has offered to another."""
    return hand(code=case.code, reason="Thử.", actor=actor(local), **told)
