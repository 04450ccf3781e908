"""The Front's own key and who keeps it: made once, sealed to each custodian's own key, never kept open."""

import hashlib
import unicodedata
from collections.abc import Iterable

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.pwhash.argon2id import MEMLIMIT_INTERACTIVE, OPSLIMIT_INTERACTIVE, SALTBYTES, kdf
from nacl.secret import SecretBox
from nacl.utils import random

from vidan.foundation.accounts.models import User
from vidan.foundation.calendar import clock
from vidan.foundation.units.models import Unit
from vidan.foundation.vault.models import Custodian, FrontKey, Keeper, SealedText
from vidan.foundation.vault.seal import Broken

SHORTEST = 16
"""Letters a passphrase needs; a sentence is best."""


class WrongPassphrase(ValueError):
    """The passphrase does not open the custodian's own key."""


class TooShort(ValueError):
    """The passphrase has fewer than SHORTEST letters."""


class NoCopy(PermissionError):
    """The custodian has no copy of this key of the Front."""


def make_keeper(*, user: User, passphrase: str) -> Keeper:
    """Make a custodian's own key pair, its private half wrapped under her passphrase; raises TooShort."""
    private = PrivateKey.generate()
    salt, wrapped = wrapped_under(passphrase, private)
    return Keeper.objects.create(
        user=user, public=bytes(private.public_key), salt=salt, wrapped=wrapped, since=clock.now()
    )


def wrapped_under(passphrase: str, private: PrivateKey) -> tuple[bytes, bytes]:
    """A salt and the private half wrapped under a passphrase (Argon2id, XSalsa20-Poly1305); raises TooShort."""
    if len(passphrase) < SHORTEST:
        raise TooShort
    salt = random(SALTBYTES)
    return salt, bytes(SecretBox(_stretch(passphrase, salt)).encrypt(bytes(private)))


def unwrap(*, keeper: Keeper, passphrase: str) -> PrivateKey:
    """The custodian's own private key; raises WrongPassphrase."""
    box = SecretBox(_stretch(passphrase, bytes(keeper.salt)))
    try:
        return PrivateKey(box.decrypt(bytes(keeper.wrapped)))
    except CryptoError as refused:
        raise WrongPassphrase from refused


def make_front_key(*, unit: Unit, keepers: Iterable[Keeper]) -> FrontKey:
    """Make a key pair for a Front and seal the private half to each custodian; the half itself is forgotten."""
    private = PrivateKey.generate()
    key = FrontKey.objects.create(unit=unit, public=bytes(private.public_key), made_at=clock.now())
    for keeper in keepers:
        hand_copy(key=key, private=private, keeper=keeper)
    return key


def hand_copy(*, key: FrontKey, private: PrivateKey, keeper: Keeper) -> Custodian:
    """Seal the Front's private half to one custodian's own key."""
    copy = SealedBox(PublicKey(bytes(keeper.public))).encrypt(bytes(private))
    return Custodian.objects.create(key=key, keeper=keeper, copy=copy, since=clock.now())


def front_private(*, key: FrontKey, own: PrivateKey) -> PrivateKey:
    """A Front's private key, from the copy of the custodian to whom `own` belongs; raises NoCopy."""
    held = Custodian.objects.filter(key=key, keeper__public=bytes(own.public_key)).first()
    if held is None:
        raise NoCopy
    if bytes(own.public_key) == bytes(key.public):  # the custodian of before custodians had keys of their own
        return own
    try:
        return PrivateKey(SealedBox(own).decrypt(bytes(held.copy)))
    except CryptoError as refused:
        raise NoCopy from refused


def open_to_custodian(*, sealed: SealedText, private: PrivateKey) -> str:
    """The text sealed to the Front; raises seal.Broken when it was altered or belongs elsewhere."""
    try:
        told = SealedBox(private).decrypt(bytes(sealed.body))
    except (CryptoError, TypeError, ValueError) as refused:
        raise Broken("altered or foreign") from refused
    bound = f"{sealed.kind}\0{sealed.subject}\0".encode()
    if not told.startswith(bound):
        raise Broken("belongs elsewhere")
    return told.removeprefix(bound).decode()


def fingerprint(keeper: Keeper) -> str:
    """Twenty digits of a custodian's public key, read aloud before she gets a copy, lest another key lies in its place."""
    number = int.from_bytes(hashlib.sha256(b"keeper\0" + bytes(keeper.public)).digest(), "big") % 10**20
    digits = f"{number:020d}"
    return " ".join(digits[i : i + 4] for i in range(0, 20, 4))


def _stretch(passphrase: str, salt: bytes) -> bytes:
    typed = unicodedata.normalize("NFC", passphrase).encode()  # keyboards compose Vietnamese letters differently
    return kdf(SecretBox.KEY_SIZE, typed, salt, opslimit=OPSLIMIT_INTERACTIVE, memlimit=MEMLIMIT_INTERACTIVE)
