"""Keeping what a signed-in person is writing (bản nháp), on the server and sealed, so that no break of the line loses it."""

import json

from django.utils import timezone

from vidan.foundation.intake.models import KeptText
from vidan.foundation.vault.seal import Broken, open_sealed, seal

MOST = 40_000
"""Letters kept of one text."""


def keep(*, user_id: int, place: str, typed: dict[str, str]) -> None:
    """Keep the fields of a form being written; `place` says which form of which file."""
    text = json.dumps({name: value[:MOST] for name, value in typed.items()})
    body = seal(text.encode(), bound_kept(user_id, place))
    KeptText.objects.update_or_create(user_id=user_id, place=place, defaults={"body": body, "kept_at": timezone.now()})


def kept(*, user_id: int, place: str) -> dict[str, str]:
    """What was kept, empty when nothing was."""
    row = KeptText.objects.filter(user_id=user_id, place=place).first()
    if row is None:
        return {}
    try:
        typed: dict[str, str] = json.loads(open_sealed(bytes(row.body), bound_kept(user_id, place)))
    except Broken:  # sealed under a key that is gone
        return {}
    return typed


def drop(*, user_id: int, place: str) -> None:
    """Forget it: the form was sent."""
    KeptText.objects.filter(user_id=user_id, place=place).delete()


def drop_file(*, subject: str) -> None:
    """Forget what anybody was writing about one file: its content was erased."""
    KeptText.objects.filter(place__startswith=f"{subject} ").delete()


def bound_kept(user_id: int, place: str) -> bytes:
    """What a kept text is sealed with: it opens for its writer, in its place."""
    return f"kept\0{user_id}\0{place}".encode()
