"""Sending notices by mail, in the worker."""

import logging
from datetime import datetime, timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from vidan.foundation.accounts.models import User
from vidan.foundation.notices.models import NoticeKind

AGAIN = (1, 5, 15, 60)
"""Minutes until a notice is tried again that the mail server did not take; the last goes on."""

MOST = 75
"""Tries, three days in all; whoever was not reached by then finds the notice at the desk."""

logger = logging.getLogger("vidan.notices")


def wait_before(tried: int) -> timedelta:
    """How long after so many tries a mail waits before the next."""
    return timedelta(minutes=AGAIN[min(tried, len(AGAIN) - 1)])


def from_now(wait: timedelta) -> datetime:
    """The moment after a wait, in real time: mail follows no demo clock."""
    return timezone.now() + wait


@task()
def mail_notice(user_id: int, kind: str, subject: str, tried: int = 0) -> None:
    """Mail one notice: the file's public code and that it waits; the rest is read at the desk."""
    user = User.objects.get(pk=user_id)
    if not user.is_active:
        return
    told = _("%(subject)s: %(what)s") % {"subject": subject, "what": NoticeKind(kind).label}
    lines = _(
        "Kính gửi ông/bà,\n\nHồ sơ %(subject)s: %(what)s.\n\nXin đăng nhập bàn làm việc để xem: %(origin)s/ban-lam-viec/\n"
        "Thư này do máy gửi và không kèm nội dung hồ sơ.\n"
    ) % {"subject": subject, "what": NoticeKind(kind).label, "origin": settings.ORIGIN}
    try:
        send_mail(told, lines, None, [user.email])
    except (OSError, SMTPException) as lost:
        if tried >= MOST:
            raise
        wait = wait_before(tried)
        logger.warning("a notice was not taken (%s), tried again in %s", type(lost).__name__, wait)
        mail_notice.using(run_after=from_now(wait)).enqueue(user_id, kind, subject, tried + 1)
