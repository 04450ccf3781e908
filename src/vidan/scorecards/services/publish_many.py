"""Quyết định và công bố nhiều phiếu: one long piece of work that can be left and found again; one bad sheet stops no other."""

from collections.abc import Sequence

from django.db import transaction

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.jobs.progress import report
from vidan.scorecards.kinds import State
from vidan.scorecards.models import Scorecard
from vidan.scorecards.services.decide_result import decide_result, publish_result
from vidan.scorecards.services.step import Refused


def work_name(rubric: int, year: int) -> str:
    """Under which name the progress of publishing the results of a rubric and year is told."""
    return f"results {rubric} {year}"


def publish_many(*, rubric: int, year: int, codes: Sequence[str], days: int, actor: Actor) -> int:
    """Freeze what is not decided yet and publish it all, sheet by sheet; returns how many were published.

    A sheet that lacks something, or that somebody has published meanwhile, stays as it is and is found on the page.
    """
    name, published = work_name(rubric, year), 0
    for number, code in enumerate(codes):
        report(name, done=number, total=len(codes))
        published += _published(rubric, year, code, days, actor)
    report(name, done=len(codes), total=len(codes))
    return published


def _published(rubric: int, year: int, code: str, days: int, actor: Actor) -> bool:
    try:
        with transaction.atomic():
            card = Scorecard.objects.visible_to(actor).only("state").get(code=code, rubric_id=rubric, year=year)
            if card.state != State.DECIDED:
                decide_result(code=code, actor=actor)
            publish_result(code=code, days=days, actor=actor)
    except (Refused, Scorecard.DoesNotExist):
        return False
    return True
