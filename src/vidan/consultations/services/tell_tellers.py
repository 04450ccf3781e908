"""Báo người góp ý: who left an address and agreed to mail is told that the criticism was answered, and that it has ended.

Only addresses that the server may read: a confidential teller's lies sealed to the Front, and he sees it by his code. The mail
holds neither the opinion nor a name; the journal holds how many were mailed.
"""

import json
import logging
from collections.abc import Mapping
from smtplib import SMTPException
from types import MappingProxyType

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django_tasks import task

from vidan.consultations.models import Draft, Opinion
from vidan.consultations.services.open_opinion import name_is_kept
from vidan.foundation.accounts.actors import SYSTEM
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.journal.record import record
from vidan.foundation.notices.tasks import MOST, from_now, wait_before
from vidan.foundation.papers.wording import worded
from vidan.foundation.vault.models import SealedText
from vidan.foundation.vault.seal import Broken
from vidan.foundation.vault.services import open_text

ANSWERED, ENDED = "answered", "ended"

TOLD: Mapping[str, str] = MappingProxyType(
    {"take_answer": ANSWERED, "close": ENDED, "close_unissued": ENDED, "stop": ENDED, "stop_sent": ENDED}
)
"""Which moves of a draft are news to those who gave an opinion."""

SUBJECTS: Mapping[str, str] = MappingProxyType(
    {ANSWERED: "Dự thảo ông/bà góp ý đã có trả lời", ENDED: "Việc phản biện dự thảo ông/bà góp ý đã kết thúc"}
)
"""Vietnamese as every letter of the Front, whatever language its officer reads."""

logger = logging.getLogger("vidan.consultations")


def tell_tellers(draft: Draft, move: str) -> None:
    """Have those told whom a move concerns, once the running transaction is done; nobody is mailed about a sample."""
    if move in TOLD and not draft.is_sample:
        mail_tellers.enqueue(draft.code, TOLD[move])


@task()
def mail_tellers(code: str, what: str) -> None:
    """Find the addresses, each once however many opinions came from it, and have each mailed."""
    rows = Opinion.objects.filter(draft__code=code, mode=TellerMode.NAMED, identity__under=SealedText.SERVER)
    rows = rows.exclude(consent__withdrawn_on__isnull=False)
    first: dict[str, int] = {}
    for opinion in rows.select_related("identity").order_by("pk").iterator(chunk_size=500):
        if address := _address(opinion):
            first.setdefault(address.casefold(), opinion.pk)
    draft = Draft.objects.get(code=code)
    with transaction.atomic():
        facts: dict[str, str | int | bool | None] = {"what": what, "mails": len(first)}
        record("draft.tell", subject=code, actor=SYSTEM.code, unit_id=draft.front_id, facts=facts)
        for pk in first.values():
            mail_teller.enqueue(pk, what)


@task()
def mail_teller(pk: int, what: str, tried: int = 0) -> None:
    """Mail the teller of one opinion; the address is in no job, and is looked up when it is used."""
    opinion = Opinion.objects.select_related("identity", "draft__front").get(pk=pk)
    address = _address(opinion)
    if not address or not name_is_kept(opinion):
        return
    slots = {
        "front": opinion.draft.front.name,
        "draft": opinion.draft.title,
        "address": f"{settings.ORIGIN}/gop-y-du-thao/{opinion.draft.code}/",
        "origin": settings.ORIGIN,
    }
    text = "\n\n".join(block.text for block in worded(f"criticism_{what}_mail", slots))
    try:
        send_mail(SUBJECTS[what], text, None, [address])
    except (OSError, SMTPException) as lost:
        if tried >= MOST:
            raise
        wait = wait_before(tried)
        logger.warning("news of a draft was not taken (%s), tried again in %s", type(lost).__name__, wait)
        mail_teller.using(run_after=from_now(wait)).enqueue(pk, what, tried + 1)


def _address(opinion: Opinion) -> str:
    """The address of a named teller who agreed to mail; empty for all others, and where the seal cannot be opened."""
    if opinion.mode != TellerMode.NAMED or opinion.identity is None or opinion.identity.under != SealedText.SERVER:
        return ""
    try:
        told = json.loads(open_text(opinion.identity) or "{}")
    except Broken:
        return ""  # the check of the vault tells of it; the others are mailed all the same
    return str(told.get("email") or "") if told.get("by_email") else ""
