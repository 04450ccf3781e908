"""The code of an invitation (mã giấy mời): eleven digits and a check digit, printed in fours, kept only as HMAC."""

import hashlib
import hmac
import secrets

from django.conf import settings
from stdnum.exceptions import ValidationError
from stdnum.iso7064 import mod_11_10

DIGITS = 11


class Mistyped(ValueError):
    """The digits cannot be a code: one was mistyped, left out or swapped."""


def new_code() -> str:
    """A code that nobody can guess."""
    digits = f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}"
    return digits + str(mod_11_10.calc_check_digit(digits))


def read_code(typed: str) -> str:
    """The twelve digits of what a person typed, spaces, dots and dashes left out; raises Mistyped."""
    digits = "".join(letter for letter in typed if letter not in " .-\t\u00a0")
    if not (digits.isascii() and digits.isdecimal() and len(digits) == DIGITS + 1):
        raise Mistyped
    try:
        mod_11_10.validate(digits)
    except ValidationError as wrong:
        raise Mistyped from wrong
    return digits


def mark_of(code: str) -> str:
    """What is stored instead of the code."""
    return hmac.new(settings.KEYS.receipt, b"invitation\0" + code.encode(), hashlib.sha256).hexdigest()
