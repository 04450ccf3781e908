"""Receipt codes: always the same from one secret, told from mistyped ones, stored nowhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidan.foundation.receipts.code import Mistyped, code_from, grouped, mark_of, read_code

SECRETS = st.binary(min_size=16, max_size=16)


@given(SECRETS)
def test_a_secret_always_gives_the_same_code(secret: bytes) -> None:
    assert code_from(secret) == code_from(secret)
    assert len(code_from(secret)) == 16


@given(SECRETS)
def test_the_code_as_printed_is_read_back(secret: bytes) -> None:
    assert read_code(grouped(code_from(secret))) == code_from(secret)


@given(SECRETS, st.integers(0, 15), st.integers(1, 9))
def test_one_wrong_digit_is_told(secret: bytes, place: int, change: int) -> None:
    digits = [int(d) for d in code_from(secret)]
    digits[place] = (digits[place] + change) % 10
    with pytest.raises(Mistyped):
        read_code("".join(map(str, digits)))


@pytest.mark.parametrize("typed", ["", "1234", "x" * 16, "١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦", "4821-9037-1156-208a"])
def test_what_cannot_be_a_code_is_told(typed: str) -> None:
    with pytest.raises(Mistyped):
        read_code(typed)


@given(SECRETS)
def test_the_stored_mark_does_not_tell_the_code(secret: bytes) -> None:
    code = code_from(secret)
    assert code not in mark_of(code)
    assert len(mark_of(code)) == 64
