"""Ten cases that are verified, decided, refused, guided, merged or reopened, counted by hand: days and figures must come out."""

import csv
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest
from tests.cases import verified
from tests.cases.made import actor, found, word
from tests.cases.test_hand_counted import at, day
from tests.cases.verified import MEETING

from vidan.cases.kinds import TransferRole
from vidan.cases.models import CaseFile
from vidan.cases.outcomes import Finding, Verdict
from vidan.cases.services.answer import answer
from vidan.cases.services.classify import classify
from vidan.cases.services.close import close
from vidan.cases.services.decide import Ruling, decide
from vidan.cases.services.guide import guide, sign_guidance
from vidan.cases.services.inform import inform
from vidan.cases.services.merge import merge
from vidan.cases.services.prepare import check, prepare
from vidan.cases.services.receive import receive
from vidan.cases.services.refuse import refuse
from vidan.cases.services.reopen import reopen
from vidan.cases.services.transfer import submit, transfer
from vidan.cases.services.verify import plan_verification, record_verification, sign_verification
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.models import Clock
from vidan.foundation.figures.figure import Scope, read_figures
from vidan.foundation.figures.sum_up import sum_up

pytestmark = pytest.mark.django_db

SHEET = Path(__file__).with_name("hand_counted_ways.csv")
OFFICER, SECOND, HEAD = "can-bo-quan", "can-bo-quan-2", "lanh-dao"

HALF_YEAR = {
    "cases.received": (10, None),
    "cases.transferred": (8, None),
    "cases.answered": (8, None),
    "cases.answer_due": (8, None),
    "cases.answered_on_time": (6, 8),
    "cases.informed_on_time": (5, 9),
    "cases.verified": (5, None),
    "cases.verified_founded": (2, 5),
    "cases.verified_partly": (1, 5),
    "cases.verified_unfounded": (1, 5),
    "cases.verified_unclear": (1, 5),
    "cases.proposed": (3, None),
    "cases.decided": (3, None),
    "cases.decided_accepted": (1, 3),
    "cases.decided_partly": (1, 3),
    "cases.decided_refused": (1, 3),
    "cases.refused": (1, None),
    "cases.guided": (1, None),
    "cases.merged": (1, None),
    "cases.reopened": (1, None),
}
"""Counted by hand as of 30/6/2018."""

FIRST_QUARTER = {
    "cases.received": (5, None),
    "cases.transferred": (5, None),
    "cases.answered": (3, None),
    "cases.answer_due": (3, None),
    "cases.answered_on_time": (3, 3),
    "cases.informed_on_time": (2, 2),
    "cases.verified": (2, None),
    "cases.verified_founded": (0, 2),
    "cases.verified_partly": (1, 2),
    "cases.verified_unfounded": (0, 2),
    "cases.verified_unclear": (1, 2),
    "cases.proposed": (1, None),
    "cases.decided": (1, None),
    "cases.decided_accepted": (0, 1),
    "cases.decided_partly": (1, 1),
    "cases.decided_refused": (0, 1),
    "cases.refused": (0, None),
    "cases.guided": (0, None),
    "cases.merged": (0, None),
    "cases.reopened": (0, None),
}
"""Counted by hand as of 31/3/2018, from the same cases: what came later does not count."""


def _transfer(code: str, _detail: str) -> None:
    if not CaseFile.objects.filter(code=code, round__gt=1).exists():
        classify(code=code, found=found(), actor=actor(OFFICER))
    prepare(code=code, text="Người trực quầy nói trống không.", actor=actor(OFFICER))
    check(code=code, actor=actor(SECOND))
    submit(code=code, actor=actor(SECOND))
    transfer(code=code, actor=actor(HEAD))


def _answer(code: str) -> None:
    answer(code=code, role=TransferRole.SETTLE, text="Đã nhắc nhở.", actor=actor("chu-tich-ubnd"))


def _plan(code: str, _detail: str) -> None:
    plan_verification(code=code, meeting=MEETING, actor=actor(OFFICER))
    sign_verification(code=code, actor=actor(HEAD))


def _minutes(code: str, detail: str) -> None:
    told = verified.found(Finding(detail), held_on=clock.today())
    record_verification(code=code, found=told, actor=actor(OFFICER))


def _decide(code: str, detail: str) -> None:
    accepted = ("apologise",) if detail == Verdict.PARTLY else ()
    why = "" if detail == Verdict.ACCEPTED else "Chưa đủ căn cứ."
    decide(code=code, ruling=Ruling(Verdict(detail), accepted, why), actor=actor("chu-tich-ubnd"))


def _guide(code: str, _detail: str) -> None:
    guide(code=code, body="Thanh tra Thành phố", way="Ông/bà nộp đơn.", actor=actor(OFFICER))
    sign_guidance(code=code, actor=actor(HEAD))


STEPS: Mapping[str, Callable[[str, str], object]] = MappingProxyType(
    {
        "transfer": _transfer,
        "answer": lambda code, _: _answer(code),
        "plan": _plan,
        "minutes": _minutes,
        "propose": lambda code, _: verified.proposed(code),
        "decide": _decide,
        "inform": lambda code, _: inform(code=code, text="Đã có kết quả.", actor=actor(OFFICER)),
        "close": lambda code, _: close(code=code, actor=actor(OFFICER)),
        "refuse": lambda code, _: refuse(code=code, ground="no_content", actor=actor(OFFICER)),
        "guide": _guide,
        "merge": lambda code, detail: merge(code=code, into=detail, actor=actor(OFFICER)),
        "reopen": lambda code, _: reopen(code=code, reason="Quầy vẫn nói như cũ.", actor=actor(HEAD)),
    }
)
STARTS = MappingProxyType(
    {
        "receive": "promise",
        "transfer": "answer-settle",
        "plan": "verify",
        "minutes": "follow",
        "propose": "decision",
        "decide": "follow",
        "reopen": "promise",
    }
)
"""Which clock a step starts."""


@pytest.fixture
def due() -> list[tuple[str, str, date | None, date | None]]:
    """The ten cases carried line by line; of each line what was counted, and what the services made due."""
    lines = [line for line in SHEET.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    codes: dict[str, str] = {}
    told = []
    for row in csv.DictReader(lines):
        with clock.at(at(day(row["day"]))):
            if row["step"] == "receive":
                codes[row["no"]] = receive(word=word(happened_on=None)).code
            else:
                STEPS[row["step"]](codes[row["no"]], codes.get(row["detail"], row["detail"]))
        started = (
            Clock.objects.filter(subject=codes[row["no"]], role=STARTS.get(row["step"], "")).order_by("-pk").first()
        )
        counted = day(row["due"]) if row["due"] else None
        told.append((row["no"], row["step"], counted, started.due_on if started else None))
    return told


def read(until: date) -> dict[str, tuple[int, int | None]]:
    """Every figure that was counted by hand, as of a day."""
    values = read_figures(HALF_YEAR, Scope(date(2018, 1, 1), until))
    return {name: (value.count, value.total) for name, value in values.items()}


def test_every_step_makes_due_the_day_that_was_counted_and_the_figures_come_out_before_and_after_the_months_are_summed(
    due: list[tuple[str, str, date | None, date | None]],
) -> None:
    assert [line[:3] for line in due] == [(*line[:2], line[3]) for line in due]
    with clock.at(at(date(2018, 6, 30))):
        for _before_and_after in range(2):
            assert read(date(2018, 6, 30)) == HALF_YEAR
            assert read(date(2018, 3, 31)) == FIRST_QUARTER
            sum_up()
