"""Gửi bản tin qua thư: in the worker, a while each minute, until everybody who had confirmed when it came out has it.

Each mail goes at most once. Its mark is written, and the transaction over, before the mail goes; it is taken back only when the
server has answered that it did not take the mail. Where the connection breaks in between nobody knows, and it is not sent again.
"""

import logging
import time
from datetime import timedelta
from smtplib import SMTPRecipientsRefused, SMTPResponseException

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from vidan.foundation.calendar import clock
from vidan.foundation.jobs.progress import report
from vidan.foundation.journal.record import record
from vidan.foundation.vault.seal import Broken
from vidan.outreach.bulletin_mail import bulletin_mail, told_of
from vidan.outreach.models import Bulletin, Mailing, Subscriber
from vidan.outreach.services.subscribe import mail_goes_out
from vidan.outreach.subscriber_marks import opened

logger = logging.getLogger("vidan.bulletins")

SECONDS = 20
"""How long a round lasts, so that notices go in between."""

BATCH = 25
"""Mails between two writings of how far it is."""

PATIENCE = timedelta(days=3)
"""After so long whoever was not reached is left: the next bulletin may reach him."""

FOR_NOW = range(400, 500)
"""Answers of a mail server that mean: not now."""


def work_name(bulletin: Bulletin) -> str:
    """Under which name the progress of mailing is told."""
    return f"bulletin {bulletin.code}"


def mail_bulletins() -> str:
    """Go on mailing what has been sent out; says how many mails went. Raises OSError when there is no mail server."""
    until, sent = time.monotonic() + SECONDS, 0
    for bulletin in (
        Bulletin.objects.public().filter(mailed_at__isnull=True).select_related("front").order_by("sent_at")
    ):
        sent += _go_on(bulletin, until)
    return f"{sent} sent" if sent else ""


def waiting_for(bulletin: Bulletin) -> QuerySet[Subscriber]:
    """Who had confirmed when it came out and has no mail of it."""
    had = Subscriber.objects.filter(confirmed_at__lte=bulletin.sent_at)
    return had.exclude(mailings__bulletin=bulletin).order_by("pk")


def _go_on(bulletin: Bulletin, until: float) -> int:
    sent, told = 0, told_of(bulletin)
    rows = list(waiting_for(bulletin).values_list("pk", flat=True)) if mail_goes_out() else []
    if rows:
        _report(bulletin)
        connection = get_connection()
        connection.open()
        try:
            for count, pk in enumerate(rows, 1):
                if time.monotonic() > until:
                    break
                sent += _mail(bulletin, told, pk, connection)
                if count % BATCH == 0:
                    _report(bulletin)
        finally:
            connection.close()
    _end_if_over(bulletin)
    return sent


def _mail(bulletin: Bulletin, told: dict[str, object], pk: int, connection: BaseEmailBackend) -> bool:
    """Mail to one; whether the server took it. Raises OSError when the connection broke."""
    row = Subscriber.objects.filter(pk=pk).first()
    if row is None or not _take(bulletin, pk):
        return False
    try:
        address, token = opened(row)
        mail = bulletin_mail(told, address=address, token=token)
        mail.connection = connection
        mail.send()
    except Broken:
        logger.warning("a subscriber's address could not be opened")
        return False
    except SMTPRecipientsRefused as refused:
        _not_taken(bulletin, pk, [code for code, _words in refused.recipients.values()])
        return False
    except SMTPResponseException as refused:
        _not_taken(bulletin, pk, [refused.smtp_code])
        return False
    return True


def _take(bulletin: Bulletin, pk: int) -> bool:
    """Write the mark; False when it is there or the subscriber has just left."""
    try:
        with transaction.atomic():
            Mailing.objects.create(bulletin=bulletin, subscriber_id=pk)
    except IntegrityError:
        return False
    return True


def _not_taken(bulletin: Bulletin, pk: int, codes: list[int]) -> None:
    """The server said no: for good, and the mark stays, or not now, and the next round tries again."""
    logger.warning("a mail of %s was not taken: %s", bulletin.code, codes)
    if all(code in FOR_NOW for code in codes):
        Mailing.objects.filter(bulletin=bulletin, subscriber_id=pk).delete()


def _report(bulletin: Bulletin) -> None:
    done, left = bulletin.mailings.count(), waiting_for(bulletin).count()
    report(work_name(bulletin), done=done, total=done + left)


def _end_if_over(bulletin: Bulletin) -> None:
    assert bulletin.sent_at is not None
    left = waiting_for(bulletin).count() if mail_goes_out() else 0
    if left and clock.now() < bulletin.sent_at + PATIENCE:
        _report(bulletin)
        return
    with transaction.atomic():
        count = bulletin.mailings.count()
        if Bulletin.objects.filter(pk=bulletin.pk, mailed_at__isnull=True).update(mailed_at=clock.now()):
            facts: dict[str, str | int | bool | None] = {"count": count, "left": left}
            record("bulletin.mailed", subject=bulletin.code, actor="system", unit_id=bulletin.front_id, facts=facts)
        report(work_name(bulletin), done=count, total=count)
