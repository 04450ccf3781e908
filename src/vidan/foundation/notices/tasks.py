"""Sending notices by mail, in the worker."""

from django.conf import settings
from django.core.mail import send_mail
from django.utils.translation import gettext as _
from django_tasks import task

from vidan.foundation.accounts.models import User
from vidan.foundation.notices.models import NoticeKind


@task()
def mail_notice(user_id: int, kind: str, subject: str) -> None:
    """Mail one notice: the file's public code and that it waits; the rest is read at the desk."""
    user = User.objects.get(pk=user_id)
    if not user.is_active:
        return
    told = _("%(subject)s: %(what)s") % {"subject": subject, "what": NoticeKind(kind).label}
    lines = _(
        "Kính gửi ông/bà,\n\nHồ sơ %(subject)s: %(what)s.\n\nXin đăng nhập bàn làm việc để xem: %(origin)s/ban-lam-viec/\n"
        "Thư này do máy gửi và không kèm nội dung hồ sơ.\n"
    ) % {"subject": subject, "what": NoticeKind(kind).label, "origin": settings.ORIGIN}
    send_mail(told, lines, None, [user.email])
