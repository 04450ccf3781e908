"""Đếm lại số liệu: the numbers of a report that covers the Fronts below are counted anew by the worker."""

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.jobs.progress import report as tell
from vidan.foundation.jobs.progress import running
from vidan.reports.covered import covered_by
from vidan.reports.drafted import work_name
from vidan.reports.models import Report
from vidan.reports.services.count import count_numbers
from vidan.reports.services.step import step
from vidan.reports.tasks import count_below


def recount(*, code: str, actor: Actor) -> Report:
    """Have the numbers of a report counted as they are now; what is being counted already is not begun twice."""
    with step(code=code, move="recount", actor=actor) as taking:
        if not running(work_name(code, taking.report.cut_off)):
            begin_count(taking.report, actor)
    return taking.report


def begin_count(report: Report, actor: Actor) -> None:
    """Let the worker count, once the running transaction is committed; sample work is counted at once, for it has no worker.

    A report that covers no others has nothing counted beforehand.
    """
    if not report.below:
        return
    if report.is_sample:
        count_numbers(code=report.code, cut_off=report.cut_off, actor=actor.code)
        return
    covered = covered_by(report.front_id, report.cut_off, below=True)
    tell(work_name(report.code, report.cut_off), done=0, total=len(covered.fronts))
    count_below.enqueue(report.code, report.cut_off.isoformat(), actor.code)
