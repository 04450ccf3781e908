"""What is sealed opens only where it belongs, with the key that sealed it, for those who hold it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cases.made import unit

from vidan.foundation.accounts.models import User
from vidan.foundation.vault.custody import (
    WrongPassphrase,
    front_private,
    make_front_key,
    make_keeper,
    open_to_custodian,
    unwrap,
)
from vidan.foundation.vault.models import SealedText
from vidan.foundation.vault.seal import Broken, open_sealed, seal
from vidan.foundation.vault.services import NoFrontKey, OnlyCustodians, open_text, seal_text, seal_to_front
from vidan.site.sample.people import PASSPHRASE, address


@given(st.binary(max_size=500), st.binary(max_size=40))
def test_what_is_sealed_opens_to_the_same(data: bytes, bound: bytes) -> None:
    assert open_sealed(seal(data, bound), bound) == data


@given(st.binary(min_size=1, max_size=80), st.integers(0, 10_000), st.integers(1, 255))
def test_one_changed_bit_breaks_the_seal(data: bytes, place: int, change: int) -> None:
    sealed = bytearray(seal(data, b"here"))
    sealed[place % len(sealed)] ^= change
    with pytest.raises(Broken):
        open_sealed(bytes(sealed), b"here")


def test_a_seal_moved_to_another_place_does_not_open() -> None:
    with pytest.raises(Broken):
        open_sealed(seal(b"x", b"here"), b"there")


@pytest.mark.django_db
def test_a_text_moved_to_another_file_does_not_open() -> None:
    kept = seal_text(kind="case.story", text="chuyện", subject="PA-1")
    kept.subject = "PA-2"
    with pytest.raises(Broken):
        open_text(kept)


@pytest.mark.django_db
def test_a_name_given_in_confidence_opens_to_a_custodian_alone() -> None:
    front = unit("mttq-a-quan-2")
    kept = seal_to_front(kind="case.identity", text="tên", subject="PA-1", front=front)
    with pytest.raises(OnlyCustodians):
        open_text(SealedText.objects.get(pk=kept.pk))
    assert kept.front_key is not None
    keeper = kept.front_key.custodians.get().keeper
    private = front_private(key=kept.front_key, own=unwrap(keeper=keeper, passphrase=PASSPHRASE))
    assert open_to_custodian(sealed=kept, private=private) == "tên"
    with pytest.raises(WrongPassphrase):
        unwrap(keeper=keeper, passphrase="sai")


@pytest.mark.django_db
def test_a_front_without_a_key_uses_the_key_of_the_front_above_or_refuses() -> None:
    ward = unit("mttq-a-an-phu")
    assert seal_to_front(kind="k", text="t", subject="s", front=ward).front_key is not None
    with pytest.raises(NoFrontKey):
        seal_to_front(kind="k", text="t", subject="s", front=unit("mttq-tp-ho-chi-minh"))


@pytest.mark.django_db
def test_each_custodian_has_a_copy_of_her_own() -> None:
    phrases = {"bien-tap": "một câu dài thứ nhất", "lanh-dao": "một câu dài thứ hai"}
    keepers = [make_keeper(user=User.objects.get(email=address(one)), passphrase=p) for one, p in phrases.items()]
    key = make_front_key(unit=unit("mttq-tp-ho-chi-minh"), keepers=keepers)
    own = [unwrap(keeper=keeper, passphrase=p) for keeper, p in zip(keepers, phrases.values(), strict=True)]
    assert len({bytes(one) for one in own}) == 2
    assert len({bytes(front_private(key=key, own=one)) for one in own}) == 1
