"""The Front's own key: made once, wrapped to each custodian's passphrase, never kept open."""

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, SealedBox
from nacl.pwhash.argon2id import MEMLIMIT_INTERACTIVE, OPSLIMIT_INTERACTIVE, SALTBYTES, kdf
from nacl.secret import SecretBox
from nacl.utils import random

from vidan.foundation.accounts.models import User
from vidan.foundation.calendar import clock
from vidan.foundation.units.models import Unit
from vidan.foundation.vault.models import Custodian, FrontKey, SealedText
from vidan.foundation.vault.seal import Broken


class WrongPassphrase(ValueError):
    """The passphrase does not open the custodian's copy."""


def make_front_key(*, unit: Unit, custodians: dict[User, str]) -> FrontKey:
    """Make a key pair for a Front and wrap the private half to each custodian's passphrase; the half itself is forgotten."""
    private = PrivateKey.generate()
    moment = clock.now()
    key = FrontKey.objects.create(unit=unit, public=bytes(private.public_key), made_at=moment)
    for user, passphrase in custodians.items():
        salt = random(SALTBYTES)
        wrapped = SecretBox(_stretch(passphrase, salt)).encrypt(bytes(private))
        Custodian.objects.create(key=key, user=user, salt=salt, wrapped=bytes(wrapped), since=moment)
    return key


def unwrap(*, custodian: Custodian, passphrase: str) -> PrivateKey:
    """The private key, from one custodian's copy; raises WrongPassphrase."""
    box = SecretBox(_stretch(passphrase, bytes(custodian.salt)))
    try:
        return PrivateKey(box.decrypt(bytes(custodian.wrapped)))
    except CryptoError as refused:
        raise WrongPassphrase from refused


def open_to_custodian(*, sealed: SealedText, private: PrivateKey) -> str:
    """The text sealed to the Front; raises seal.Broken when it was altered or belongs elsewhere."""
    try:
        told = SealedBox(private).decrypt(bytes(sealed.body))
    except CryptoError as refused:
        raise Broken("altered or foreign") from refused
    bound = f"{sealed.kind}\0{sealed.subject}\0".encode()
    if not told.startswith(bound):
        raise Broken("belongs elsewhere")
    return told.removeprefix(bound).decode()


def _stretch(passphrase: str, salt: bytes) -> bytes:
    return kdf(
        SecretBox.KEY_SIZE, passphrase.encode(), salt, opslimit=OPSLIMIT_INTERACTIVE, memlimit=MEMLIMIT_INTERACTIVE
    )
