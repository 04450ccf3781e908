"""What falls due in hearings: papers for the head, meetings that are near or have no minutes, answers that are overdue."""

from datetime import timedelta

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from vidan.consultations.hearing_selectors import APPROVE, RUN
from vidan.consultations.kinds import HearingKind
from vidan.consultations.models import Draft, Hearing, Invited
from vidan.consultations.moves import TABLE
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.notices.agenda import DueWork, Line
from vidan.foundation.papers.models import PaperState

AHEAD = timedelta(days=3)
"""How long before its day a meeting is shown."""

MOST = 10
SHOWN = 10


def hearings_due(actor: Actor) -> list[DueWork]:
    """The hearings of the actor's Front for which something must be done now; one query."""
    waiting, near, overdue = _waiting(actor), _near(), _overdue()
    rows = _mine(actor).filter(waiting | near | overdue).select_related("draft__body")
    late = Count("invited", filter=Q(invited__invited_on__isnull=False, invited__answered_on=None))
    told = rows.annotate(late=late, waits=_exists(waiting)).order_by("held_on", "asked_by", "pk")[:MOST]
    return [_row(one) for one in told]


def hearing_lines(actor: Actor) -> list[Line]:
    """How many drafts have such hearings, by what they wait for."""
    mine = _mine(actor)
    parts = (
        (gettext_lazy("Văn bản của hội nghị, đối thoại chờ duyệt"), mine.filter(_waiting(actor))),
        (gettext_lazy("Hội nghị, đối thoại sắp đến hoặc chưa có biên bản"), mine.filter(_near())),
        (gettext_lazy("Nơi được hỏi quá ngày chưa gửi ý kiến"), mine.filter(_overdue())),
    )
    told = [(label, sorted(set(rows.values_list("draft__code", flat=True)))) for label, rows in parts]
    return [Line(label, len(codes), codes[:SHOWN]) for label, codes in told if codes]


def _mine(actor: Actor) -> QuerySet[Hearing]:
    open_in = [state for row in TABLE.rows("hear") for state in row.sources]
    drafts = Draft.objects.visible_to(actor).filter(front_id__in=actor.units_with(RUN), state__in=open_in)
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


def _row(hearing: Hearing) -> DueWork:
    draft, today = hearing.draft, clock.today()
    page = reverse("consultations:hearing", args=[draft.code, hearing.pk])
    late: int = vars(hearing)["late"]
    if vars(hearing)["waits"]:
        words, tone, label = _("Có văn bản chờ lãnh đạo duyệt."), "soon", _("Đọc, duyệt và cấp số")
    elif hearing.kind == HearingKind.WRITTEN:
        words = ngettext("%(n)d nơi quá ngày chưa gửi ý kiến", "%(n)d nơi quá ngày chưa gửi ý kiến", late) % {"n": late}
        tone, label = "late", _("Soạn công văn nhắc")
    elif hearing.held_on is not None and hearing.held_on > today:
        words, tone, label = _("Sắp họp"), "soon", _("Xem việc chuẩn bị")
    elif hearing.held_on == today:
        words, tone, label = _("Họp hôm nay"), "soon", _("Điểm danh, ghi diễn biến")
    else:
        words, tone, label = _("Đã họp, chưa có biên bản"), "late", _("Lập biên bản")
    return DueWork(
        due_on=hearing.held_on or hearing.asked_by or today,
        words=words,
        tone=tone,
        title=f"{str(HearingKind(hearing.kind).label).capitalize()}: {draft.title}",
        code=draft.code,
        address=page,
        about=draft.body.short_name,
        next_label=label,
        next_address=page,
    )
