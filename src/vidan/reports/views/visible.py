"""Finding one report that the actor may know of, and what every page of it shows."""

from typing import Any

from django.http import Http404
from django.utils.translation import pgettext_lazy

from vidan.domain.moves import Decision, Refusal, outlook
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.accounts.models import User
from vidan.foundation.calendar import clock
from vidan.foundation.ui.refusals import RefusalWords
from vidan.reports.acts import ACTS
from vidan.reports.drafted import Known, facts_of
from vidan.reports.models import Report
from vidan.reports.moves import LABELS, NEEDS, TABLE

refusal_words = RefusalWords(LABELS, NEEDS, pgettext_lazy("refusal", "báo cáo"))
"""Why a move is not open, as a sentence."""


def visible(actor: Actor, code: str) -> Known:
    """The report, if the actor may know of it; raises Http404."""
    beside = ("front__parent", "front__area", "receiver", "paper", "corrects")
    found = Report.objects.visible_to(actor).select_related(*beside).filter(code=code).first()
    if found is None:
        raise Http404
    return Known(found, actor)


def reads_own(known: Known) -> bool:
    """Whether the actor reads it as one of the Front that reports, with comments and lists behind the numbers."""
    return known.report.front_id in known.actor.units_with("reports.read")


def next_moves(known: Known) -> dict[str, list[Any]]:
    """The moves with a page: open ones, and those that lack something, with what."""
    answers = list(outlook(TABLE, facts_of(known), clock.today()))
    taken = [one.move.name for one in answers if isinstance(one, Decision) and one.move.name in ACTS]
    lacking = [one for one in answers if isinstance(one, Refusal) and one.name in ACTS]
    return {
        "open": [(LABELS[name], ACTS[name].slug, ACTS[name].leads_on) for name in taken],
        "closed": [(LABELS[one.name], [NEEDS[need] for need in one.missing]) for one in lacking],
        "names": [one.move.name for one in answers if isinstance(one, Decision)],
    }


def names_of(codes: set[str]) -> dict[str, str]:
    """The names of the Front's people by their codes; one query."""
    return dict(User.objects.filter(code__in=codes).values_list("code", "name")) if codes else {}
