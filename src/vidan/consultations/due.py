"""What falls due in drafts: texts to put in order, windows that end, documents to approve, answers that are owed."""

from collections.abc import Collection
from datetime import date, timedelta

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Subquery, When
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from vidan.consultations.due_hearings import due_hearings, first_of, hearing_lines, hearing_row
from vidan.consultations.facts import ROLE
from vidan.consultations.in_time import in_time_words
from vidan.consultations.kinds import ENDS, OpinionState, State
from vidan.consultations.models import Draft, Opinion
from vidan.consultations.moves import LABELS
from vidan.consultations.services.register import RUN
from vidan.consultations.standing_words import SOON, standing_words
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.models import Clock
from vidan.foundation.calendar.sentence import remaining_words
from vidan.foundation.notices.agenda import Line
from vidan.foundation.notices.waiting import DueWork

APPROVE = "consultations.approve"

AHEAD = timedelta(days=7)
"""How long before its day an answer is shown as due."""

MOST = 10
"""Rows of the desk's day; the list of drafts has the rest."""

SHOWN = 10
"""Codes of one line of the mail."""


def due_work(actor: Actor) -> list[DueWork]:
    """What waits for the people of a Front that criticises; one query. Of several hearings of a draft the first is told."""
    if not actor.may(RUN):
        return []
    # Each part is built once: what is owed and heard is asked for beside the rows, and told apart here.
    soon, ahead, heads = clock.today() + SOON, clock.today() + AHEAD, actor.units_with(APPROVE)
    owed = _running().filter(due_on__lte=ahead).values("subject")
    waits = Q(state=State.REGISTERED) | Q(state=State.OPEN, closes_on__lte=soon)
    waits |= Q(state=State.SENT, code__in=owed) | Q(state=State.SUBMITTED, front_id__in=heads)
    hearings = due_hearings(actor)
    found = _mine(actor).filter(waits | Q(pk__in=hearings.values("draft_id")))
    rows = found.annotate(owed_on=_owed_on(), hearing=first_of(hearings, actor)).select_related("body")
    told: list[DueWork] = []
    for draft in rows.order_by("received_on", "pk")[:MOST]:
        owed_on, hearing = vars(draft)["owed_on"], vars(draft)["hearing"]
        told += [_row(draft, owed_on)] if _waits(draft, owed_on, heads) else []
        told += [hearing_row(draft, hearing)] if hearing else []
    return told


def _waits(draft: Draft, owed_on: date | None, heads: Collection[int]) -> bool:
    """Whether something waits in the draft itself, and not only in one of its hearings."""
    match State(draft.state):
        case State.OPEN:
            return draft.closes_on is not None and draft.closes_on <= clock.today() + SOON
        case State.SENT:
            return owed_on is not None and owed_on <= clock.today() + AHEAD
        case State.SUBMITTED:
            return draft.front_id in heads
        case state:
            return state == State.REGISTERED


def morning_lines(actor: Actor) -> list[Line]:
    """How many drafts wait, by what they wait for; one query, and one for their hearings."""
    if not actor.may(RUN):
        return []
    today = clock.today()
    opened, talking = Q(state=State.OPEN), Q(state__in=(State.OPEN, State.GATHERING))
    parts: dict[str | Promise, Q] = {
        gettext_lazy("Dự thảo chưa mở lấy ý kiến"): Q(state=State.REGISTERED),
        gettext_lazy("Dự thảo hết thời gian lấy ý kiến hôm nay"): opened & Q(closes_on=today),
        gettext_lazy("Dự thảo đã hết thời gian, chưa tổng hợp"): opened & Q(closes_on__lt=today),
        gettext_lazy("Dự thảo có ý kiến chưa chắc chỗ trong bản mới"): talking & Q(current__unlooked__gt=0),
        gettext_lazy("Dự thảo có ý kiến chờ xem"): Q(Exists(_waiting())),
        gettext_lazy("Phản biện quá hạn trả lời"): Q(state=State.SENT, owed_on__lt=today),
    }
    holds = {f"part{n}": Case(When(part, then=True), default=False) for n, part in enumerate(parts.values())}
    rows = _mine(actor).exclude(state__in=ENDS).annotate(owed_on=_owed_on()).annotate(**holds)
    found = list(rows.order_by("received_on", "pk").values("code", *holds))
    told = [(label, [row["code"] for row in found if row[name]]) for label, name in zip(parts, holds, strict=True)]
    return [Line(label, len(codes), codes[:SHOWN]) for label, codes in told if codes] + hearing_lines(actor)


def _waiting() -> QuerySet[Opinion]:
    return Opinion.objects.filter(draft=OuterRef("pk"), state=OpinionState.WAITING)


def _mine(actor: Actor) -> QuerySet[Draft]:
    return Draft.objects.visible_to(actor).filter(front_id__in=actor.units_with(RUN))


def _owed_on() -> Subquery:
    """The day on which the answer to a draft's criticism is due, while it is owed."""
    return Subquery(_running().filter(subject=OuterRef("code")).order_by("-pk").values("due_on")[:1])


def _running() -> QuerySet[Clock]:
    """The clocks of answers that are owed."""
    return Clock.objects.filter(role=ROLE, stopped_on=None)


def _row(draft: Draft, owed_on: date | None) -> DueWork:
    page = reverse("consultations:draft", args=[draft.code])
    due, label = draft.submits_on or draft.received_on, str(LABELS["set_text"])
    address = reverse("consultations:text", args=[draft.code])
    words, tone = _unopened(draft)
    match State(draft.state):
        case State.REGISTERED if draft.current_id is not None:
            label, address = str(LABELS["open"]), page
        case State.OPEN:
            due, (words, tone) = draft.closes_on or due, standing_words(draft)
            over = draft.closes_on is not None and draft.closes_on < clock.today()
            label, address = str(LABELS["gather"]) if over else _("Xem dự thảo"), page
        case State.SUBMITTED:
            (words, tone), label, address = standing_words(draft), str(LABELS["send"]), page
        case State.SENT if owed_on is not None:
            due, (words, tone) = owed_on, remaining_words(owed_on, clock.today())
            label, address = _("Xem trả lời, đôn đốc"), page
    return DueWork(
        due_on=due,
        words=words,
        tone=tone,
        title=draft.title,
        code=draft.code,
        address=page,
        about=draft.body.short_name,
        next_label=label,
        next_address=address,
    )


def _unopened(draft: Draft) -> tuple[str, str]:
    """A draft that is not open yet: that it came late, or how many days are left before it is submitted."""
    words, tone = in_time_words(draft)
    if tone == "late":
        return words[:1].upper() + words[1:], tone
    left = (draft.submits_on - clock.today()).days if draft.submits_on else None
    if left is None or left < 0:
        return _("Chưa mở lấy ý kiến"), "soon"
    return ngettext("Chưa mở, còn %(n)d ngày đến ngày trình", "Chưa mở, còn %(n)d ngày đến ngày trình", left) % {
        "n": left
    }, "soon"
