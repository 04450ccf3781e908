"""How sign-in differs from the library's default: nobody signs up by himself."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedDoor(DefaultAccountAdapter):  # type: ignore[misc] # the library publishes no types
    """Sign-ins are made by the Front, never by the public."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False
