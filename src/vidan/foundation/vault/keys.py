"""Giữ khóa của Mặt trận: who keeps the Front's key, how another joins and leaves, a new key, and what a loss means.

A custodian's passphrase is known to her alone; others hand her a copy by her public key, so nobody ever types it for her.
What needs the Front's private half asks for `own`, the private key that an open sitting gives for one request.
"""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from nacl.public import PrivateKey, PublicKey, SealedBox

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.accounts.models import Assignment, User
from vidan.foundation.accounts.roles import Role
from vidan.foundation.accounts.staff import AlreadyThere, give_role
from vidan.foundation.calendar import clock
from vidan.foundation.units.models import Unit
from vidan.foundation.units.selectors import on_day
from vidan.foundation.vault.custody import (
    NoCopy,
    fingerprint,
    front_private,
    hand_copy,
    make_front_key,
    make_keeper,
    open_to_custodian,
    wrapped_under,
)
from vidan.foundation.vault.models import Custodian, FrontKey, Keeper, SealedText, Sitting
from vidan.foundation.vault.seal import Broken
from vidan.foundation.vault.services import takes_in_confidence
from vidan.foundation.vault.sitting import PERMISSION, close_sitting, tell

BATCH = 500
"""Texts that are sealed anew in one go: a few tenths of a second."""

START_OVER = "vault.start_over"


class NotHers(PermissionError):
    """The person is no custodian of this Front, has no passphrase yet, or put another key in place since it was read aloud."""


class StillHeld(PermissionError):
    """Somebody still holds the Front's key, so only she may make a new one."""


class LastOne(PermissionError):
    """The last custodian stays: without her the names would be closed for ever."""


def unit_of(actor: Actor) -> Unit | None:
    """The Front whose key the actor keeps, or whose head he is."""
    ids = actor.units_with(PERMISSION) | actor.units_with(START_OVER)
    return Unit.objects.select_related("parent").filter(pk__in=ids).order_by("pk").first()


def current_key(unit: Unit) -> FrontKey | None:
    """The key of a Front that takes names today."""
    return FrontKey.objects.filter(unit=unit, retired_at__isnull=True).order_by("-pk").first()


def custodians_of(unit: Unit) -> QuerySet[User]:
    """Who has the role of custodian in a Front today."""
    held = Assignment.objects.filter(on_day(clock.today()), unit=unit, role=Role.CUSTODIAN)
    return User.objects.filter(pk__in=held.values("user_id"), is_active=True).order_by("name", "pk")


def holders(key: FrontKey) -> QuerySet[Custodian]:
    """The copies of a key whose custodians have the role today."""
    return key.custodians.filter(keeper__user__in=custodians_of(key.unit)).select_related("keeper__user")


def set_passphrase(*, actor: Actor, passphrase: str) -> Keeper:
    """A custodian's first passphrase, typed by herself; raises AlreadyThere, custody.TooShort."""
    try:
        with transaction.atomic():
            keeper = make_keeper(user=User.objects.get(code=actor.code), passphrase=passphrase)
            tell("custody.passphrase", actor, how="first")
    except IntegrityError as taken:
        raise AlreadyThere(actor.code) from taken
    return keeper


def change_passphrase(*, actor: Actor, own: PrivateKey, passphrase: str) -> None:
    """Wrap the custodian's own key under another passphrase; open sittings elsewhere end. Raises custody.TooShort."""
    salt, wrapped = wrapped_under(passphrase, own)
    with transaction.atomic():
        Keeper.objects.filter(user__code=actor.code, public=bytes(own.public_key)).update(salt=salt, wrapped=wrapped)
        tell("custody.passphrase", actor, how="changed")
        close_sitting(actor=actor)


def invite(*, user: User, unit: Unit, actor: Actor) -> None:
    """Give the role of custodian; it opens nothing before a custodian has handed over a copy. Raises StillHeld."""
    by_custodian = unit.pk in actor.units_with(PERMISSION)
    with transaction.atomic():
        if not by_custodian:
            _refuse_while_held(unit)
        again = Assignment.objects.filter(user=user, unit=unit, role=Role.CUSTODIAN, valid_from=clock.today())
        if not again.update(valid_to=None):
            give_role(user=user, role=Role.CUSTODIAN, unit=unit, since=clock.today(), actor=actor)
        tell("custody.invite", actor, subject=user.code)


def hand_over(*, user: User, unit: Unit, read_aloud: str, actor: Actor, own: PrivateKey) -> None:
    """Seal copies of all keys of the Front to another custodian, whose digits were compared; raises NotHers, custody.NoCopy."""
    with transaction.atomic():
        keeper = Keeper.objects.select_for_update().filter(user=user, user__in=custodians_of(unit)).first()
        if keeper is None or fingerprint(keeper) != read_aloud:
            raise NotHers
        handed = 0
        for key in _keys_held(unit, own):
            if not Custodian.objects.filter(key=key, keeper=keeper).exists():
                hand_copy(key=key, private=front_private(key=key, own=own), keeper=keeper)
                handed += 1
        if not handed:
            raise NoCopy
        tell("custody.hand_over", actor, subject=user.code, keys=handed)


def remove(*, user: User, unit: Unit, actor: Actor) -> None:
    """Take the copies and the role from a custodian; raises LastOne. A new key afterwards keeps even a stolen copy out."""
    with transaction.atomic():
        key = current_key(unit)
        left = holders(key).select_for_update(of=("self",)).exclude(keeper__user=user) if key else None
        if user.pk == actor.user_id or left is None or not left:
            raise LastOne
        Custodian.objects.filter(key__unit=unit, keeper__user=user).delete()
        Sitting.objects.filter(keeper__user=user).delete()
        held = Assignment.objects.filter(on_day(clock.today()), unit=unit, role=Role.CUSTODIAN, user=user)
        held.update(valid_to=clock.today() - timedelta(days=1))
        tell("custody.remove", actor, subject=user.code)


def rotate(*, unit: Unit, actor: Actor, own: PrivateKey) -> FrontKey:
    """A new key pair for the Front, sealed to all who hold the present one; new names go to it. Raises custody.NoCopy."""
    with transaction.atomic():
        old = FrontKey.objects.select_for_update().filter(unit=unit, retired_at__isnull=True).order_by("-pk").first()
        if old is None:
            raise NoCopy
        front_private(key=old, own=own)
        key = make_front_key(unit=unit, keepers=[held.keeper for held in holders(old)])
        _retire(unit, but=key)
        tell("custody.rotate", actor, subject=f"front-key-{key.pk}", was=old.pk)
    return key


def to_reseal(unit: Unit) -> int:
    """How many texts still lie under retired keys of a Front that somebody can open."""
    return _old_texts(unit).count()


def reseal(*, unit: Unit, actor: Actor, own: PrivateKey, limit: int = BATCH) -> int:
    """Seal texts of retired keys to the present one; returns how many. A retired key without texts is forgotten by all."""
    key = current_key(unit)
    if key is None:
        return 0
    box = SealedBox(PublicKey(bytes(key.public)))
    with transaction.atomic():
        done = 0
        for old in _keys_held(unit, own):
            if old.pk == key.pk:
                continue
            private = front_private(key=old, own=own)
            for sealed in _texts(old).select_for_update()[: limit - done]:
                try:
                    text = open_to_custodian(sealed=sealed, private=private)
                except Broken:  # one altered text must not keep the others under an old key
                    continue
                bound = f"{sealed.kind}\0{sealed.subject}\0".encode()
                sealed.body, sealed.front_key = box.encrypt(bound + text.encode()), key
                sealed.save(update_fields=["body", "front_key"])
                done += 1
            if not _texts(old).exists():
                Custodian.objects.filter(key=old).delete()
        tell("custody.reseal", actor, subject=f"front-key-{key.pk}", texts=done)
    return done


def declare_loss(*, actor: Actor) -> None:
    """A custodian lost her passphrase: her copies are destroyed, and she may set a new one and be handed copies again.

    A key that nobody is left to open is retired at once, so that no more names are sealed to it.
    """
    with transaction.atomic():
        keys = list(FrontKey.objects.filter(custodians__keeper__user__code=actor.code).select_related("unit"))
        Custodian.objects.filter(keeper__user__code=actor.code).delete()
        Keeper.objects.filter(user__code=actor.code).delete()
        for key in keys:
            if not holders(key).exists():
                FrontKey.objects.filter(pk=key.pk, retired_at__isnull=True).update(retired_at=clock.now())
        tell("custody.lost", actor)
    takes_in_confidence.forget()


def start_over(*, unit: Unit, keeper: Keeper, actor: Actor) -> FrontKey:
    """A new key when nobody holds the present one; what lies under the old one stays closed for ever.

    Raises StillHeld, NotHers.
    """
    with transaction.atomic():
        _refuse_while_held(unit)
        if not custodians_of(unit).filter(pk=keeper.user_id).exists():
            raise NotHers
        key = make_front_key(unit=unit, keepers=[keeper])
        _retire(unit, but=key)
        tell("custody.start_over", actor, subject=f"front-key-{key.pk}", to=keeper.user.code)
    return key


def is_held(unit: Unit) -> bool:
    """Whether somebody with the role of today holds the Front's present key."""
    key = current_key(unit)
    return key is not None and holders(key).exists()


def lost_for_ever(unit: Unit) -> int:
    """How many texts lie under keys of the Front that nobody holds a copy of."""
    rows = SealedText.objects.filter(front_key__unit=unit, front_key__custodians__isnull=True)
    return rows.exclude(body=b"").count()


def _refuse_while_held(unit: Unit) -> None:
    if is_held(unit):
        raise StillHeld


def _retire(unit: Unit, *, but: FrontKey) -> None:
    old = FrontKey.objects.filter(unit=unit, retired_at__isnull=True).exclude(pk=but.pk)
    old.update(retired_at=clock.now())
    takes_in_confidence.forget()


def _keys_held(unit: Unit, own: PrivateKey) -> list[FrontKey]:
    rows = FrontKey.objects.filter(unit=unit, custodians__keeper__public=bytes(own.public_key))
    return list(rows.select_related("unit").order_by("pk"))


def _texts(key: FrontKey) -> QuerySet[SealedText]:
    return SealedText.objects.filter(front_key=key).exclude(body=b"").order_by("pk")


def _old_texts(unit: Unit) -> QuerySet[SealedText]:
    held = Custodian.objects.filter(key__unit=unit, key__retired_at__isnull=False)
    return SealedText.objects.filter(front_key__in=held.values("key_id")).exclude(body=b"")
