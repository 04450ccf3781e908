"""Phiên mở danh tính: a custodian's passphrase opens minutes in which she works; no process keeps her key in between.

Her private half is re-wrapped under a fresh secret. The secret lives in a cookie of her browser, the wrapped copy in the
database; neither opens anything without the other. Sittings end by real time, as sign-in does, not by the demo clock.
"""

import base64
import binascii
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey
from nacl.secret import SecretBox
from nacl.utils import random

from vidan.domain.custody import wait_after
from vidan.foundation.accounts.actors import SYSTEM, Actor
from vidan.foundation.journal.record import record
from vidan.foundation.vault.custody import WrongPassphrase, unwrap
from vidan.foundation.vault.models import Keeper, Sitting

PERMISSION = "vault.keep"


class NoSitting(PermissionError):
    """No sitting of this person is open in this browser: never opened, over, or opened elsewhere."""


class NoKeeper(LookupError):
    """The person has no passphrase yet."""


class Wait(PermissionError):
    """Too many wrong passphrases; `minutes` says how long the next try waits."""

    def __init__(self, left: timedelta) -> None:
        super().__init__(left)
        self.minutes = max(1, -(-int(left.total_seconds()) // 60))


def open_sitting(*, actor: Actor, passphrase: str) -> tuple[Sitting, str]:
    """Open a sitting and return it with the secret for the browser; raises NoKeeper, Wait, WrongPassphrase.

    A try is counted before it is looked at, so that many at once are no way round the waiting.
    """
    keeper = _take_try(actor)
    try:
        own = unwrap(keeper=keeper, passphrase=passphrase)
    except WrongPassphrase:
        with transaction.atomic():
            tell("custody.wrong_passphrase", actor)
        raise
    secret = random(SecretBox.KEY_SIZE)
    moment = timezone.now()
    with transaction.atomic():
        Keeper.objects.filter(pk=keeper.pk).update(tries=0, tried_at=None)
        Sitting.objects.filter(keeper=keeper).delete()
        sitting = Sitting.objects.create(
            keeper=keeper,
            opened_at=moment,
            ends_at=moment + timedelta(minutes=settings.SITTING_MINUTES),
            wrapped=bytes(SecretBox(secret).encrypt(bytes(own))),
        )
        tell("custody.sit", actor)
    return sitting, base64.urlsafe_b64encode(secret).decode("ascii")


def sitting_of(actor: Actor) -> Sitting | None:
    """The sitting of a custodian that is not over yet."""
    rows = Sitting.objects.filter(keeper__user__code=actor.code, ends_at__gt=timezone.now())
    return rows.select_related("keeper").first()


def minutes_left(sitting: Sitting) -> int:
    """How many minutes a sitting still lasts, a begun one counted."""
    return max(1, -(-int((sitting.ends_at - timezone.now()).total_seconds()) // 60))


def own_key(*, actor: Actor, secret: str) -> PrivateKey:
    """The custodian's own private key for one request, from her open sitting and her browser's secret; raises NoSitting."""
    sitting = sitting_of(actor)
    if sitting is None or not actor.may(PERMISSION):
        raise NoSitting
    try:
        box = SecretBox(base64.b64decode(secret, altchars=b"-_", validate=True))
        return PrivateKey(box.decrypt(bytes(sitting.wrapped)))
    except (CryptoError, ValueError, TypeError, binascii.Error) as refused:
        raise NoSitting from refused


def close_sitting(*, actor: Actor, how: str = "closed") -> bool:
    """Destroy the wrapped copy; False when no sitting was open."""
    with transaction.atomic():
        gone, _kinds = Sitting.objects.filter(keeper__user__code=actor.code).delete()
        if gone:
            tell("custody.rise", actor, how=how)
    return bool(gone)


def end_sittings() -> int:
    """Destroy the wrapped copies of sittings that are over; returns how many."""
    over = list(Sitting.objects.filter(ends_at__lte=timezone.now()).select_related("keeper__user"))
    for sitting in over:
        with transaction.atomic():
            if Sitting.objects.filter(pk=sitting.pk).delete()[0]:
                record("custody.rise", subject=sitting.keeper.user.code, actor=SYSTEM.code, facts={"how": "over"})
    return len(over)


def tell(event: str, actor: Actor, *, subject: str = "", **facts: str | int) -> None:
    """An entry of the journal about custody, under the custodian's code unless it is about another."""
    unit_id = min(actor.units_with(PERMISSION) | actor.units_with("vault.start_over"), default=None)
    record(event, subject=subject or actor.code, actor=actor.code, unit_id=unit_id, facts=dict(facts))


def _take_try(actor: Actor) -> Keeper:
    with transaction.atomic():
        keeper = Keeper.objects.select_for_update().filter(user__code=actor.code).first()
        if keeper is None:
            raise NoKeeper
        now = timezone.now()
        if keeper.tried_at is not None and now < keeper.tried_at + wait_after(keeper.tries):
            raise Wait(keeper.tried_at + wait_after(keeper.tries) - now)
        keeper.tries, keeper.tried_at = min(keeper.tries + 1, 1000), now
        keeper.save(update_fields=["tries", "tried_at"])
    return keeper
