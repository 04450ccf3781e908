"""Issuing a receipt, coming back with it, and writing letters to and fro."""

import hmac

from vidan.foundation.calendar import clock
from vidan.foundation.receipts.code import code_from, mark_of
from vidan.foundation.receipts.models import Author, Letter, Receipt
from vidan.foundation.vault.services import open_text, seal_text


def issue(*, subject: str, secret: bytes) -> str:
    """Issue the receipt of a file in the running transaction and return its code, which is not kept."""
    code = code_from(secret)
    Receipt.objects.create(subject=subject, mark=mark_of(code), issued_at=clock.now())
    return code


def note_down(*, subject: str) -> None:
    """The person has said that the code was written down."""
    Receipt.objects.filter(subject=subject, noted_at__isnull=True).update(noted_at=clock.now())


def receipt_by_code(code: str) -> Receipt | None:
    """The receipt a code belongs to, or None; the last comparison takes the same time whatever was typed."""
    mark = mark_of(code)
    kept = Receipt.objects.filter(mark=mark).first()
    return kept if kept and hmac.compare_digest(kept.mark, mark) else None


def write_letter(*, subject: str, author: Author, actor: str, text: str) -> Letter:
    """Add a letter to the conversation."""
    body = seal_text(kind="letter", text=text, subject=subject)
    return Letter.objects.create(subject=subject, author=author, actor=actor, body=body, written_at=clock.now())


def letters_of(subject: str) -> list[tuple[Letter, str]]:
    """The conversation with its words, oldest first."""
    return [
        (letter, open_text(letter.body)) for letter in Letter.objects.filter(subject=subject).select_related("body")
    ]


def letters_read(*, subject: str, author: Author) -> None:
    """The other side has read the letters of an author."""
    Letter.objects.filter(subject=subject, author=author, read_at__isnull=True).update(read_at=clock.now())
