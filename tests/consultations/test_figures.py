"""The figures of drafts, counted again from the drafts themselves."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from tests.cases.made import actor
from tests.consultations.made import BODY, FRONT, OFFICER, unit
from tests.consultations.points_made import CODE, answered, on_paper, sent

from vidan.consultations.answers import Told
from vidan.consultations.figures import FIGURES
from vidan.consultations.kinds import DraftKind, Verdict
from vidan.consultations.models import Disposition, Draft, Point
from vidan.consultations.services.answer import record_answers, take_answer
from vidan.consultations.services.register import About, change, register
from vidan.foundation.calendar import clock
from vidan.foundation.figures.figure import Scope, read_figures

pytestmark = pytest.mark.django_db
YEAR = Scope(date(2018, 1, 1), date(2018, 12, 31))
LATE = datetime(2018, 4, 20, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


def _read() -> dict[str, int]:
    values = read_figures([figure.name for figure in FIGURES], YEAR)
    return {name.removeprefix("consultations."): value.count for name, value in values.items()}


def test_the_facts_say_what_the_rows_say() -> None:
    answered()
    sent("DT-2018-0002")
    record_answers(code=CODE, answers=[Told(number=3, verdict=Verdict.ACCEPTED)], actor=actor(OFFICER))
    told = _read()
    counted = {one: Disposition.objects.filter(verdict=one).count() for one in Verdict}
    assert {one: told[one.value] for one in Verdict} == counted
    assert told["points"] == Point.objects.count()
    assert told["unanswered"] == Point.objects.filter(disposition__isnull=True).count()
    assert told["criticised"] == Draft.objects.filter(sent_on__isnull=False).count()


def test_an_answer_of_the_next_year_counts_for_the_points_of_this_one() -> None:
    sent()
    with clock.at(datetime(2019, 1, 8, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))):
        on_paper()
        record_answers(code=CODE, answers=[Told(number=1, verdict=Verdict.ACCEPTED)], actor=actor(OFFICER))
    assert (_read()["accepted"], _read()["unanswered"]) == (1, 2)


@pytest.mark.parametrize(("late", "counted"), [(False, 0), (True, 1)])
def test_a_late_answer_is_counted_when_it_is_taken(late: bool, counted: int) -> None:
    if late:
        sent()
        with clock.at(LATE):
            on_paper()
            answers = [Told(number=n, verdict=Verdict.ACCEPTED) for n in (1, 2, 3)]
            record_answers(code=CODE, answers=answers, actor=actor(OFFICER))
            take_answer(code=CODE, actor=actor(OFFICER))
    else:
        answered()
        take_answer(code=CODE, actor=actor(OFFICER))
    assert _read()["answered_late"] == counted


def test_a_draft_whose_days_are_put_right_is_counted_once() -> None:
    today = clock.today()
    about = About(
        title="Quy định thử",
        kind=DraftKind.DECISION,
        body=unit(BODY),
        received_on=today,
        submits_on=today + timedelta(days=1),
    )
    draft = register(front=unit(FRONT), about=about, actor=actor(OFFICER))
    assert (_read()["received"], _read()["received_late"]) == (1, 1)
    about = replace(about, submits_on=today + timedelta(days=15))
    change(code=draft.code, about=about, actor=actor(OFFICER))
    assert (_read()["received"], _read()["received_late"]) == (1, 0)


def test_the_published_figures_tell_few_drafts_as_they_are() -> None:
    sent()
    page = Client().get("/so-lieu/").content.decode()
    assert "Dự thảo đã phản biện" in page
