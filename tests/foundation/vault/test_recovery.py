"""What is sealed to the recovery key opens with it and nothing else, whole or not at all."""

import io
from pathlib import Path

import pytest
from nacl.public import PrivateKey

from vidan.foundation.vault.recovery import (
    FRAME,
    MistypedKey,
    NotOpened,
    OpenedReader,
    SealingWriter,
    printed,
    read_printed,
    whole,
)

pytestmark = pytest.mark.once

KEY = PrivateKey.generate()
LONG = bytes(range(256)) * (FRAME // 256) * 2 + b"the end"


def sealed(data: bytes, key: PrivateKey = KEY) -> bytes:
    out = io.BytesIO()
    writer = SealingWriter(out, key.public_key)
    for at in range(0, len(data), 100_000):
        writer.write(data[at : at + 100_000])
    writer.close()
    assert writer.size == len(out.getvalue())
    return out.getvalue()


def opened(data: bytes, key: PrivateKey = KEY) -> bytes:
    return OpenedReader(io.BytesIO(data), key).read()


@pytest.mark.parametrize("data", [b"", b"x", LONG[:FRAME], LONG])
def test_what_is_sealed_opens_to_the_same(data: bytes) -> None:
    assert opened(sealed(data)) == data


def test_it_lies_in_nobodys_sight() -> None:
    assert b"the end" not in sealed(LONG)


def test_another_key_does_not_open_it() -> None:
    with pytest.raises(NotOpened, match="another recovery key"):
        opened(sealed(LONG), PrivateKey.generate())


@pytest.mark.parametrize("at", [0, 16, 30, 110, 130, 200, FRAME + 200, -40])
def test_one_changed_byte_is_found(at: int) -> None:
    broken = bytearray(sealed(LONG))
    broken[at] ^= 1
    with pytest.raises(NotOpened):
        opened(bytes(broken))


@pytest.mark.parametrize("left", [0, 20, 127, 200, FRAME + 148, -1, -32, -60])
def test_a_cut_is_found(left: int) -> None:
    with pytest.raises(NotOpened):
        opened(sealed(LONG)[:left])


def test_frames_in_another_order_do_not_open() -> None:
    data = sealed(LONG)
    head, size = 127, FRAME + 17 + 4
    first, second = data[head : head + size], data[head + size : head + 2 * size]
    with pytest.raises(NotOpened):
        opened(data[:head] + second + first + data[head + 2 * size :])


def test_something_behind_the_end_is_found() -> None:
    with pytest.raises(NotOpened):
        opened(sealed(LONG) + b"x")


def test_damage_is_seen_without_any_key(tmp_path: Path) -> None:
    place = tmp_path / "copy"
    place.write_bytes(sealed(LONG))
    assert len(whole(place)) == 16
    data = bytearray(place.read_bytes())
    data[FRAME] ^= 1
    place.write_bytes(bytes(data))
    with pytest.raises(NotOpened):
        whole(place)
    place.write_bytes(b"PK\x03\x04 something else")
    with pytest.raises(NotOpened, match="no backup"):
        whole(place)


def test_a_key_is_read_as_people_type_it() -> None:
    told = printed(KEY)
    assert len(told.split()) == 14
    for typed in (told, told.lower(), told.replace(" ", "-"), told.replace("O", "0").replace("I", "1") + "\n"):
        assert bytes(read_printed(typed)) == bytes(KEY)


@pytest.mark.parametrize("typed", ["", "một hai ba", "AAAA " * 14])
def test_a_mistyped_key_is_found(typed: str) -> None:
    with pytest.raises(MistypedKey):
        read_printed(typed)


def test_one_wrong_letter_of_a_key_is_found() -> None:
    told = printed(KEY)
    wrong = ("B" if told[0] == "A" else "A") + told[1:]
    with pytest.raises(MistypedKey):
        read_printed(wrong)
