"""Keeping a draft (bản đang viết) under a key made from a short code and the server's key."""

import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone
from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from vidan.foundation.files.services import destroy
from vidan.foundation.intake.models import Draft

LIVES = timedelta(days=1)
ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"
"""Letters and digits that are not mistaken for each other."""

BY_MARK = "SELECT * FROM intake_draft WHERE mark = %s"
"""Every page of every form asks this, so it is not composed anew each time."""

LENGTH = 10
COOKIE = "vidan_draft"


@dataclass
class Writing:
    """An open draft: its short code, what was typed (by step), and the secret that its receipt will come from."""

    row: Draft
    code: str
    typed: dict[str, Any] = field(default_factory=dict)
    secret: bytes = b""
    subject: str = ""

    @property
    def sent(self) -> bool:
        return self.row.sent


def new_code() -> str:
    """A short code for a draft to come."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def begin(form: str, code: str = "") -> Writing:
    """Begin an empty draft, under a code that a page was given before or a new one; nothing is stored before the first save()."""
    code = code if _is_code(code) else new_code()
    row = Draft(mark=_mark(code), form=form, ends_at=timezone.now() + LIVES, files=f"draft-{secrets.token_hex(12)}")
    return Writing(row, code, secret=secrets.token_bytes(16))


def find(form: str, code: str) -> Writing | None:
    """The draft of a short code while it lives, or None."""
    if not _is_code(code):
        return None
    row = next(iter(Draft.objects.raw(BY_MARK, [_mark(code)])), None)
    if row is None or row.form != form or row.ends_at <= timezone.now():
        return None
    try:
        kept = json.loads(_box(code).decrypt(bytes(row.body)))
    except CryptoError:  # sealed under an older key of the server
        return None
    return Writing(row, code, kept["typed"], bytes.fromhex(kept["secret"]), kept["subject"])


def save(writing: Writing) -> None:
    """Store what was typed so far."""
    writing.row.body = _sealed(writing)
    writing.row.save()


def claim(writing: Writing, *, subject: str) -> bool:
    """Mark the draft as sent and destroy what was typed, in the running transaction; False when another post was first."""
    writing.typed, writing.subject = {}, subject
    won = Draft.objects.filter(pk=writing.row.pk, sent=False).update(sent=True, body=_sealed(writing))
    return bool(won)


def end(writing: Writing) -> None:
    """Destroy a draft with its files."""
    Draft.objects.filter(pk=writing.row.pk).delete()
    if not writing.row.sent:
        destroy(subject=writing.row.files)


def sweep() -> int:
    """Destroy the drafts whose day is over; returns how many."""
    over = list(Draft.objects.filter(ends_at__lte=timezone.now())[:1000])
    for row in over:
        if not row.sent:
            destroy(subject=row.files)
        row.delete()
    return len(over)


def _sealed(writing: Writing) -> bytes:
    kept = {"typed": writing.typed, "secret": writing.secret.hex(), "subject": writing.subject}
    return bytes(_box(writing.code).encrypt(json.dumps(kept).encode()))


def _is_code(code: str) -> bool:
    return len(code) == LENGTH and set(code) <= set(ALPHABET)


def _mark(code: str) -> str:
    return hmac.new(settings.KEYS.draft, b"mark\0" + code.encode(), hashlib.sha256).hexdigest()


def _box(code: str) -> SecretBox:
    return SecretBox(hmac.new(settings.KEYS.draft, b"key\0" + code.encode(), hashlib.sha256).digest())
