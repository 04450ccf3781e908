"""Reports in every state, with comments, a correction, and a template of the Front's own; one of a ward, two of the City."""

from datetime import date, datetime
from functools import partial
from zoneinfo import ZoneInfo

from django_tasks_db.models import DBTaskResult
from tests.cases.made import FRONT, actor, unit
from tests.reports.report_made import CITY, COLLEAGUE, HEAD, OFFICER, counted, reported, wrote

from vidan.domain.reporting.periods import Kind, Period
from vidan.foundation.calendar import clock
from vidan.reports.kinds import State
from vidan.reports.models import Report
from vidan.reports.outline import supplied
from vidan.reports.services.change_outline import change_outline
from vidan.reports.services.correct import correct
from vidan.reports.services.count import count_numbers
from vidan.reports.services.decide import approve, give_back, send, submit
from vidan.reports.services.write import comment, settle


def furnish_reports(long: str) -> None:
    """Periods of the year that is over and of the one that runs; every step is waiting somewhere."""
    counted("cases.received", n=12_345, on=date(2017, 5, 2))
    with clock.at(datetime(2018, 4, 12, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))):
        draft = reported(State.COMMENTING, period=Period(Kind.YEAR, 2018))
        for section in ("limits", "petitions"):
            wrote(draft, section, f"{long} {{cases.received}} 15 {long}")
        comment(code=draft.code, section="limits", text=long, actor=actor(COLLEAGUE))
        done = comment(code=draft.code, section="petitions", text=long, actor=actor(HEAD))
        settle(code=draft.code, pk=done.pk, actor=actor(OFFICER))
        counted("cases.received", n=3, on=date(2018, 4, 2))  # what was written before is marked now
        reported(period=Period(Kind.QUARTER, 2018, 2), cut_off=date(2018, 4, 12))
        back = reported(State.SUBMITTED, period=Period(Kind.HALF, 2018, 1), cut_off=date(2018, 4, 12))
        give_back(code=back.code, reason=long, actor=actor(HEAD))
        first = reported(State.SENT, period=Period(Kind.QUARTER, 2018, 1), cut_off=date(2018, 3, 31))
        counted("cases.received", n=2, on=date(2018, 3, 2))
        second = correct(code=first.code, reason=long, actor=actor(OFFICER))
        wrote(second, "recommendations", long)
        for step, local in ((submit, OFFICER), (approve, HEAD), (send, HEAD)):
            step(code=second.code, actor=actor(local))
    for year, state in ((2017, State.SUBMITTED), (2016, State.APPROVED), (2015, State.SENT)):
        reported(state, period=Period(Kind.YEAR, year), cut_off=date(year, 12, 31))
    reported(local="can-bo-phuong", front="mttq-a-an-phu")
    _of_city(long)
    change_outline(front=unit(FRONT), kind=Kind.HALF, written=supplied(Kind.HALF), number=0, actor=actor(OFFICER))
    assert Report.objects.count() > len(State)


def _of_city(long: str) -> None:
    """One draft whose numbers are counted, and one that is being counted."""
    of_city = partial(reported, local=CITY, front="mttq-tp-ho-chi-minh", below=True, cut_off=date(2018, 3, 12))
    done = of_city(period=Period(Kind.QUARTER, 2018, 1))
    count_numbers(code=done.code, cut_off=done.cut_off, actor="x")
    wrote(done, "recommendations", f"{long} {{cases.received}} 15 {long}", CITY)
    waits = of_city(period=Period(Kind.HALF, 2018, 1))
    DBTaskResult.objects.filter(args_kwargs__args__0=waits.code).delete()  # no worker is to count it
