"""The memory of sign-in, shared by all web processes: how often was tried, which six-digit codes were used.

The library asks for Django's cache. Django's own database cache would unpickle whatever lies in its table, so that whoever
writes there runs code here; and it keeps keys, which hold visitors' addresses. This one keeps JSON under an HMAC.
"""

import hashlib
import hmac
from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.db import transaction
from django.utils import timezone

from vidan.foundation.accounts.models import Remembered

LONGEST = timedelta(days=1)
USED_CODE = "allauth.mfa.totp.used"
CODE_LIVES = 90
"""Seconds that a six-digit code is taken (one step to each side); the library forgets a used one after 30."""


class SharedMemory(BaseCache):
    """Django's cache on one small table."""

    def __init__(self, _location: str, params: dict[str, Any]) -> None:
        super().__init__(params)

    def add(self, key: str, value: Any, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Remember unless it is remembered already; of two processes one gets True."""
        mark, now = self._mark(key, version), timezone.now()
        with transaction.atomic():
            Remembered.objects.filter(mark=mark, ends_at__lte=now).delete()
            ends_at = self._end(key, timeout)
            _row, made = Remembered.objects.get_or_create(mark=mark, defaults={"value": value, "ends_at": ends_at})
        return made

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        """What is remembered, or the default."""
        kept = Remembered.objects.filter(mark=self._mark(key, version), ends_at__gt=timezone.now())
        row = kept.values_list("value", flat=True).first()
        return default if row is None else row

    def set(self, key: str, value: Any, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        """Remember, whatever was before."""
        told = {"value": value, "ends_at": self._end(key, timeout)}
        Remembered.objects.update_or_create(mark=self._mark(key, version), defaults=told)

    def touch(self, key: str, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Remember for longer; False when it is forgotten."""
        kept = Remembered.objects.filter(mark=self._mark(key, version), ends_at__gt=timezone.now())
        return bool(kept.update(ends_at=self._end(key, timeout)))

    def delete(self, key: str, version: int | None = None) -> bool:
        """Forget."""
        deleted, _rows = Remembered.objects.filter(mark=self._mark(key, version)).delete()
        return bool(deleted)

    def clear(self) -> None:
        """Forget everything."""
        Remembered.objects.all().delete()

    def _mark(self, key: str, version: int | None) -> str:
        told = self.make_key(key, version=version).encode()
        return hmac.new(settings.KEYS.draft, b"memory\0" + told, hashlib.sha256).hexdigest()

    def _end(self, key: str, timeout: float | None) -> datetime:
        latest = timezone.now() + LONGEST
        ends = self.get_backend_timeout(timeout)
        if ends is None:
            return latest
        asked = datetime.fromtimestamp(ends, tz=UTC)
        if key.startswith(USED_CODE):
            asked = max(asked, timezone.now() + timedelta(seconds=CODE_LIVES))
        return min(asked, latest)


def sweep() -> int:
    """Remove what is forgotten; returns how many."""
    deleted, _rows = Remembered.objects.filter(ends_at__lte=timezone.now()).delete()
    return deleted
