"""Đăng ký, xác nhận, thôi nhận bản tin: an address gets mail only after its owner has said so, and one press ends it."""

from datetime import timedelta
from email.utils import make_msgid
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django_tasks import task

from vidan.foundation.calendar import clock
from vidan.foundation.journal.record import record
from vidan.foundation.notices.tasks import MOST, from_now, wait_before
from vidan.outreach.bulletin_mail import asking_mail
from vidan.outreach.models import Subscriber
from vidan.outreach.subscriber_marks import mark_of_address, mark_of_token, new_row, opened

GOOD_FOR = timedelta(days=2)
"""How long a link to confirm is good; then the address is destroyed."""

QUIET = timedelta(days=1)
"""Whoever types somebody else's address again and again sends him one mail in this time."""

SUBJECT, READER = "bulletin", "reader"
"""What the journal calls all subscribers, and each of them."""


def mail_goes_out() -> bool:
    """Whether this installation mails: without a mail server mail would lie in a folder, with open addresses.

    The sample installation takes its own addresses all the same.
    """
    return bool(settings.DEMO) or not settings.EMAIL_BACKEND.endswith("filebased.EmailBackend")


def subscribe(address: str) -> None:
    """Ask the owner of an address whether he wants the bulletin; says nothing of whether it is known."""
    with transaction.atomic():
        row = keep(address)
        if row is not None:
            mail_asking.enqueue(row.pk)


def keep(address: str) -> Subscriber | None:
    """The row of an address to which a mail may go now; None when one went a short while ago."""
    now = clock.now()
    made = new_row(address)
    made.asked_at = now
    Subscriber.objects.bulk_create([made], ignore_conflicts=True)  # two posts at once: the row of the first stands
    row = Subscriber.objects.get(mark=mark_of_address(address))
    if row.token_mark == made.token_mark:
        return row
    again = Subscriber.objects.filter(pk=row.pk, asked_at__lte=now - QUIET)
    return row if again.update(asked_at=now) else None


def found_by(token: str) -> Subscriber | None:
    """The row to which a link leads, unless its time is over."""
    row = Subscriber.objects.filter(token_mark=mark_of_token(token)).first()
    if row is None or (row.confirmed_at is None and row.asked_at <= clock.now() - GOOD_FOR):
        return None
    return row


def confirm(token: str) -> bool:
    """The owner of the address says yes; False for a link whose time is over."""
    with transaction.atomic():
        row = found_by(token)
        if row is None:
            return False
        if Subscriber.objects.filter(pk=row.pk, confirmed_at__isnull=True).update(confirmed_at=clock.now()):
            record("bulletin.confirm", subject=SUBJECT, actor=READER)
    return True


def leave(token: str) -> None:
    """The row is destroyed, address and all; a link that leads nowhere has nothing left to end."""
    with transaction.atomic():
        gone, _rows = Subscriber.objects.filter(token_mark=mark_of_token(token)).delete()
        if gone:
            record("bulletin.leave", subject=SUBJECT, actor=READER)


def sweep() -> str:
    """Destroy the addresses whose owners have not said yes in time; says how many."""
    with transaction.atomic():
        over = Subscriber.objects.filter(confirmed_at__isnull=True, asked_at__lte=clock.now() - GOOD_FOR)
        gone, _rows = over.delete()
        if gone:
            record("bulletin.sweep", subject=SUBJECT, actor="system", facts={"count": gone})
    return f"{gone} destroyed" if gone else ""


@task()
def mail_asking(pk: int, tried: int = 0) -> None:
    """Mail the link to confirm; the job knows the row alone, never the address, and fails without telling it."""
    row = Subscriber.objects.filter(pk=pk).first()
    if row is None or not mail_goes_out():
        return
    address, token = opened(row)
    title, text = asking_mail(token, known=row.confirmed_at is not None)
    try:
        EmailMessage(title, text, None, [address], headers={"Message-ID": make_msgid(domain="vidan")}).send()
    except (OSError, SMTPException):
        if tried < MOST:
            mail_asking.using(run_after=from_now(wait_before(tried))).enqueue(pk, tried + 1)
