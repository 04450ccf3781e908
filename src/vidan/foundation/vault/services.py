"""Sealing and opening texts. Who may open one is asked before, by the duty that owns the text."""

import hashlib
from collections.abc import Collection

from django.db.models import Q
from nacl.public import PublicKey, SealedBox

from vidan.foundation.units.kept import Kept
from vidan.foundation.units.models import Unit
from vidan.foundation.vault.models import FrontKey, SealedText
from vidan.foundation.vault.seal import open_sealed, seal


class NoFrontKey(RuntimeError):
    """The Front has no key yet, so it cannot take anybody's name in confidence."""


class OnlyCustodians(PermissionError):
    """The text is sealed to the Front's public key; no process of the server can open it."""


def seal_text(*, kind: str, text: str, subject: str) -> SealedText:
    """Seal a text under the server's key and store it."""
    body = seal(text.encode(), bound_text(kind, subject))
    return SealedText.objects.create(kind=kind, subject=subject, under=SealedText.SERVER, body=body)


def open_text(sealed: SealedText) -> str:
    """The text of a server seal, empty when it was destroyed; raises OnlyCustodians for a Front seal, seal.Broken."""
    if sealed.under != SealedText.SERVER:
        raise OnlyCustodians
    if not sealed.body:
        return ""
    return open_sealed(bytes(sealed.body), bound_text(sealed.kind, sealed.subject)).decode()


def seal_to_front(*, kind: str, text: str, subject: str, front: Unit) -> SealedText:
    """Seal a text to the public key of a Front, or of the next Front above that has one; raises NoFrontKey."""
    key = front_key(front)
    box = SealedBox(PublicKey(bytes(key.public)))
    # The box carries no bound data of its own, so what it belongs to is sealed inside.
    body = box.encrypt(bound_text(kind, subject) + b"\0" + text.encode())
    return SealedText.objects.create(kind=kind, subject=subject, under=SealedText.FRONT, front_key=key, body=body)


def sealed_again(sealed: SealedText) -> SealedText:
    """A second row of the same seal, for a file that was split off; nothing is opened, and it stays bound to the first file."""
    parts = ("kind", "subject", "under", "front_key_id", "body")
    return SealedText.objects.create(**{name: getattr(sealed, name) for name in parts})


def front_key(front: Unit) -> FrontKey:
    """The key that takes names in confidence for a Front; raises NoFrontKey."""
    unit: Unit | None = front
    while unit is not None:
        key = FrontKey.objects.filter(unit=unit, retired_at__isnull=True).order_by("-pk").first()
        if key is not None:
            return key
        unit = unit.parent
    raise NoFrontKey(front.slug)


@Kept
def takes_in_confidence(front: Unit) -> bool:
    """Whether a Front, or one above it, has a key that names can be sealed to."""
    try:
        front_key(front)
    except NoFrontKey:
        return False
    return True


def digest_of_reason(text: str) -> str:
    """What the journal keeps of a written reason: its SHA-256 as hexadecimal; the words stay in the vault."""
    return hashlib.sha256(text.encode()).hexdigest()


def destroy_texts(*, subject: str, along: Collection[int] = (), spared: Collection[int] = ()) -> int:
    """Destroy every sealed text of a file, whatever key it lies under (tiêu hủy); returns how many. The rows stay, empty.

    `along` are rows that came from another file by sealed_again(), `spared` those that went to one which is still kept.
    """
    rows = SealedText.objects.filter(Q(subject=subject) | Q(pk__in=along)).exclude(pk__in=spared)
    return rows.exclude(body=b"").update(body=b"")


def bound_text(kind: str, subject: str) -> bytes:
    """What a text is sealed with, so that it cannot take the place of another."""
    return f"{kind}\0{subject}".encode()
