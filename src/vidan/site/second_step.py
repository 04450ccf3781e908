"""The second step of sign-in: its secrets lie sealed under the server's key, and its sentences are ours."""

from base64 import b64decode, b64encode
from typing import ClassVar

from allauth.mfa.adapter import DefaultMFAAdapter
from django.utils.translation import gettext_lazy as _

from vidan.foundation.vault.seal import open_sealed, seal

BOUND = b"second-step"


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
