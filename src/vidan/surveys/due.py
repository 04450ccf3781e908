"""What falls due in surveys: results of official ones that are not published, and letters that wait for the head."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.notices.agenda import Line, Waits, lines_of
from vidan.foundation.notices.waiting import DueWork
from vidan.foundation.papers.models import PaperState
from vidan.surveys.models import OfficialSurvey, WatchLetter
from vidan.surveys.models.official import OfficialSurveyQuerySet
from vidan.surveys.publication_words import publication_words
from vidan.surveys.services.watch_step import APPROVE, WATCH

AHEAD = timedelta(days=14)
"""How long before its day a publication is shown as due."""

MOST = 10
"""Rows of the desk's day; the list of official surveys has the rest."""


def due_work(actor: Actor) -> list[DueWork]:
    """The publications that are late or near, and for the head the letters that wait."""
    if not actor.may(WATCH):
        return []
    rows = _due(actor).select_related("body")
    waiting = WatchLetter.objects.filter(survey=OuterRef("pk"), paper__state=PaperState.DRAFT)
    sent = WatchLetter.objects.filter(survey=OuterRef("pk"), paper__state=PaperState.ISSUED)
    told = rows.annotate(waits=Exists(waiting), sent=Exists(sent)).order_by("publish_due", "pk")[:MOST]
    return [_row(one, approves=one.front_id in actor.units_with(APPROVE)) for one in told]


def morning_lines(actor: Actor) -> list[Line]:
    """How many results are late or due today, and how many letters wait for the head."""
    if not actor.may(WATCH):
        return []
    day = clock.today()
    own = OfficialSurvey.objects.visible_to(actor)
    late, today = own.unpublished().filter(publish_due__lt=day), own.unpublished().filter(publish_due=day)
    parts = [
        Waits(gettext_lazy("Khảo sát chính thức trễ công bố kết quả"), late, "publish_due"),
        Waits(gettext_lazy("Khảo sát chính thức phải công bố hôm nay"), today, "publish_due"),
    ]
    if fronts := actor.units_with(APPROVE):
        waits = own.filter(front_id__in=fronts, letters__paper__state=PaperState.DRAFT)
        parts.append(Waits(gettext_lazy("Công văn về khảo sát chính thức chờ duyệt"), waits, "publish_due"))
    return lines_of(parts)


def _due(actor: Actor) -> OfficialSurveyQuerySet:
    own = OfficialSurvey.objects.visible_to(actor)
    near = Q(published_on__isnull=True, publish_due__lte=clock.today() + AHEAD)
    waits = Q(pk__in=WatchLetter.objects.filter(paper__state=PaperState.DRAFT).values("survey_id"))
    approves = Q(front_id__in=actor.units_with(APPROVE))
    return own.filter(near | waits & approves, closed_on__isnull=True)


def _row(survey: OfficialSurvey, *, approves: bool) -> DueWork:
    page = reverse("surveys:official", args=[survey.code])
    words, tone = publication_words(survey)
    if vars(survey)["waits"]:
        label = _("Duyệt công văn") if approves else _("Công văn đang chờ duyệt")
        address = reverse("surveys:official_approve", args=[survey.code]) if approves else page
    elif vars(survey)["sent"]:
        label, address = _("Xem đã công bố chưa"), reverse("surveys:official_publication", args=[survey.code])
    else:
        label, address = _("Ghi việc công bố, hoặc viết công văn"), page
    return DueWork(
        due_on=survey.publish_due or clock.today(),
        words=words,
        tone=tone,
        title=survey.title,
        code=survey.code,
        address=page,
        about=survey.ran_by,
        next_label=label,
        next_address=address,
    )
