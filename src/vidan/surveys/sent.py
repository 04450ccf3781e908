"""What a device sends (một lần gửi): replies it has sealed and counts of people asked in vain, each with its token."""

import json
import re
from base64 import urlsafe_b64decode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from vidan.surveys.device_seal import NONCE, POINT
from vidan.surveys.kinds import ContactOutcome

MOST_BYTES = 1_000_000
"""How much is taken at once."""

MOST_ROWS = 100
LONGEST_REPLY = 300_000
SHORTEST_REPLY = POINT + NONCE + 16

TOKEN = re.compile(r"[0-9a-f]{32}")


class Misread(ValueError):
    """What came is not what a device sends; nothing of it was taken."""


@dataclass(frozen=True)
class SentReply:
    """One sealed reply."""

    token: str
    body: bytes


@dataclass(frozen=True)
class SentContact:
    """One person of a stratum who was asked in vain on a day."""

    token: str
    stratum: int
    on: date
    outcome: ContactOutcome


@dataclass(frozen=True)
class Batch:
    """What came at once, in the order of tokens: two batches that share some never wait for each other in a circle."""

    replies: list[SentReply]
    contacts: list[SentContact]


def read_batch(raw: bytes) -> Batch:
    """Read what came; raises Misread."""
    try:
        told = json.loads(raw)
        if not isinstance(told, dict):
            raise Misread
        return Batch(_rows(told, "replies", _reply), _rows(told, "contacts", _contact))
    except (ValueError, KeyError, TypeError, RecursionError) as wrong:
        raise Misread from wrong


Row = TypeVar("Row", SentReply, SentContact)


def _rows(told: Mapping[str, Any], name: str, read: Callable[[Mapping[str, Any]], Row]) -> list[Row]:
    rows = told.get(name, [])
    if not isinstance(rows, list) or len(rows) > MOST_ROWS:
        raise Misread
    return sorted((read(row) for row in rows), key=lambda row: row.token)


def _reply(row: Mapping[str, Any]) -> SentReply:
    body = row["body"]
    if not isinstance(body, str) or re.search(r"[^\w-]", body, re.ASCII):
        raise Misread
    sealed = urlsafe_b64decode(body + "=" * (-len(body) % 4))
    if not SHORTEST_REPLY <= len(sealed) <= LONGEST_REPLY:
        raise Misread
    return SentReply(_token(row), sealed)


def _contact(row: Mapping[str, Any]) -> SentContact:
    stratum = row["stratum"]
    if type(stratum) is not int or not 0 < stratum < 2**63:
        raise Misread
    return SentContact(_token(row), stratum, date.fromisoformat(row["on"]), ContactOutcome(row["outcome"]))


def _token(row: Mapping[str, Any]) -> str:
    token = row["token"]
    if not isinstance(token, str) or not TOKEN.fullmatch(token):
        raise Misread
    return token
