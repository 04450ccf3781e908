"""The figures of a report counted again from the records themselves, by queries that share nothing with the figures."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from django.db.models import F, Q, Sum

from vidan.cases.kinds import Kind, Source, State, TransferRole
from vidan.cases.models import CaseFile, Proposal, Transfer, Urging, Verification
from vidan.consultations.models import Draft
from vidan.outreach.models import Activity

Span = tuple[date, date]


def _received(front: int, span: Span) -> Q:
    return Q(front_id=front, received_at__date__range=span)


def _sent(front: int) -> Q:
    """Transfers to who settles; one of a withdrawn case that was not answered counts no more as due."""
    return Q(case__front_id=front, role=TransferRole.SETTLE, sent_on__isnull=False)


def _due(front: int, span: Span) -> int:
    rows = Transfer.objects.filter(_sent(front), clock__due_on__range=span)
    return rows.exclude(case__state=State.WITHDRAWN, answered_on__isnull=True).count()


COUNTED: Mapping[str, Callable[[int, Span], tuple[int, int | None]]] = MappingProxyType(
    {
        "cases.received": lambda front, span: (CaseFile.objects.filter(_received(front, span)).count(), None),
        "cases.commended": lambda front, span: (
            CaseFile.objects.filter(_received(front, span), kind=Kind.COMMENDATION).count(),
            None,
        ),
        "cases.own_received": lambda front, span: (
            CaseFile.objects.filter(_received(front, span), source=Source.FRONT).count(),
            None,
        ),
        "cases.answered": lambda front, span: (
            Transfer.objects.filter(_sent(front), answered_on__range=span).count(),
            None,
        ),
        "cases.answered_on_time": lambda front, span: (
            Transfer.objects.filter(
                _sent(front), clock__due_on__range=span, answered_on__lte=F("clock__due_on")
            ).count(),
            _due(front, span),
        ),
        "cases.urged": lambda front, span: (
            Urging.objects.filter(
                sent_on__range=span, transfer__role=TransferRole.SETTLE, transfer__case__front_id=front
            ).count(),
            None,
        ),
        "cases.verified": lambda front, span: (
            Verification.objects.filter(case__front_id=front, held_on__range=span).exclude(finding="").count(),
            None,
        ),
        "cases.proposed": lambda front, span: (
            Proposal.objects.filter(verification__case__front_id=front, sent_on__range=span).count(),
            None,
        ),
        "outreach.activities": lambda front, span: (
            Activity.objects.filter(front_id=front, on__range=span, state="done").count(),
            None,
        ),
        "outreach.reached": lambda front, span: (
            Activity.objects.filter(front_id=front, on__range=span, state="done").aggregate(n=Sum("reached"))["n"] or 0,
            None,
        ),
        "consultations.received": lambda front, span: (
            Draft.objects.filter(front_id=front, received_on__range=span).count(),
            None,
        ),
    }
)
"""The count, and what it is a share of."""
