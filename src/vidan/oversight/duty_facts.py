"""What is known of a duty report when a move is asked for; domain/moves decides."""

from vidan.domain.moves import Decision, Facts, Refusal, decide, outlook
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.units.selectors import in_place_of
from vidan.oversight.models import DutyReport
from vidan.oversight.models.duty_report import REPORT
from vidan.oversight.models.programme import RUN
from vidan.oversight.report_moves import TABLE


def facts_of(report: DutyReport, actor: Actor) -> Facts:
    """What decide() asks of a report as one actor meets it: his unit writes it, his Front asked for it, or neither."""
    day = clock.today()
    held = set()
    if report.unit_id in in_place_of(actor.units_with(REPORT), day):
        held.add(REPORT)
    if report.front_id in in_place_of(actor.units_with(RUN), day):
        held.add(RUN)
    met = frozenset({"told"} if report.is_told else ())
    return Facts(state=report.state, kind=report.period, met=met, permissions=frozenset(held))


def decided(report: DutyReport, actor: Actor, move: str) -> Decision | Refusal:
    """Whether the actor may take the move now, or why not."""
    return decide(TABLE, facts_of(report, actor), move, clock.today())


def next_moves(report: DutyReport, actor: Actor) -> list[Decision | Refusal]:
    """The moves that are open, and those that lack something."""
    return list(outlook(TABLE, facts_of(report, actor), clock.today()))
