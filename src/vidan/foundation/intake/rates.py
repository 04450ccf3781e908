"""How often a shared address may post, without keeping any address.

The address is hashed with a salt that lives in memory for a day. Each web process counts for itself and gets its share
of the budget: with N processes an address that is spread evenly has the whole budget, one that always meets the same
process has 1/N of it; nothing is stored, and a restart forgets.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import date
from threading import Timer

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter


class Repeating(Timer):
    """Calls its function again and again, as long as the process lives."""

    def run(self) -> None:
        """Wait, call, and wait again."""
        while not self.finished.wait(self.interval):
            self.function()


def _memory() -> MemoryStorage:
    """The counts of this process. The library by itself starts a thread after every post to look through all of them."""
    memory = MemoryStorage()
    memory.timer = Repeating(60, memory.timer.function)
    memory.timer.daemon = True
    memory.timer.start()
    return memory


_limiter = MovingWindowRateLimiter(_memory())


@dataclass(frozen=True)
class Budget:
    """How many in what time, over all processes; `shared` counts everybody together."""

    name: str
    rate: str
    shared: bool = False

    def item(self) -> RateLimitItem:
        """The share of one process, rounded up."""
        whole = parse(self.rate)
        share = -(-whole.amount * settings.RATE_SCALE // max(1, settings.WORKERS))
        return type(whole)(share, whole.multiples, whole.namespace)


POST = Budget("post", "40/hour")
"""Posts of one address that did the small work: a family, a café, a counter's own network share one address."""

SLOW_POST = Budget("slow-post", "12/hour")
"""Posts of one address without the small work."""

SLOW_LANE = Budget("slow-lane", "240/hour", shared=True)
"""All posts without the small work together."""

SURVEY = Budget("survey", "120/hour")
"""Replies to surveys of one address that did the small work: everybody at a counter may share its network."""

AGREE = Budget("agree", "120/hour")
"""Agreements with opinions from one address."""

CODE = Budget("code", "30/hour")
"""Tries of a receipt code or of a draft's code from one address."""

FILE = Budget("file", "60/hour")
"""Files from one address."""


class _Salt:
    day: date | None = None
    value: bytes = b""


def spend(budget: Budget, request: HttpRequest) -> bool:
    """Take one from a budget; False when it is used up."""
    return bool(_limiter.hit(budget.item(), budget.name, "" if budget.shared else pseudonym(request)))


def forget() -> None:
    """Empty all budgets (tests)."""
    _limiter.storage.reset()


def pseudonym(request: HttpRequest, about: str = "") -> str:
    """What stands for a visitor's address today, in this process, where it has to do with `about`; never stored."""
    today = timezone.localdate()
    if _Salt.day != today:
        _Salt.day, _Salt.value = today, secrets.token_bytes(16)
    address = str(request.META.get("REMOTE_ADDR", ""))
    if settings.PROXIES:  # our own proxies append to the list, so the visitor stands so many places from its end
        passed = request.headers.get("X-Forwarded-For", "").split(",")
        address = passed[-settings.PROXIES].strip() if len(passed) >= settings.PROXIES else address
    return hmac.new(_Salt.value, f"{address}\0{about}".encode(), hashlib.sha256).hexdigest()
