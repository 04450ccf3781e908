"""Nhập: a case on the same matter is carried together with another; each receipt goes on opening its own page."""

from django.db.models import Count, OuterRef, Subquery

from vidan.cases.models import CaseFile, CaseLink
from vidan.cases.models.routing import LinkKind
from vidan.cases.moves import CARRIED
from vidan.cases.services.clocks import start_clocks
from vidan.cases.services.link import NotFound, other_case, tie
from vidan.cases.services.step import step
from vidan.cases.services.tally import tally
from vidan.foundation.accounts.actors import TELLER, Actor
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.models import Clock
from vidan.foundation.calendar.services import stop
from vidan.foundation.journal.record import Fact, record
from vidan.foundation.receipts.models import Author
from vidan.foundation.receipts.services import write_letter

TAKES_IN = CARRIED - {"informed"}
"""States in which a case takes others in: its result is still to be told. The Front's own petition takes none."""


def merge(*, code: str, into: str, actor: Actor, version: int | None = None) -> CaseFile:
    """Merge a case into another of the same Front that is still carried; raises link.NotFound.

    The promise to the person stands: its clock goes on until the result of the other case is told.
    """
    with step(code=code, move="merge", actor=actor, version=version) as taking:
        case = taking.case
        main = other_case(case, into, actor)
        if main.state not in TAKES_IN or main.is_own:
            raise NotFound(into)
        tie(case, main, LinkKind.MERGED, actor)
        tally("cases.merged", case, on=clock.today())
        taking.told["into"] = main.code
    return case


def release(main: CaseFile) -> None:
    """The other case ends without a result: those merged into it go their own way again, with new terms to read them.

    A promise (CT-08) that was kept by a letter is made anew from today; one that still runs is the person's own and stays.
    """
    today = clock.today()
    for line in CaseLink.objects.filter(other=main, kind=LinkKind.MERGED).select_related("case"):
        with step(code=line.case.code, move="release", actor=TELLER) as taking:
            case = taking.case
            running = Clock.objects.filter(subject=case.code, stopped_on__isnull=True).values_list("role", flat=True)
            started = start_clocks(case, taking.decision.move, on=today, but=frozenset(running))
            if "promise" in started:
                case.promised_on = started["promise"].due_on
                taking.told["promised_on"] = case.promised_on.isoformat()
            case.ended_at = None
            taking.told["from_case"] = main.code
        line.delete()


def tell_merged(main: CaseFile, *, text: str, actor: Actor) -> None:
    """The result of a case is told to everybody whose case was merged into it, each by his own receipt."""
    today = clock.today()
    for case in merged_into(main):
        write_letter(subject=case.code, author=Author.FRONT, actor=actor.code, text=text)
        running = list(Clock.objects.filter(subject=case.code, stopped_on__isnull=True))
        for one in running:
            stop(one, today)
        facts: dict[str, Fact] = {"with": main.code}
        if any(one.role == "promise" for one in running):  # a second letter keeps no other promise
            facts["on_time"] = today <= case.promised_on
            tally("cases.informed", case, on=today)
            if facts["on_time"]:
                tally("cases.informed_on_time", case, on=today)
        record("case.informed_with", subject=case.code, actor=actor.code, unit_id=case.front_id, facts=facts)


def merged_in() -> Subquery:
    """How many cases were merged into a row of cases, or None."""
    rows = CaseLink.objects.filter(other=OuterRef("pk"), kind=LinkKind.MERGED).order_by().values("other")
    return Subquery(rows.annotate(count=Count("pk")).values("count"))


def merged_into(main: CaseFile) -> list[CaseFile]:
    """The cases that were merged into one."""
    links = CaseLink.objects.filter(other=main, kind=LinkKind.MERGED).select_related("case__front")
    return [line.case for line in links.order_by("pk")]
