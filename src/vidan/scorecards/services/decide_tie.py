"""Quyết định thứ hạng khi bằng điểm: equal results are put in order by the head, with the reason."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.journal.record import Fact, record
from vidan.foundation.units.models import Unit
from vidan.scorecards.compared import ranked, ties
from vidan.scorecards.models import RubricVersion, TieDecision


class NoTie(ValueError):
    """These sheets are not, or no longer, exactly those that share a rank."""

    sentence = _("Các đơn vị này không còn bằng điểm như khi mở trang; chưa ghi quyết định nào.")


def decide_tie(*, rubric: RubricVersion, year: int, order: Sequence[str], reason: str, actor: Actor) -> TieDecision:
    """Put the sheets of one tie in order, the first first; decided again, the newer decision counts. Raises NoTie.

    The caller has found the rubric among those of the actor's Front, and that the actor decides there.
    """
    with transaction.atomic():
        Unit.objects.select_for_update().get(pk=rubric.front_id)
        equal = [{one.card.code for one in tie} for tie in ties(ranked(rubric, year))]
        if set(order) not in equal or len(set(order)) < len(order):
            raise NoTie(order)
        made = TieDecision.objects.create(
            front_id=rubric.front_id,
            rubric=rubric,
            year=year,
            order=list(order),
            reason=reason.strip(),
            decided_by=actor.code,
            decided_at=clock.now(),
        )
        facts: dict[str, Fact] = {
            "year": year,
            "rubric": rubric.slug,
            "number": rubric.number,
            "order": " ".join(order),
        }
        record("scorecard.tie", subject=order[0], actor=actor.code, unit_id=rubric.front_id, facts=facts)
    return made
