"""Thirty cases whose dates and figures were counted by hand: what the services make of them must come out the same."""

import csv
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker
from tests.cases.made import actor, found, unit, word

from vidan.cases.kinds import Kind, TransferRole
from vidan.cases.models import CaseFile
from vidan.cases.services.answer import AnswerPaper, answer, record_answer
from vidan.cases.services.classify import classify
from vidan.cases.services.inform import inform
from vidan.cases.services.prepare import check, prepare
from vidan.cases.services.receive import receive
from vidan.cases.services.transfer import submit, transfer
from vidan.cases.services.urge import sign_urging, urge
from vidan.cases.services.withdraw import withdraw
from vidan.foundation.calendar import clock
from vidan.foundation.figures.figure import Scope, grouped, read_figures
from vidan.foundation.figures.sum_up import sum_up

pytestmark = pytest.mark.django_db

Row = dict[str, str]
SHEET = Path(__file__).with_name("hand_counted.csv")
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
START = date(2018, 1, 1)

HALF_YEAR = {
    "cases.received": (30, None),
    "cases.commended": (2, None),
    "cases.transferred": (28, None),
    "cases.answered": (24, None),
    "cases.answer_due": (26, None),
    "cases.answered_on_time": (17, 26),
    "cases.urged": (7, None),
    "cases.informed_on_time": (20, 23),
    "cases.withdrawn": (2, None),
}
"""Counted by hand as of 30/6/2018."""

FIRST_QUARTER = {
    "cases.received": (20, None),
    "cases.commended": (2, None),
    "cases.transferred": (19, None),
    "cases.answered": (13, None),
    "cases.answer_due": (14, None),
    "cases.answered_on_time": (10, 14),
    "cases.urged": (3, None),
    "cases.informed_on_time": (11, 12),
    "cases.withdrawn": (2, None),
}
"""Counted by hand as of 31/3/2018, from the same cases: what came later does not count."""


def rows() -> list[Row]:
    """The sheet without its remarks."""
    lines = [line for line in SHEET.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines))


def day(told: str) -> date:
    """`02/01` of 2018."""
    number, month = told.split("/")
    return date(2018, int(month), int(number))


@pytest.fixture(scope="module")
def walked(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, int]]:
    """The thirty cases, each carried once on the days of its row: their keys by the number in the sheet."""
    files = tmp_path_factory.mktemp("files")
    with django_db_blocker.unblock(), override_settings(FILES_FOLDER=files), transaction.atomic():
        yield {row["no"]: carry(row).pk for row in rows()}
        transaction.set_rollback(True)


@pytest.fixture
def carried(walked: dict[str, int]) -> Iterator[dict[str, CaseFile]]:
    """The thirty cases as they stand on 30 June."""
    with clock.at(at(date(2018, 6, 30))):
        yield {no: CaseFile.objects.get(pk=pk) for no, pk in walked.items()}


def at(on: date) -> datetime:
    """Nine in the morning of a day."""
    return datetime.combine(on, time(9), tzinfo=ZONE)


def carry(row: Row) -> CaseFile:
    """One case from its receipt as far as its row goes."""
    about = f"mot-cua-a-{row['place']}"
    with clock.at(at(day(row["received"]))):
        case = receive(word=word(kind=Kind(row["kind"]), about=about, happened_on=None))
    if row["sent"]:
        with clock.at(at(day(row["sent"]))):
            send(case, about, Kind(row["kind"]))
    for urged in row["urged"].split():
        with clock.at(at(day(urged))):
            urge(code=case.code, actor=actor("can-bo-quan"))
            sign_urging(code=case.code, actor=actor("lanh-dao"))
    if row["withdrawn"]:
        with clock.at(at(day(row["withdrawn"]))):
            withdraw(code=case.code)
    if row["answered"]:
        settle(case, row)
    if row["informed"]:
        with clock.at(at(day(row["informed"]))):
            inform(code=case.code, text="Nơi giải quyết đã trả lời.", actor=actor("can-bo-quan"))
    return case


def send(case: CaseFile, about: str, kind: Kind) -> None:
    """Classify, prepare, check, submit and transfer on one day; the body that monitors answers at once."""
    code = case.code
    told = found(about)
    classify(code=code, found=told.__class__(**(vars(told) | {"kind": kind})), actor=actor("can-bo-quan"))
    prepare(code=code, text="Người trực quầy nói trống không.", actor=actor("can-bo-quan"))
    check(code=code, actor=actor("can-bo-quan-2"))
    submit(code=code, actor=actor("can-bo-quan-2"))
    transfer(code=code, actor=actor("lanh-dao"))
    answer(code=code, role=TransferRole.MONITOR, text="Đã ghi nhận.", actor=actor("theo-doi"))


def settle(case: CaseFile, row: Row) -> None:
    """The answer of the body that settles: signed in on its day, or on paper that the Front enters later."""
    came = day(row["answered"])
    if row["how"] == "signed":
        with clock.at(at(came)):
            answer(code=case.code, role=TransferRole.SETTLE, text="Đã nhắc nhở.", actor=actor("chu-tich-ubnd"))
        return
    paper = AnswerPaper(number=f"{row['no']}/UBND", dated=came, received_on=came)
    with clock.at(at(day(row["entered"]))):
        record_answer(
            code=case.code, role=TransferRole.SETTLE, text="Đã nhắc nhở.", paper=paper, actor=actor("can-bo-quan")
        )


def read(until: date) -> dict[str, tuple[int, int | None]]:
    """Every figure that was counted by hand, as of a day."""
    values = read_figures(HALF_YEAR, Scope(START, until))
    return {name: (value.count, value.total) for name, value in values.items()}


def test_every_promise_and_every_answer_falls_due_on_the_day_that_was_counted(carried: dict[str, CaseFile]) -> None:
    for row in rows():
        case = carried[row["no"]]
        assert (row["no"], case.promised_on) == (row["no"], day(row["promise"]))
        sent = case.transfers.filter(role=TransferRole.SETTLE).select_related("clock").first()
        due = sent.clock.due_on if sent and sent.clock else None
        assert (row["no"], due) == (row["no"], day(row["due"]) if row["due"] else None)


def test_the_figures_come_out_as_counted_by_hand_on_each_day_and_again_from_the_sums_of_the_months(
    carried: dict[str, CaseFile],
) -> None:
    scope = Scope(START, date(2018, 6, 30))
    places = {unit(f"mot-cua-a-{slug}").pk: n for slug, n in (("an-phu", 15), ("thao-dien", 9), ("binh-an", 6))}
    for _before_and_after in range(2):
        assert read(date(2018, 6, 30)) == HALF_YEAR
        assert read(date(2018, 3, 31)) == FIRST_QUARTER
        assert grouped(["cases.received"], scope, "unit_id") == {"cases.received": places}
        months = grouped(["cases.received"], scope, "month")["cases.received"]
        assert [months[month] for month in sorted(months)] == [8, 7, 5, 4, 3, 3]
        sum_up()


def test_the_sheet_agrees_with_itself() -> None:
    late = {row["no"] for row in rows() if row["due"] and row["answered"] and day(row["answered"]) > day(row["due"])}
    assert late == {row["no"] for row in rows() if row["answer_late"]}
    slow = {row["no"] for row in rows() if row["informed"] and day(row["informed"]) > day(row["promise"])}
    assert slow == {row["no"] for row in rows() if row["informed_late"]}
