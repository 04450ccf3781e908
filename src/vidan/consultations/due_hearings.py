"""What falls due in hearings: papers for the head, meetings that are near or have no minutes, answers that are overdue."""

from datetime import date, timedelta
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Count, Exists, JSONField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, JSONObject
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from vidan.consultations.hearing_selectors import APPROVE, RUN
from vidan.consultations.kinds import HearingKind
from vidan.consultations.models import Draft, Hearing, Invited
from vidan.consultations.moves import TABLE
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.notices.agenda import Line
from vidan.foundation.notices.waiting import DueWork
from vidan.foundation.papers.models import PaperState

AHEAD = timedelta(days=3)
"""How long before its day a meeting is shown."""

SHOWN = 10
"""Codes of one line of the mail."""

OPEN_IN = tuple(state for row in TABLE.rows("hear") for state in row.sources)
"""States of a draft in which hearings are held."""

LINES = {
    "waits": gettext_lazy("Văn bản của hội nghị, đối thoại chờ duyệt"),
    "near": gettext_lazy("Hội nghị, đối thoại sắp đến hoặc chưa có biên bản"),
    "overdue": gettext_lazy("Nơi được hỏi quá ngày chưa gửi ý kiến"),
}


def due_hearings(actor: Actor) -> QuerySet[Hearing]:
    """The hearings for which something must be done now."""
    wants = _near() | _overdue()
    if actor.units_with(APPROVE):
        wants |= _waiting(actor)
    return Hearing.objects.filter(wants, draft__state__in=OPEN_IN, is_over=False)


def first_of(hearings: QuerySet[Hearing], actor: Actor) -> Subquery:
    """Of a draft, the first of these due_hearings(), for the one query of the desk's day."""
    late = Invited.objects.filter(hearing=OuterRef("pk"), invited_on__isnull=False, answered_on=None)
    counted = late.order_by().values("hearing").annotate(n=Count("pk")).values("n")
    waits = _exists(_waiting(actor)) if actor.units_with(APPROVE) else Value(value=False)
    told = JSONObject(
        pk="pk",
        kind="kind",
        held_on="held_on",
        asked_by="asked_by",
        late=Coalesce(Subquery(counted), 0),
        waits=waits,
    )
    rows = hearings.filter(draft=OuterRef("pk")).order_by("held_on", "asked_by", "pk")
    return Subquery(rows.values(told=told)[:1], output_field=JSONField())


def hearing_lines(actor: Actor) -> list[Line]:
    """How many drafts have hearings that want something, by what they want; one query."""
    wants = {"waits": _waiting(actor), "near": _near(), "overdue": _overdue()}
    rows = _mine(actor).annotate(**{name: _exists(condition) for name, condition in wants.items()})
    found = list(rows.filter(reduce(or_, wants.values())).values("draft__code", *wants))
    told = [(label, sorted({row["draft__code"] for row in found if row[name]})) for name, label in LINES.items()]
    return [Line(label, len(codes), codes[:SHOWN]) for label, codes in told if codes]


def _mine(actor: Actor) -> QuerySet[Hearing]:
    drafts = Draft.objects.visible_to(actor).filter(front_id__in=actor.units_with(RUN), state__in=OPEN_IN)
    return Hearing.objects.filter(draft__in=drafts, is_over=False)


def _waiting(actor: Actor) -> Q:
    """A paper waits for this head."""
    urging = Invited.objects.filter(urging__state=PaperState.DRAFT).values("hearing_id")
    papers = Q(invitation__state=PaperState.DRAFT) | Q(minutes__state=PaperState.DRAFT) | Q(pk__in=urging)
    return papers & Q(draft__front_id__in=actor.units_with(APPROVE))


def _near() -> Q:
    """A meeting that is near, or was held and has no minutes yet."""
    return Q(held_on__lte=clock.today() + AHEAD, minutes=None)


def _overdue() -> Q:
    """Somebody who was asked in writing is overdue and was not urged."""
    owes = Invited.objects.filter(invited_on__isnull=False, answered_on=None, urged_on=None).values("hearing_id")
    return Q(kind=HearingKind.WRITTEN, asked_by__lt=clock.today(), pk__in=owes)


def _exists(condition: Q) -> Exists:
    return Exists(Hearing.objects.filter(condition, pk=OuterRef("pk")))


def hearing_row(draft: Draft, told: dict[str, Any]) -> DueWork:
    """The row of the desk's day for what due_hearing() told of a draft."""
    today, kind = clock.today(), HearingKind(told["kind"])
    held_on, asked_by = _day(told["held_on"]), _day(told["asked_by"])
    if told["waits"]:
        words, tone, label = _("Có văn bản chờ lãnh đạo duyệt."), "soon", _("Đọc, duyệt và cấp số")
    elif kind == HearingKind.WRITTEN:
        words = ngettext("%(n)d nơi quá ngày chưa gửi ý kiến", "%(n)d nơi quá ngày chưa gửi ý kiến", told["late"])
        words, tone, label = words % {"n": told["late"]}, "late", _("Soạn công văn nhắc")
    elif held_on is not None and held_on > today:
        words, tone, label = _("Sắp họp"), "soon", _("Xem việc chuẩn bị")
    elif held_on == today:
        words, tone, label = _("Họp hôm nay"), "soon", _("Điểm danh, ghi diễn biến")
    else:
        words, tone, label = _("Đã họp, chưa có biên bản"), "late", _("Lập biên bản")
    page = reverse("consultations:hearing", args=[draft.code, told["pk"]])
    return DueWork(
        due_on=held_on or asked_by or today,
        words=words,
        tone=tone,
        title=f"{str(kind.label).capitalize()}: {draft.title}",
        code=draft.code,
        address=page,
        about=draft.body.short_name,
        next_label=label,
        next_address=page,
    )


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None
