"""A sitting opens by the passphrase alone, ends by itself, and outside of it nobody has a custodian's key."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, SealedBox
from nacl.secret import SecretBox
from tests.cases.made import actor, unit

from vidan.foundation.accounts.models import Assignment
from vidan.foundation.accounts.roles import Role
from vidan.foundation.journal.models import Entry
from vidan.foundation.vault.custody import WrongPassphrase, front_private, open_to_custodian
from vidan.foundation.vault.models import Custodian, FrontKey, Keeper, Sitting
from vidan.foundation.vault.services import seal_to_front
from vidan.foundation.vault.sitting import (
    NoKeeper,
    NoSitting,
    Wait,
    close_sitting,
    end_sittings,
    open_sitting,
    own_key,
)
from vidan.site.sample.people import PASSPHRASE

pytestmark = pytest.mark.django_db


def told(event: str) -> int:
    return Entry.objects.filter(event=event).count()


def test_a_sitting_gives_the_key_to_the_browser_that_opened_it() -> None:
    custodian = actor("giu-khoa")
    sealed = seal_to_front(kind="case.identity", text="tên", subject="PA-1", front=unit("mttq-a-quan-2"))
    _sitting, secret = open_sitting(actor=custodian, passphrase=PASSPHRASE)
    own = own_key(actor=custodian, secret=secret)
    assert sealed.front_key is not None
    assert open_to_custodian(sealed=sealed, private=front_private(key=sealed.front_key, own=own)) == "tên"
    assert told("custody.sit") == 1


@pytest.mark.parametrize("secret", ["", "x", "A" * 44, "é" * 44, "A" * 100_000, "\x00"])
def test_another_secret_opens_nothing(secret: str) -> None:
    custodian = actor("giu-khoa")
    open_sitting(actor=custodian, passphrase=PASSPHRASE)
    with pytest.raises(NoSitting):
        own_key(actor=custodian, secret=secret)


def test_the_secret_of_one_person_serves_no_other() -> None:
    _sitting, secret = open_sitting(actor=actor("giu-khoa"), passphrase=PASSPHRASE)
    with pytest.raises(NoSitting):
        own_key(actor=actor("lanh-dao"), secret=secret)


def test_a_sitting_ends_by_its_time_and_its_copy_is_destroyed() -> None:
    custodian = actor("giu-khoa")
    sitting, secret = open_sitting(actor=custodian, passphrase=PASSPHRASE)
    assert sitting.ends_at - sitting.opened_at == timedelta(minutes=settings.SITTING_MINUTES)
    Sitting.objects.update(ends_at=timezone.now() - timedelta(seconds=1))
    with pytest.raises(NoSitting):
        own_key(actor=custodian, secret=secret)
    assert end_sittings() == 1
    assert not Sitting.objects.exists()
    assert told("custody.rise") == 1


def test_a_closed_sitting_gives_nothing_more() -> None:
    custodian = actor("giu-khoa")
    _sitting, secret = open_sitting(actor=custodian, passphrase=PASSPHRASE)
    assert close_sitting(actor=custodian)
    assert not close_sitting(actor=custodian)
    with pytest.raises(NoSitting):
        own_key(actor=custodian, secret=secret)


def test_a_second_sitting_ends_the_first() -> None:
    custodian = actor("giu-khoa")
    _sitting, first = open_sitting(actor=custodian, passphrase=PASSPHRASE)
    _sitting, second = open_sitting(actor=custodian, passphrase=PASSPHRASE)
    own_key(actor=custodian, secret=second)
    with pytest.raises(NoSitting):
        own_key(actor=custodian, secret=first)


def test_signing_out_ends_the_sitting(signed_in: Callable[[str], Client]) -> None:
    client = signed_in("giu-khoa")
    open_sitting(actor=actor("giu-khoa"), passphrase=PASSPHRASE)
    client.post("/ban-lam-viec/dang-nhap/logout/")
    assert not Sitting.objects.exists()


def test_who_is_custodian_no_more_has_no_sitting() -> None:
    custodian = actor("giu-khoa")
    _sitting, secret = open_sitting(actor=custodian, passphrase=PASSPHRASE)
    Assignment.objects.filter(role=Role.CUSTODIAN).update(valid_to="2018-03-12")
    with pytest.raises(NoSitting):
        own_key(actor=actor("giu-khoa"), secret=secret)


def test_who_has_no_passphrase_has_no_sitting() -> None:
    with pytest.raises(NoKeeper):
        open_sitting(actor=actor("lanh-dao"), passphrase=PASSPHRASE)


def test_wrong_passphrases_are_counted_journalled_and_slowed() -> None:
    custodian = actor("giu-khoa")
    for _n in range(3):
        with pytest.raises(WrongPassphrase):
            open_sitting(actor=custodian, passphrase="sai hẳn rồi")
    with pytest.raises(Wait) as refused:
        open_sitting(actor=custodian, passphrase=PASSPHRASE)
    assert refused.value.minutes == 1
    assert told("custody.wrong_passphrase") == 3
    Keeper.objects.update(tried_at=timezone.now() - timedelta(minutes=2))
    open_sitting(actor=custodian, passphrase=PASSPHRASE)
    assert Keeper.objects.get().tries == 0


def test_a_passphrase_is_the_same_however_the_keyboard_composes_it() -> None:
    from unicodedata import normalize

    from vidan.foundation.vault.custody import unwrap
    from vidan.foundation.vault.keys import change_passphrase

    custodian = actor("giu-khoa")
    _sitting, secret = open_sitting(actor=custodian, passphrase=PASSPHRASE)
    new = "một câu thật dài và dễ nhớ"
    change_passphrase(actor=custodian, own=own_key(actor=custodian, secret=secret), passphrase=normalize("NFD", new))
    unwrap(keeper=Keeper.objects.get(), passphrase=normalize("NFC", new))


def test_a_thief_of_database_and_key_file_reads_no_name_given_in_confidence() -> None:
    """Every 32 bytes he finds, in the tables and in the key file, opens neither a wrapped key nor the name; in a sitting too."""
    sealed = seal_to_front(kind="case.identity", text="tên", subject="PA-1", front=unit("mttq-a-quan-2"))
    open_sitting(actor=actor("giu-khoa"), passphrase=PASSPHRASE)
    keeper, copy, sitting = Keeper.objects.get(), Custodian.objects.get(), Sitting.objects.get()
    blobs = [keeper.public, keeper.salt, keeper.wrapped, copy.copy, sitting.wrapped, FrontKey.objects.get().public]
    blobs += [sealed.body, *settings.KEYS.server.values(), settings.KEYS.receipt, settings.KEYS.draft]
    blobs += [settings.KEYS.session_secret.encode()]
    keys = {bytes(blob)[i : i + 32] for blob in blobs for i in range(len(bytes(blob)) - 31)}
    assert len(keys) > 100
    for key in keys:
        for locked in (keeper.wrapped, sitting.wrapped):
            with pytest.raises(CryptoError):
                SecretBox(key).decrypt(bytes(locked))
        for locked in (copy.copy, sealed.body):
            with pytest.raises(CryptoError):
                SealedBox(PrivateKey(key)).decrypt(bytes(locked))
