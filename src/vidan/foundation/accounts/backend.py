"""Who is signed in: the person and today's roles in one query, since every page of the desk asks for both."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend

from vidan.foundation.accounts.models import Assignment, User


class SignIn(AuthenticationBackend):  # type: ignore[misc] # the library publishes no types
    """The library's sign-in by e-mail and password; the rows of roles come along with the person."""

    def get_user(self, user_id: Any) -> User | None:
        """The person of a session, or None when the sign-in is closed."""
        rows = list(Assignment.objects.filter(user_id=user_id, user__is_active=True).select_related("user", "unit"))
        if not rows:
            return User.objects.filter(pk=user_id, is_active=True).first()
        user = rows[0].user
        user.assignment_rows = rows
        return user
