"""How the address of a subscriber is kept: sealed with the token of its links, found by HMACs under the receipt key."""

import hashlib
import hmac
import secrets

from django.conf import settings

from vidan.foundation.vault.seal import open_sealed, seal
from vidan.outreach.models import Subscriber


def mark_of_address(address: str) -> str:
    """What finds the row of an address, however its letters are cased."""
    return _mark(b"subscriber", address.strip().casefold())


def mark_of_token(token: str) -> str:
    """What finds the row of a link's token."""
    return _mark(b"subscriber-token", token)


def new_row(address: str) -> Subscriber:
    """A row for an address, not stored yet, with a token of its own."""
    token = secrets.token_urlsafe(32)
    row = Subscriber(mark=mark_of_address(address), token_mark=mark_of_token(token))
    row.body = seal(f"{token} {address}".encode(), subscriber_sealed_as(row))
    return row


def opened(row: Subscriber) -> tuple[str, str]:
    """Address and token of a subscriber; raises seal.Broken."""
    token, _space, address = open_sealed(bytes(row.body), subscriber_sealed_as(row)).decode().partition(" ")
    return address, token


def subscriber_sealed_as(row: Subscriber) -> bytes:
    """What the seal of a row belongs to."""
    return b"subscriber\0" + row.mark.encode()


def _mark(kind: bytes, told: str) -> str:
    return hmac.new(settings.KEYS.receipt, kind + b"\0" + told.encode(), hashlib.sha256).hexdigest()
