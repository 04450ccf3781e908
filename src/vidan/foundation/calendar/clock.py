"""The one place that reads the clock; the sample installation believes in another day (design.md section 9)."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, time

from django.conf import settings
from django.utils import timezone

FIXED = datetime(2000, 1, 1, tzinfo=UTC)
"""What a file says of when it was made: always the same, so that no clock leaks and the same content gives the same bytes."""

_pinned: ContextVar[datetime | None] = ContextVar("pinned", default=None)


def now() -> datetime:
    """The moment that rules, roles, units and jobs count from, aware, in local time.

    A sample installation keeps the machine's time of day on its own date. Sign-in and sessions do not ask here.
    """
    pinned = _pinned.get()
    if pinned is not None:
        return pinned
    moment = timezone.localtime()
    if settings.DEMO:
        return datetime.combine(settings.DEMO_TODAY, moment.time(), tzinfo=moment.tzinfo)
    return moment


def local(moment: datetime) -> datetime:
    """A stored moment in local time."""
    return timezone.localtime(moment)


def midnight(day: date) -> datetime:
    """The moment a day begins, local time."""
    return timezone.make_aware(datetime.combine(day, time()))


def midday(day: date) -> datetime:
    """Noon of a day, local time."""
    return timezone.make_aware(datetime.combine(day, time(12)))


def today() -> date:
    """The local date of now()."""
    return timezone.localdate(now())


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let everything inside happen at an aware moment: sample work and tests only."""
    token = _pinned.set(moment)
    try:
        yield
    finally:
        _pinned.reset(token)
