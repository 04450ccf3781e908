"""The mail of the morning (thư đầu ngày): one a working day and person, to whoever wants it."""

import logging
from dataclasses import dataclass
from datetime import date, time
from smtplib import SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import override

from vidan.foundation.accounts.actors import Actor, actor_of
from vidan.foundation.accounts.models import Assignment, User
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.days import is_working
from vidan.foundation.journal.record import record
from vidan.foundation.notices.agenda import morning_lines
from vidan.foundation.notices.models import MorningMail
from vidan.foundation.ui.words import long_date
from vidan.foundation.units.selectors import on_day

logger = logging.getLogger("vidan.notices")

FROM, UNTIL = time(7), time(12)
"""When it goes out; a worker that comes up in the afternoon leaves it, for it would tell of a morning that is over."""


@dataclass(frozen=True)
class Mail:
    """One mail: what it says in its head and below."""

    title: str
    text: str


def send_mornings() -> str:
    """Send what waits to each person who has a role today and had no mail today; says how many went out.

    The day is taken in the database before the mail goes, so that two workers, or one that is begun anew, never send twice.
    A mail that the server does not take gives the day back and ends the round: the next one tries again.
    """
    now = clock.now()
    day = now.date()
    if settings.DEMO or not FROM <= now.time() < UNTIL or not is_working(day):
        return ""
    sent = 0
    for user in _waiting(day):
        if not _take(user, day):
            continue
        mail = morning_mail(user)
        if mail is None:
            continue
        try:
            send_mail(mail.title, mail.text, None, [user.email])
        except SMTPRecipientsRefused:  # one bad address stops nobody else's mail
            logger.warning("the mail of the morning for %s was refused", user.code)
            continue
        except OSError:  # among them every error of the mail library
            MorningMail.objects.filter(user=user).update(sent_for=None)
            raise
        sent += 1
    return f"{sent} sent" if sent else ""


@override("vi")
def morning_mail(user: User) -> Mail | None:
    """The mail for one person, or None when nothing waits."""
    lines = morning_lines(actor_of(user))
    if not lines:
        return None
    day = clock.today()
    text = _(
        "Kính gửi ông/bà,\n\n%(day)s:\n\n%(lines)s\n\nBàn làm việc: %(origin)s/ban-lam-viec/\n\n"
        "Thư này do máy gửi mỗi sáng ngày làm việc và không kèm nội dung hồ sơ.\n"
        "Không muốn nhận nữa: %(origin)s/ban-lam-viec/thu-dau-ngay/\n"
    )
    named = long_date(day)
    told = {"day": named[:1].upper() + named[1:], "lines": "\n".join(f"- {line.words}" for line in lines)}
    title = _("Việc hôm nay, %(day)s") % {"day": f"{day:%d/%m/%Y}"}
    return Mail(title, text % (told | {"origin": settings.ORIGIN}))


def wants_morning(user_id: int) -> bool:
    """Whether a person wants the mail."""
    return not MorningMail.objects.filter(user_id=user_id, wanted=False).exists()


def choose_morning(*, wanted: bool, actor: Actor) -> None:
    """The person says whether he wants the mail."""
    with transaction.atomic():
        MorningMail.objects.update_or_create(user_id=actor.user_id or 0, defaults={"wanted": wanted})
        record("staff.morning_mail", subject=actor.code, actor=actor.code, facts={"wanted": wanted})


def _waiting(day: date) -> list[User]:
    held = Assignment.objects.filter(on_day(day)).values("user_id")
    people = User.objects.filter(is_active=True, has_first_password=False, pk__in=held)
    return list(people.exclude(morning_mail__sent_for=day).exclude(morning_mail__wanted=False).order_by("pk"))


def _take(user: User, day: date) -> bool:
    MorningMail.objects.get_or_create(user=user)
    free = Q(sent_for__isnull=True) | Q(sent_for__lt=day)
    return bool(MorningMail.objects.filter(free, user=user, wanted=True).update(sent_for=day))
