"""The turn of the server's key: a new one seals at once, everything older is sealed anew in the background, then it goes."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from vidan.foundation.files import reseal as files
from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.places import bound_label
from vidan.foundation.intake.kept import bound_kept
from vidan.foundation.intake.models import KeptText
from vidan.foundation.jobs.models import Progress
from vidan.foundation.jobs.progress import report
from vidan.foundation.journal.record import record
from vidan.foundation.sheets import exports
from vidan.foundation.vault.keyfile import add_key, keep_newest
from vidan.foundation.vault.models import SealedText
from vidan.foundation.vault.reseal import Column
from vidan.foundation.vault.services import bound_text
from vidan.outreach.models import Subscriber
from vidan.outreach.subscriber_marks import subscriber_sealed_as
from vidan.site import second_step
from vidan.surveys.device_seal import key_sealed_as
from vidan.surveys.models import PaperReply, ReplyText, SealedReply, SurveyRound
from vidan.surveys.services.accept import sealed_as
from vidan.surveys.services.key_paper import entry_sealed_as
from vidan.surveys.services.move import text_sealed_as

SETTLED = 600
"""Seconds after which nothing that was being written under the older key is still under way."""

OPERATOR, SUBJECT = "operator", "server-key"


@dataclass(frozen=True)
class Place:
    """Where the server's seals lie: what it is called, how many are under an older key, and how they are sealed anew."""

    name: str
    waiting: Callable[[int], int]
    reseal: Callable[[int], Iterator[bool]]


_texts = Column(
    SealedText, "body", lambda row: bound_text(row.kind, row.subject), Q(under=SealedText.SERVER) & ~Q(body=b"")
)
_labels = Column(StoredFile, "sealed_name", lambda row: bound_label(row.name), Q(is_destroyed=False))
_kept = Column(KeptText, "body", lambda row: bound_kept(row.user_id, row.place), Q())

_replies = Column(SealedReply, "body", lambda row: sealed_as(row.key), Q())
_words = Column(ReplyText, "body", lambda row: text_sealed_as(row.key), ~Q(body=b""))
_device_keys = Column(SurveyRound, "device_key", lambda row: key_sealed_as(row.code), Q(device_key__isnull=False))
_first = Column(PaperReply, "first", entry_sealed_as, Q(first__isnull=False))
_second = Column(PaperReply, "second", entry_sealed_as, Q(second__isnull=False))
_subscribers = Column(Subscriber, "body", subscriber_sealed_as, Q())

PLACES = (
    Place("texts", _texts.waiting, _texts.reseal),
    Place("names of files", _labels.waiting, _labels.reseal),
    Place("texts being written", _kept.waiting, _kept.reseal),
    Place("files", files.waiting, files.reseal),
    Place("spreadsheets", exports.waiting, exports.reseal),
    Place("replies that wait", _replies.waiting, _replies.reseal),
    Place("words of replies", _words.waiting, _words.reseal),
    Place("keys of rounds", _device_keys.waiting, _device_keys.reseal),
    Place("papers keyed first", _first.waiting, _first.reseal),
    Place("papers keyed second", _second.waiting, _second.reseal),
    Place("addresses for the bulletin", _subscribers.waiting, _subscribers.reseal),
    Place("second steps", second_step.waiting, second_step.reseal),
)
"""Every place of the house; a test finds the module that seals without being listed here."""


class NotRetired(RuntimeError):
    """The older keys stay; the message says why."""


def newest_key() -> int:
    """The number of the key that seals now."""
    number, _key = settings.KEYS.newest()
    return number


def waiting() -> dict[str, int]:
    """What still lies under an older key, by place; empty when nothing does."""
    newest = newest_key()
    told = {place.name: place.waiting(newest) for place in PLACES}
    return {name: count for name, count in told.items() if count}


def rotate() -> int:
    """Add a server key that seals from now on and return its number; every process reads it at its next text."""
    number = add_key(settings.KEY_FILE)
    with transaction.atomic():
        record("keys.rotate", subject=SUBJECT, actor=OPERATOR, facts={"number": number})
    return number


def reseal_for(seconds: float) -> bool:
    """Seal anew for so long and write down how far it is; True when there is more to do and it goes forward.

    May be cut off anywhere and begun again: what is done lies under the newest key and is not found any more.
    """
    newest, until, done = newest_key(), time.monotonic() + seconds, 0
    for well in _all(newest):
        done += well
        if time.monotonic() > until:
            break
    left = sum(waiting().values())
    name = progress_name(newest)
    before = Progress.objects.filter(name=name).first()
    total = max(before.total if before else 0, done + left)
    report(name, done=total - left, total=total)
    return bool(left and done)


def progress_name(number: int) -> str:
    """What the progress of sealing anew is called."""
    return f"reseal under server key {number}"


def retire(*, now: float) -> list[int]:
    """Drop the older keys from the key file and return their numbers; raises NotRetired. `now` is the time of the disk."""
    older = sorted(settings.KEYS.server.keys() - {newest_key()})
    if not older:
        raise NotRetired("there is one key only")
    if left := waiting():
        raise NotRetired("under an older key still lie " + ", ".join(f"{count} {name}" for name, count in left.items()))
    age = now - settings.KEY_FILE.stat().st_mtime
    if age < SETTLED:
        raise NotRetired(f"the newest key is {max(0, int(age))} seconds old; come again when it is ten minutes old")
    with transaction.atomic():
        record("keys.retire", subject=SUBJECT, actor=OPERATOR, facts={"number": older[-1]})
        return keep_newest(settings.KEY_FILE)


def _all(newest: int) -> Iterator[bool]:
    for place in PLACES:
        yield from place.reseal(newest)
