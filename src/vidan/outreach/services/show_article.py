"""Duyệt, đăng, hẹn giờ, gỡ: what readers see of an article changes here and nowhere else."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from vidan.foundation.accounts.actors import SYSTEM, Actor
from vidan.foundation.caching.topics import changed
from vidan.foundation.calendar import clock
from vidan.foundation.journal.record import record
from vidan.foundation.search.published import hide, show
from vidan.outreach.article_kinds import State
from vidan.outreach.findable import article_entry, subject_of
from vidan.outreach.models import Article, ArticleRevision, OldPage
from vidan.outreach.services.article_step import NEWS, NotNow, step

FARTHEST = timedelta(days=366)


def submit(*, code: str, actor: Actor, version: int | None = None) -> None:
    """Gửi duyệt."""
    with step(code=code, move="submit", actor=actor, version=version) as taking:
        taking.article.remark = ""


def send_back(*, code: str, remark: str, actor: Actor, version: int | None = None) -> None:
    """Trả lại để sửa, with what is to be changed."""
    with step(code=code, move="send_back", actor=actor, version=version) as taking:
        taking.article.remark, taking.article.reviewer = remark, ""


def take_back(*, code: str, actor: Actor, version: int | None = None) -> None:
    """Lấy về viết tiếp."""
    with step(code=code, move="take_back", actor=actor, version=version) as taking:
        taking.article.reviewer = ""


def approve(*, code: str, actor: Actor, version: int | None = None) -> None:
    """Duyệt bài, by somebody who did not write it."""
    with step(code=code, move="approve", actor=actor, version=version) as taking:
        taking.article.reviewer = actor.code
        taking.told["revision"] = _latest(taking.article).number


def publish(*, code: str, actor: Actor, version: int | None = None) -> None:
    """Đăng ngay."""
    with step(code=code, move="publish", actor=actor, version=version) as taking:
        _show(taking.article, clock.now())


def schedule(*, code: str, at: datetime, actor: Actor, version: int | None = None) -> None:
    """Hẹn giờ đăng; raises NotNow for a moment that has passed or is too far."""
    if not clock.now() < at <= clock.now() + FARTHEST:
        raise NotNow(_("Giờ đăng phải ở phía trước, trong vòng một năm."))
    with step(code=code, move="schedule", actor=actor, version=version) as taking:
        taking.article.published_at = at
        taking.told["at"] = at.isoformat(timespec="minutes")


def unschedule(*, code: str, actor: Actor, version: int | None = None) -> None:
    """Bỏ hẹn giờ."""
    with step(code=code, move="unschedule", actor=actor, version=version) as taking:
        taking.article.published_at = None


def approve_correction(*, code: str, actor: Actor, version: int | None = None) -> None:
    """Duyệt đính chính: the corrected text takes the place of the shown one; its note stays in sight."""
    with step(code=code, move="approve_correction", actor=actor, version=version) as taking:
        taking.article.reviewer = actor.code
        _show(taking.article, clock.now(), again=True)
        taking.told["revision"] = _latest(taking.article).number


def drop_correction(*, code: str, actor: Actor, version: int | None = None) -> None:
    """Bỏ đính chính: the shown text stays, the other is kept but never shown."""
    with step(code=code, move="drop_correction", actor=actor, version=version) as taking:
        article = taking.article
        taking.told["revision"] = _latest(article).number
        article.latest = article.shown


def withdraw(*, code: str, reason: str, actor: Actor, version: int | None = None) -> None:
    """Gỡ bài: nobody reads it any more; its address says that it was withdrawn, and why."""
    with step(code=code, move="withdraw", actor=actor, version=version) as taking:
        article = taking.article
        article.withdrawn_for, article.withdrawn_on = reason, clock.today()
        hide(subject_of(article))


def publish_due() -> int:
    """Put out what was scheduled and whose time has come; returns how many."""
    due = Article.objects.filter(state=State.SCHEDULED, published_at__lte=clock.now())
    return sum(_come_out(pk) for pk in list(due.order_by("published_at", "pk").values_list("pk", flat=True)))


def _come_out(pk: int) -> bool:
    with transaction.atomic():
        waiting = Article.objects.filter(pk=pk, state=State.SCHEDULED, published_at__lte=clock.now())
        if not waiting.update(state=State.PUBLISHED, version=F("version") + 1):
            return False
        article = Article.objects.select_related("latest").get(pk=pk)
        assert article.published_at is not None
        _show(article, article.published_at)
        article.save(update_fields=["shown", "published_at"])
        changed(NEWS)
        facts: dict[str, str | int | bool | None] = {"from": State.SCHEDULED.value, "to": article.state}
        record("article.publish", subject=article.code, actor=SYSTEM.code, unit_id=article.front_id, facts=facts)
    return True


def _show(article: Article, at: datetime, *, again: bool = False) -> None:
    """Let everybody read the newest text."""
    latest = _latest(article)
    latest.shown_at = at
    latest.save(update_fields=["shown_at"])
    article.shown = latest
    if not again:
        article.published_at = _posted_at(article) or at
    show(article_entry(article))


def _posted_at(article: Article) -> datetime | None:
    """When the page of the old portal came out, of which the article was made."""
    return OldPage.objects.filter(article=article).values_list("posted_at", flat=True).first()


def _latest(article: Article) -> ArticleRevision:
    assert article.latest is not None
    return article.latest
