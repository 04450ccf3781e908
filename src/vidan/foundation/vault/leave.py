"""Whoever signs out ends the sitting with it."""

from typing import Any

from vidan.foundation.accounts.actors import actor_of
from vidan.foundation.accounts.models import User
from vidan.foundation.vault.sitting import close_sitting


def signed_out(*_sender: Any, user: User | None = None, **_told: Any) -> None:
    """Heard from the sign-out of the library, for every way in which a sign-in ends by itself."""
    if user is not None:
        close_sitting(actor=actor_of(user), how="signed_out")
