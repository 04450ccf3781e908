"""Gửi biên nhận qua thư điện tử: only to who agreed to it; the code and the dates, never what the word is about."""

from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction

from vidan.cases.models import CaseFile
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.journal.record import record
from vidan.foundation.papers.wording import worded
from vidan.foundation.receipts.code import grouped

SUBJECT = "Biên nhận ý kiến"
"""Vietnamese as every letter of the Front, whatever language its officer reads."""


def mail_receipt(*, case: CaseFile, code: str, to: str, actor: Actor) -> bool:
    """Send the receipt of an entered case; False when the mail server did not take it.

    The code is in no row and no job, so it is sent at once by who entered the case and not by the worker.
    """
    with transaction.atomic():
        record("case.mail_receipt", subject=case.code, actor=actor.code, unit_id=case.front_id)
    slots = {
        "front": case.front.name,
        "day": f"{case.received_at:%d/%m/%Y}",
        "code": grouped(code),
        "promised": f"{case.promised_on:%d/%m/%Y}",
        "origin": settings.ORIGIN,
    }
    text = "\n\n".join(block.text for block in worded("receipt_mail", slots))
    try:
        send_mail(SUBJECT, text, None, [to])
    except (OSError, SMTPException):
        return False
    return True
