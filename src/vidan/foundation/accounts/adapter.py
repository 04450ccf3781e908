"""How sign-in differs from the library's default: nobody signs up by himself, and every sentence is ours."""

from typing import ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class ClosedDoor(DefaultAccountAdapter):  # type: ignore[misc] # the library publishes no types
    """Sign-ins are made by the Front, never by the public."""

    error_messages: ClassVar = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("Tài khoản này đang đóng. Ông/bà liên hệ lãnh đạo đơn vị."),
        "email_password_mismatch": _("Thư điện tử hoặc mật khẩu chưa đúng. Ông/bà xem lại giúp."),
        "incorrect_code": _("Mã chưa đúng hoặc đã hết hạn. Ông/bà nhập mã mới."),
        "incorrect_password": _("Mật khẩu chưa đúng."),
        "too_many_login_attempts": _("Đã thử nhiều lần. Ông/bà chờ ít phút rồi thử lại."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False
