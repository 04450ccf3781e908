"""What the mail of the morning says of cases: counts and codes, never the gist, a name or a receipt code."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from vidan.cases.kinds import State
from vidan.cases.models import CaseFile, Transfer, Urging
from vidan.cases.moves import OPEN
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.notices.agenda import Line

SHOWN = 10
"""Codes of one line; the rest is counted."""


def morning_lines(actor: Actor) -> list[Line]:
    """What waits for an actor this morning, as far as he may know of it; nothing for who has nothing to do with cases."""
    if actor.may("cases.read"):
        return _front_lines(actor)
    if actor.may("cases.read_transferred"):
        return _body_lines(actor)
    return []


def _front_lines(actor: Actor) -> list[Line]:
    day = clock.today()
    parts: dict[str | Promise, Q] = {
        gettext_lazy("Trễ hạn"): Q(due_on__lt=day),
        gettext_lazy("Đến hạn hôm nay"): Q(due_on=day),
        gettext_lazy("Mới nhận, chưa phân loại"): Q(state=State.RECEIVED),
    }
    if actor.may("cases.approve"):
        urging = Urging.objects.filter(sent_on__isnull=True).values("transfer__case_id")
        parts[gettext_lazy("Chờ lãnh đạo duyệt")] = Q(state=State.SUBMITTED) | Q(pk__in=urging)
    rows = CaseFile.objects.visible_to(actor).filter(state__in=OPEN, front_id__in=actor.units_with("cases.read"))
    return _lines(rows.annotate(file=F("code")), parts, ("due_on", "pk"))


def _body_lines(actor: Actor) -> list[Line]:
    day = clock.today()
    parts: dict[str | Promise, Q] = {
        gettext_lazy("Trễ hạn trả lời Mặt trận"): Q(clock__due_on__lt=day),
        gettext_lazy("Đến hạn trả lời hôm nay"): Q(clock__due_on=day),
        gettext_lazy("Chờ trả lời, chưa đến hạn"): Q(clock__due_on__gt=day),
    }
    rows = Transfer.objects.open_to(actor).filter(case__in=CaseFile.objects.visible_to(actor), answered_on__isnull=True)
    rows = rows.exclude(case__state=State.WITHDRAWN)
    return _lines(rows.annotate(file=F("case__code")), parts, ("clock__due_on", "pk"))


def _lines(rows: QuerySet[Any], parts: dict[str | Promise, Q], order: Sequence[str]) -> list[Line]:
    counts = rows.aggregate(**{f"part{n}": Count("pk", filter=part) for n, part in enumerate(parts.values())})
    return [
        Line(label, count, list(rows.filter(part).order_by(*order).values_list("file", flat=True)[:SHOWN]))
        for n, (label, part) in enumerate(parts.items())
        if (count := counts[f"part{n}"])
    ]
