"""Lượt xem: each opening of an article is counted once a day for each visitor, without keeping who came.

A visitor is a hash of address and browser under a salt that lives in memory for a day (foundation/intake/rates.py); the hashes
stay in memory too and go with the salt. Openings wait in memory and are added to the article in batches. What that costs: each
web process counts for itself, so a visitor who reloads may count once for each of them; a process that ends takes up to
BATCH openings, or those of the last SECONDS, with it. A kept page (foundation/caching)
is counted like one that is drawn anew; no cache on the way to the reader keeps it.
"""

import threading
import time
from collections import Counter
from datetime import date

from django.db.models import F
from django.http import HttpRequest

from vidan.foundation.calendar import clock
from vidan.foundation.intake.rates import pseudonym
from vidan.outreach.models import Article

BATCH, SECONDS = 20, 60
MOST_SEEN = 200_000
"""Hashes that a process keeps; a day with more begins anew, and some reloads then count."""


class _Memory:
    """What one process knows of today."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.forget()

    def forget(self) -> None:
        self.day: date | None = None
        self.seen: set[str] = set()
        self.waiting: Counter[str] = Counter()
        self.since = time.monotonic()


_memory = _Memory()


def opened(slug: str, request: HttpRequest) -> None:
    """Count an opening, unless the same visitor opened the article today; adds what waits when it is time."""
    browser = request.headers.get("User-Agent", "")[:300]
    who, today = pseudonym(request, f"{slug} {browser}"), clock.today()
    with _memory.lock:
        if _memory.day != today or len(_memory.seen) >= MOST_SEEN:
            _memory.day, _memory.seen = today, set()
        if who not in _memory.seen:
            _memory.seen.add(who)
            _memory.waiting[slug] += 1
        is_time = _memory.waiting.total() >= BATCH or time.monotonic() - _memory.since >= SECONDS
    if is_time:
        add_waiting()


def views_of(article: Article) -> int:
    """The openings as this process knows them: those that were added, and those that wait here."""
    return article.views + _memory.waiting[article.slug]


def add_waiting() -> None:
    """Add what waits in this process to the articles."""
    with _memory.lock:
        waiting, _memory.waiting, _memory.since = _memory.waiting, Counter(), time.monotonic()
    for slug, count in waiting.items():
        Article.objects.filter(slug=slug).update(views=F("views") + count)


def forget() -> None:
    """Begin anew (tests)."""
    _memory.forget()
