"""What falls due in telling people: articles and bulletins that wait for this person, activities whose day has come."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from django.db.models import DateField, F, Q, QuerySet, Value
from django.db.models.functions import TruncDate
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.notices.waiting import DueWork, Teller, Waiting, columns
from vidan.outreach.activity_kinds import ActivityKind, ActivityState
from vidan.outreach.article_kinds import State
from vidan.outreach.article_moves import LABELS, REVIEW
from vidan.outreach.bulletin_moves import LABELS as BULLETIN_LABELS
from vidan.outreach.bulletin_moves import BulletinState
from vidan.outreach.models import Activity, Article, Bulletin
from vidan.outreach.models.activity import LOG
from vidan.outreach.topics import topic_words


def waiting(actor: Actor) -> list[QuerySet[Any, Any]]:
    """What waits for who can do something about it."""
    parts = [_articles(actor), _bulletins(actor)] if actor.may(REVIEW) else []
    return [*parts, _activities(actor)] if actor.may(LOG) else parts


def _articles(actor: Actor) -> QuerySet[Any, Any]:
    """Articles and corrections that somebody else wrote, by the day on which they were written."""
    own = Article.objects.filter(front_id__in=actor.units_with(REVIEW)).exclude(latest__author=actor.code)
    rows = own.filter(Q(state=State.IN_REVIEW) | Q(state=State.PUBLISHED) & ~Q(latest=F("shown")))
    return columns(
        rows,
        what="article",
        key=F("code"),
        heading=F("latest__title"),
        stands=F("state"),
        day=TruncDate("latest__made_at"),
        whose=F("front__short_name"),
    )


def _bulletins(actor: Actor) -> QuerySet[Any, Any]:
    """Bulletins that somebody else put together, and approved ones that nobody has sent; of today, for they bear no day."""
    own = Bulletin.objects.filter(front_id__in=actor.units_with(REVIEW))
    rows = own.filter(Q(state=BulletinState.DRAFT) & ~Q(author=actor.code) | Q(state=BulletinState.APPROVED))
    return columns(
        rows,
        what="bulletin",
        heading=F("title"),
        stands=F("state"),
        day=Value(clock.today(), DateField()),
        in_year=F("year"),
        nth=F("number"),
        whose=F("front__short_name"),
    )


def _activities(actor: Actor) -> QuerySet[Any, Any]:
    """Planned activities of the actor's units whose day has come."""
    rows = Activity.objects.filter(
        unit_id__in=actor.units_with(LOG), state=ActivityState.PLANNED, on__lte=clock.today()
    )
    return columns(
        rows,
        what="activity",
        key=F("code"),
        heading=F("title"),
        form_of=F("kind"),
        told_of=F("topic"),
        stands=F("state"),
        day=F("on"),
        whose=F("unit__short_name"),
    )


def _article(row: Waiting, _actor: Actor) -> DueWork:
    page = reverse("outreach:article", args=[row.key])
    label = LABELS["approve" if row.stands == State.IN_REVIEW else "approve_correction"]
    days = _days_since(row)
    words = ngettext("Chờ duyệt %(n)d ngày", "Chờ duyệt %(n)d ngày", days) % {"n": days}
    return _due(row, words if days else _("Chờ duyệt từ hôm nay"), page, str(label), page)


def _bulletin(row: Waiting, _actor: Actor) -> DueWork:
    page = reverse("outreach:bulletin_desk", args=[row.in_year, row.nth])
    if row.stands == BulletinState.APPROVED:
        words, label = _("Đã duyệt, chờ phát hành"), BULLETIN_LABELS["send"]
    else:
        words, label = pgettext("news", "Chờ duyệt"), BULLETIN_LABELS["approve"]
    named = row._replace(key=Bulletin(year=row.in_year, number=row.nth).code)
    return _due(named, words, page, str(label), page)


def _activity(row: Waiting, _actor: Actor) -> DueWork:
    days = _days_since(row)
    words = ngettext("Quá %(n)d ngày, chưa ghi kết quả", "Quá %(n)d ngày, chưa ghi kết quả", days) % {"n": days}
    page, write = (reverse(f"outreach:{name}", args=[row.key]) for name in ("activity", "activity_change"))
    named = row._replace(heading=row.heading or f"{ActivityKind(row.form_of).label}: {topic_words(row.told_of)}")
    return _due(
        named, words if days else _("Hôm nay tổ chức"), page, _("Ghi kết quả"), write, "late" if days else "soon"
    )


def _days_since(row: Waiting) -> int:
    today = clock.today()
    return (today - (row.day or today)).days


def _due(row: Waiting, words: str, page: str, label: str, next_page: str, tone: str = "soon") -> DueWork:
    return DueWork(
        due_on=row.day or clock.today(),
        words=words,
        tone=tone,
        title=row.heading,
        code=row.key,
        address=page,
        about=row.whose,
        next_label=label,
        next_address=next_page,
    )


TELL: Mapping[str, Teller] = MappingProxyType({"article": _article, "bulletin": _bulletin, "activity": _activity})
