"""Nhận phiếu: a reply is taken once and waits sealed; nothing that is written here says who replied, or when."""

import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date

from django.conf import settings
from django.db import IntegrityError, transaction

from vidan.domain.questionnaire.answers import Answer
from vidan.foundation.vault.seal import seal
from vidan.surveys.kinds import Way
from vidan.surveys.models import SealedReply, SurveyRound, TakenMark

KEY_BYTES = 16


@dataclass(frozen=True)
class Given:
    """One reply as it waits: where, by which way, on which day, the answers, and the two marks."""

    stratum: int
    way: Way
    on: date
    answers: Mapping[str, Answer]
    too_fast: bool = False
    repeated: bool = False

    def told(self) -> bytes:
        """What is sealed of it."""
        return json.dumps(asdict(self) | {"on": self.on.isoformat()}, ensure_ascii=False).encode()


def accept(*, round_: SurveyRound, given: Given, token: str) -> bool:
    """Take a reply that the caller has checked; False when the same token was taken before, and nothing is done.

    `token` is the secret that the form gave the reply. The caller has found the round open.
    """
    key = secrets.token_hex(KEY_BYTES)
    return _kept(round_, token, SealedReply(key=key, round=round_, body=seal(given.told(), sealed_as(key))))


def accept_sealed(*, round_: SurveyRound, body: bytes, token: str, way: Way, stratum: int | None) -> bool:
    """Take a reply that a device has sealed to the round; it is read only by the worker. False as of accept().

    `way` and `stratum` are those of the device, whatever its reply says of them; without a stratum the reply names its own.
    """
    key = secrets.token_hex(KEY_BYTES)
    told = Sent(token, way, stratum).head() + body
    return _kept(round_, token, SealedReply(key=key, round=round_, by_device=True, body=seal(told, sealed_as(key))))


@dataclass(frozen=True)
class Sent:
    """What the server knows of a reply that a device sent: it stands sealed before the reply itself."""

    token: str
    way: Way
    stratum: int | None

    def head(self) -> bytes:
        """As it stands before the reply."""
        return json.dumps([self.token, self.way.value, self.stratum]).encode() + b"\0"

    @classmethod
    def split(cls, told: bytes) -> tuple["Sent", bytes]:
        """What stands before a reply, and the reply."""
        head, _zero, body = told.partition(b"\0")
        token, way, stratum = json.loads(head)
        return cls(token, Way(way), stratum), body


def sealed_as(key: str) -> bytes:
    """What a waiting reply is bound to."""
    return b"reply\0" + key.encode()


def mark_of(round_: SurveyRound, token: str) -> str:
    """Under which mark it is remembered that a token was taken."""
    return hmac.new(settings.KEYS.draft, f"reply\0{round_.pk}\0{token}".encode(), hashlib.sha256).hexdigest()


def take_once(round_: SurveyRound, token: str) -> bool:
    """Remember that a token was taken; False when it was taken before."""
    try:
        with transaction.atomic():
            TakenMark.objects.create(mark=mark_of(round_, token), round=round_)
    except IntegrityError:  # the mark is there: the same came twice
        return False
    return True


def _kept(round_: SurveyRound, token: str, waiting: SealedReply) -> bool:
    with transaction.atomic():
        if taken := take_once(round_, token):
            waiting.save(force_insert=True)
    return taken
