"""An answered case carried on: verified, proposed, decided, by the cast."""

from collections.abc import Sequence
from datetime import date, time
from typing import Any

from vidan.cases.kinds import State
from vidan.cases.letters_of_verification import Found, Meeting
from vidan.cases.outcomes import Finding, NoExplanation, Verdict
from vidan.cases.services.decide import Ruling, decide
from vidan.cases.services.propose import propose, sign_proposal
from vidan.cases.services.verify import plan_verification, record_verification, sign_verification
from vidan.foundation.accounts.actors import Actor, actor_of
from vidan.foundation.accounts.models import User
from vidan.site.sample.people import address

MEETING = Meeting(
    day=date(2018, 3, 20),
    hour=time(8, 30),
    place="phòng họp phường",
    bodies=(),
    others="",
    questions="Người trực quầy đã nói gì?",
)


def who(local: str) -> Actor:
    """One of the cast."""
    return actor_of(User.objects.get(email=address(local)))


def found(finding: Finding = Finding.FOUNDED, **changed: Any) -> Found:
    """What the minutes say; it was held on the day the plan was signed, and the official did not explain himself."""
    told: dict[str, Any] = {
        "held_on": date(2018, 3, 13),
        "present": "Phó Chủ tịch Mặt trận, Chủ tịch phường",
        "told": "Người trực quầy nhận đã nói trống không.",
        "finding": finding,
        "no_explanation": NoExplanation.LEFT,
    }
    return Found(**(told | changed))


def verify_up_to(code: str, state: State, **changed: Any) -> None:
    """Carry an answered case to a later state."""
    plan_verification(code=code, meeting=MEETING, actor=who("can-bo-quan"))
    sign_verification(code=code, actor=who("lanh-dao"))
    if state == State.VERIFYING:
        return
    record_verification(code=code, found=found(**changed), actor=who("can-bo-quan"))
    if state == State.VERIFIED:
        return
    proposed(code)
    if state == State.PROPOSED:
        return
    decide(code=code, ruling=Ruling(Verdict.ACCEPTED), actor=who("chu-tich-ubnd"))


def proposed(code: str, forms: Sequence[str] = ("apologise", "draw_lessons")) -> None:
    """The officer drafts a proposal and the head sends it."""
    propose(code=code, forms=forms, why="Việc đã rõ.", actor=who("can-bo-quan"))
    sign_proposal(code=code, actor=who("lanh-dao"))
