"""How sign-in differs from the library's default: nobody signs up by himself, and every sentence is ours."""

from typing import ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.shortcuts import resolve_url
from django.utils.translation import gettext_lazy as _

from vidan.foundation.accounts.staff import changed_own_password


class ClosedDoor(DefaultAccountAdapter):  # type: ignore[misc] # the library publishes no types
    """Sign-ins are made by the Front, never by the public."""

    error_messages: ClassVar = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("Tài khoản này đang đóng. Ông/bà liên hệ lãnh đạo đơn vị."),
        "email_password_mismatch": _("Thư điện tử hoặc mật khẩu chưa đúng. Ông/bà xem lại giúp."),
        "incorrect_code": _("Mã chưa đúng hoặc đã hết hạn. Ông/bà nhập mã mới."),
        "incorrect_password": _("Mật khẩu chưa đúng."),
        "too_many_login_attempts": _("Đã thử nhiều lần. Ông/bà chờ ít phút rồi thử lại."),
    }

    def set_password(self, user: AbstractBaseUser, password: str) -> None:
        """As the library's; a password that was handed over is gone with it."""
        super().set_password(user, password)
        changed_own_password(user)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to the desk, which asks for the second step if there is none yet."""
        return resolve_url(settings.LOGIN_REDIRECT_URL)

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False
