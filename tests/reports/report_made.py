"""Reports for tests, carried by the services to where a test needs them, and facts to count."""

from collections.abc import Callable
from datetime import date

from tests.cases.made import FRONT, actor, unit

from vidan.domain.reporting.periods import Kind, Period
from vidan.foundation.figures.tally import add_fact
from vidan.reports.kinds import State
from vidan.reports.models import Report, SectionText
from vidan.reports.services.decide import approve, ask, send, submit
from vidan.reports.services.open import open_report
from vidan.reports.services.write import write

OFFICER, COLLEAGUE, HEAD, CITY = "can-bo-quan", "can-bo-quan-2", "lanh-dao", "mat-tran-tp"
Q1 = Period(Kind.QUARTER, 2018, 1)
"""It is Tuesday, 13 March 2018, in tests."""
TODAY = date(2018, 3, 13)


def counted(
    name: str, *, on: date = date(2018, 2, 1), n: int = 1, about: str = "mot-cua-a-an-phu", mark: str = ""
) -> None:
    """A fact of the district's Front."""
    add_fact(name, on=on, front_id=unit(FRONT).pk, unit_id=unit(about).pk, mark=mark, amount=n)


def reported(
    state: State = State.DRAFTING,
    *,
    period: Period = Q1,
    cut_off: date = TODAY,
    local: str = OFFICER,
    front: str = FRONT,
    below: bool = False,
) -> Report:
    """A report carried to a state."""
    report = open_report(front=unit(front), period=period, cut_off=cut_off, below=below, actor=actor(local))
    order = list(State)
    steps: tuple[tuple[State, Callable[[], object]], ...] = (
        (State.COMMENTING, lambda: ask(code=report.code, actor=actor(local))),
        (State.SUBMITTED, lambda: submit(code=report.code, actor=actor(local))),
        (State.APPROVED, lambda: approve(code=report.code, actor=actor(HEAD))),
        (State.SENT, lambda: send(code=report.code, actor=actor(HEAD))),
    )
    for reached, step in steps:
        if order.index(reached) <= order.index(state):
            step()
    return Report.objects.select_related("front", "paper", "receiver").get(pk=report.pk)


def wrote(report: Report, section: str, text: str, local: str = OFFICER) -> SectionText:
    """A section with a new text."""
    version = SectionText.objects.get(report=report, section=section).version
    return write(code=report.code, section=section, text=text, version=version, actor=actor(local))
