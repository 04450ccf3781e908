"""The second step of sign-in: its secrets lie sealed under the server's key, and its sentences are ours."""

from base64 import b64decode, b64encode
from collections.abc import Iterator
from typing import Any, ClassVar

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vidan.foundation.vault.seal import Broken, key_number, open_sealed, seal

BOUND = b"second-step"
SECRETS = ("secret", "seed", "migrated_codes")
"""Where the library keeps what it had sealed, in the data of a second step."""


class SealedSecrets(DefaultMFAAdapter):  # type: ignore[misc] # the library publishes no types
    """As the library's; a thief of the database alone can make no code."""

    error_messages: ClassVar = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("Mã chưa đúng hoặc đã hết hạn. Ông/bà nhập mã mới."),
        "cannot_delete_authenticator": _("Bàn làm việc luôn cần một bước thứ hai, nên không bỏ được cái cuối cùng."),
        "cannot_generate_recovery_codes": _("Ông/bà bật mã sáu số hoặc khóa của máy trước, rồi mới làm mã dự phòng."),
    }

    def encrypt(self, text: str) -> str:
        """Seal a secret."""
        return b64encode(seal(text.encode(), BOUND)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Open a secret; raises vault.seal.Broken."""
        return open_sealed(b64decode(encrypted_text), BOUND).decode()


def waiting(newest: int) -> int:
    """How many second steps hold a secret that lies under an older server key."""
    return sum(1 for row in Authenticator.objects.all() if _is_older(row.data, newest))


def reseal(newest: int) -> Iterator[bool]:
    """Seal the secrets of each second step anew; False for one that does not open."""
    for pk in [row.pk for row in Authenticator.objects.all() if _is_older(row.data, newest)]:
        with transaction.atomic():
            row = Authenticator.objects.select_for_update().filter(pk=pk).first()
            if row is None:
                continue
            try:
                row.data = {name: _resealed(value) if name in SECRETS else value for name, value in row.data.items()}
            except Broken:
                yield False
                continue
            row.save(update_fields=["data"])
        yield True


def _resealed(value: Any) -> Any:
    if isinstance(value, list):
        return [_resealed(one) for one in value]
    return b64encode(seal(open_sealed(b64decode(value), BOUND), BOUND)).decode()


def _is_older(data: dict[str, Any], newest: int) -> bool:
    kept = [data[name] for name in SECRETS if name in data]
    flat = [one for value in kept for one in (value if isinstance(value, list) else [value])]
    return any(key_number(b64decode(one)) != newest for one in flat)
