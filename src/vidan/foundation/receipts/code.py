"""The receipt code (mã biên nhận): 15 digits and a check digit, shown as four groups of four."""

import hashlib
import hmac

from django.conf import settings
from stdnum.exceptions import ValidationError
from stdnum.iso7064 import mod_11_10

DIGITS = 15


class Mistyped(ValueError):
    """The digits cannot be a receipt code: one was mistyped, left out or swapped."""


def code_from(secret: bytes) -> str:
    """The code that belongs to a draft's secret: always the same, so that a repeated post shows the same receipt."""
    drawn = hmac.new(settings.KEYS.receipt, b"code\0" + secret, hashlib.sha256).digest()
    digits = f"{int.from_bytes(drawn, 'big') % 10**DIGITS:0{DIGITS}d}"
    return digits + str(mod_11_10.calc_check_digit(digits))


def read_code(typed: str) -> str:
    """The 16 digits of what a person typed, spaces, dots and dashes left out; raises Mistyped."""
    digits = "".join(letter for letter in typed if letter.isdecimal())
    if not digits.isascii() or len(digits) != DIGITS + 1 or any(letter.isalpha() for letter in typed):
        raise Mistyped
    try:
        mod_11_10.validate(digits)
    except ValidationError as wrong:
        raise Mistyped from wrong
    return digits


def grouped(code: str) -> str:
    """The code as printed: `4821 9037 1156 2084`."""
    return " ".join(code[i : i + 4] for i in range(0, len(code), 4))


def mark_of(code: str) -> str:
    """What is stored instead of the code: HMAC-SHA256 under the receipt key, as hexadecimal."""
    return hmac.new(settings.KEYS.receipt, b"mark\0" + code.encode(), hashlib.sha256).hexdigest()
