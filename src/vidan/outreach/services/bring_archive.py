"""Đưa cả kho trang cũ vào ở bàn làm việc: handed in at once, brought over by the worker, told page by page."""

import secrets
from itertools import islice

from vidan.foundation.accounts.actors import Actor, actor_of
from vidan.foundation.accounts.models import User
from vidan.foundation.calendar import clock
from vidan.foundation.files.refusals import EMPTY, NotTaken
from vidan.foundation.jobs.progress import report, running
from vidan.foundation.units.models import Unit
from vidan.outreach.article_moves import WRITE
from vidan.outreach.models import Article, OldArchive
from vidan.outreach.old_pages.sources import pages_of_archive
from vidan.outreach.old_pages.verdicts import NOT_ALLOWED, Brought, Verdict
from vidan.outreach.services.bring_pages import bring

BATCH = 20
"""Pages after which the verdicts are written down; work that is broken off goes on from there."""


def hand_in(*, front: Unit, name: str, data: bytes, only_try: bool, actor: Actor) -> OldArchive:
    """Take in a page or an archive of pages; raises NotTaken when it holds none, Article.DoesNotExist for who may not write."""
    if front.pk not in actor.units_with(WRITE):
        raise Article.DoesNotExist(front.slug)
    if not data or not pages_of_archive(name, data):
        raise NotTaken(EMPTY)
    return OldArchive.objects.create(
        key=secrets.token_hex(8),
        front=front,
        brought_by=actor.code,
        file_name=name[-255:],
        content=data,
        only_tried=only_try,
        made_at=clock.now(),
    )


def bring_archives() -> int:
    """Bring over what was handed in, the oldest first; returns how many pages were looked at."""
    waiting = OldArchive.objects.filter(done_at__isnull=True).order_by("pk").values_list("pk", flat=True)
    return sum(_bring(pk) for pk in list(waiting))


def work_name(archive: OldArchive) -> str:
    """Under which name the progress of an archive is told."""
    return f"old pages {archive.key}"


def _bring(pk: int) -> int:
    archive = OldArchive.objects.select_related("front__parent__parent").get(pk=pk)
    if running(work_name(archive)):
        return 0
    actor = actor_of(User.objects.get(code=archive.brought_by))
    if archive.front_id not in actor.units_with(WRITE):
        return _end(archive, [[archive.file_name, Verdict.REFUSED.value, [NOT_ALLOWED], ""]])
    pages = pages_of_archive(archive.file_name, bytes(archive.content))
    told: list[list[object]] = list(archive.verdicts)
    rest = bring(pages[len(told) :], front=archive.front, actor=actor, only_try=archive.only_tried)
    report(work_name(archive), done=len(told), total=len(pages))
    while batch := [_line(one) for one in islice(rest, BATCH)]:
        told += batch
        OldArchive.objects.filter(pk=pk).update(verdicts=told)
        report(work_name(archive), done=len(told), total=len(pages))
    return _end(archive, told)


def _end(archive: OldArchive, told: list[list[object]]) -> int:
    """Keep what became of each page; of the archive itself nothing."""
    OldArchive.objects.filter(pk=archive.pk).update(verdicts=told, content=b"", done_at=clock.now())
    report(work_name(archive), done=len(told), total=len(told))
    return len(told)


def _line(one: Brought) -> list[object]:
    return [one.name, one.verdict.value, list(one.reasons), one.article]
