"""Giving notice. Who may know of a file is decided by its duty, which names the people here."""

from collections.abc import Iterable

from vidan.foundation.calendar import clock
from vidan.foundation.notices.models import Notice, NoticeKind
from vidan.foundation.notices.tasks import mail_notice


def notify(*, kind: NoticeKind, subject: str, user_ids: Iterable[int], by_mail: bool = True) -> None:
    """Leave a notice for each person and have it mailed; both happen with the running transaction or not at all."""
    told = list(user_ids)
    now = clock.now()
    Notice.objects.bulk_create(Notice(user_id=one, kind=kind, subject=subject, made_at=now) for one in told)
    for user_id in told if by_mail else ():
        mail_notice.enqueue(user_id, str(kind), subject)


def read_notice(*, user_id: int, pk: int) -> Notice | None:
    """The person follows a notice: it is done, and all others about its file; None when it is nobody's or another's."""
    notice = Notice.objects.filter(user_id=user_id, pk=pk).first()
    if notice is None:
        return None
    Notice.objects.filter(user_id=user_id, subject=notice.subject, read_at__isnull=True).update(read_at=clock.now())
    return notice


def unread(user_id: int, *, limit: int = 30) -> list[Notice]:
    """The newest unread notices of a person."""
    return list(Notice.objects.filter(user_id=user_id, read_at__isnull=True).order_by("-pk")[:limit])
