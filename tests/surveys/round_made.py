"""Rounds for tests, taken through the services by the people who do it."""

from datetime import date
from decimal import Decimal
from typing import Any

from tests.cases.made import actor
from tests.surveys.made import FRONT, questionnaire, unit

from vidan.foundation.units.models import CounterPoint
from vidan.surveys.kinds import Way
from vidan.surveys.models import SurveyRound
from vidan.surveys.services.open_round import open_round
from vidan.surveys.services.prepare_round import Plan, prepare_round
from vidan.surveys.services.set_frame import Numbers, Row, replace_frame

OFFICER, HEAD = "can-bo-quan", "lanh-dao"


def plan(**told: Any) -> Plan:
    """A plan of a round in March 2018, by QR and by invitation."""
    usual: dict[str, Any] = {
        "questionnaire": questionnaire(),
        "title": "Ông/bà được phục vụ thế nào?",
        "first_day": date(2018, 3, 1),
        "last_day": date(2018, 3, 31),
        "error": Decimal(5),
        "ways": (Way.COUNTER, Way.INVITATION),
    }
    return Plan(**usual | told)


def drafted(**told: Any) -> SurveyRound:
    """A draft without a frame."""
    return prepare_round(front=unit(FRONT), plan=plan(**told), actor=actor(OFFICER))


def row(counter: str, procedure: str = "", **numbers: int | None) -> Row:
    """A row of a frame."""
    return Row(CounterPoint.objects.get(code=counter), procedure, Numbers(**numbers))


def framed(*rows: Row, **told: Any) -> SurveyRound:
    """A draft with a frame: a thousand people at An Phú's counter unless told otherwise."""
    round_ = drafted(**told)
    rows = rows or (row("an-phu", population=1000, target=286),)
    replace_frame(code=round_.code, version=round_.version, rows=rows, actor=actor(OFFICER))
    return fresh(round_)


def opened(*rows: Row, **told: Any) -> SurveyRound:
    """A round that takes replies."""
    round_ = framed(*rows, **told)
    open_round(code=round_.code, version=round_.version, actor=actor(HEAD))
    return fresh(round_)


def fresh(round_: SurveyRound) -> SurveyRound:
    """The round as it stands now."""
    return SurveyRound.objects.get(pk=round_.pk)
