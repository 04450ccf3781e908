"""Scorecards for tests, carried by the services to where a test needs them."""

from collections.abc import Callable
from datetime import date

from tests.cases.made import actor

from vidan.foundation.calendar import clock
from vidan.foundation.units.models import Unit
from vidan.scorecards.counted import Side
from vidan.scorecards.kinds import Stage, State
from vidan.scorecards.models import Entry, RubricVersion, Scorecard
from vidan.scorecards.rubrics import supplied_as
from vidan.scorecards.services.consult import consult, remark
from vidan.scorecards.services.decide import decide, publish, send, submit
from vidan.scorecards.services.enter import enter
from vidan.scorecards.services.open import open_front_card
from vidan.scorecards.services.publish_rubric import publish_rubric
from vidan.scorecards.services.write_rubric import take_over

FRONT, COMMITTEE, APPRAISER = "mttq-a-quan-2", "ubnd-a-quan-2", "phong-noi-vu-a-quan-2"
CUT_OFF = date(2018, 3, 31)

OUT = Side({}, applies=False, note="Năm nay không có việc này.")
SCORES = {
    "I.1": OUT,
    "I.2": Side({"level": "a"}),
    "II.1": Side({"part": "9", "whole": "10"}),
    "II.2": OUT,
    "II.3": OUT,
    "III.1": Side({"count": "0"}),
    "III.2": OUT,
    "III.3": Side({"level": "b"}),
    "IV.1": OUT,
    "IV.2": Side({"part": "3", "whole": "4"}, note="Đếm trong công văn trả lời."),
}
"""A whole sheet: 10 of 10, 10.8 of 12, 8 of 8, 4 of 7, 11.25 of 15 points."""


def unit(slug: str) -> Unit:
    """A unit by its slug."""
    return Unit.objects.select_related("area").get(slug=slug)


def four_criteria(front: str = FRONT, *, published: bool = True) -> RubricVersion:
    """The supplied four criteria as a Front's own version, made once a test by officer and head."""
    given = supplied_as("bon-tieu-chi")
    known = RubricVersion.objects.filter(front__slug=front, slug=given.slug).first()
    if known is not None:
        return known
    version = take_over(front=unit(front), supplied=given, actor=actor("can-bo-quan"))
    return publish_rubric(pk=version.pk, version=version.version, actor=actor("lanh-dao")) if published else version


def opened(year: int = 2018) -> Scorecard:
    """The district Front's sheet of its People's Committee for a year, with nothing entered."""
    return open_front_card(
        rubric=four_criteria(),
        unit=unit(COMMITTEE),
        year=year,
        cut_off=CUT_OFF.replace(year=year),
        actor=actor("can-bo-quan"),
    )


def entered(
    card: Scorecard, item: str, side: Side, *, local: str = "can-bo-quan", stage: Stage = Stage.SCORED
) -> Entry:
    """One item entered by one side, over what stands there."""
    old = Entry.objects.filter(card=card, item=item, stage=stage).first()
    version = old.version if old else 0
    return enter(code=card.code, item=item, stage=stage, side=side, actor=actor(local), version=version)


def carded(state: State = State.DRAFTING, *, year: int = 2018) -> Scorecard:
    """A sheet with every item scored, carried to a state by officer, committee and head."""
    card = opened(year)
    for item, side in SCORES.items():
        entered(card, item, side)
    ways: tuple[tuple[State, Callable[[], object]], ...] = (
        (State.CONSULTING, lambda: consult(code=card.code, until=clock.today(), actor=actor("can-bo-quan"))),
        (State.SUBMITTED, lambda: heard_and_submitted(card.code)),
        (State.DECIDED, lambda: decide(code=card.code, actor=actor("lanh-dao"))),
        (State.SENT, lambda: send(code=card.code, actor=actor("lanh-dao"))),
        (State.PUBLISHED, lambda: publish(code=card.code, actor=actor("lanh-dao"))),
    )
    order = list(State)
    for reached, step in ways:
        if order.index(reached) <= order.index(state):
            step()
    return Scorecard.objects.select_related("rubric", "front", "unit", "paper").get(code=card.code)


def heard_and_submitted(code: str) -> Scorecard:
    """The committee remarks, the officer submits."""
    remark(code=code, item="", text="Đồng ý với cách chấm.", actor=actor("can-bo-ubnd-quan"))
    return submit(code=code, comment="Việc trả lời có tiến bộ.", appraiser=unit(APPRAISER), actor=actor("can-bo-quan"))
