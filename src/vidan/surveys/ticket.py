"""What a page of a survey carries along, signed: the reply's token, when the page was made, and an invitation if it has one.

It stands in the page alone. When the reply is taken its token becomes a mark, its time one yes or no; neither is kept.
"""

import secrets
import time
from dataclasses import dataclass

from django.core import signing

SALT = "surveys.ticket"
LONGEST = 500


@dataclass(frozen=True)
class Ticket:
    """One reply being written."""

    round: str
    token: str
    began: int
    invitation: int | None = None

    def signed(self) -> str:
        """As it stands in the page."""
        return signing.dumps([self.round, self.token, self.began, self.invitation], salt=SALT)

    def seconds(self) -> int:
        """How long ago the page was made."""
        return int(time.time()) - self.began


def new_ticket(code: str, invitation: int | None = None) -> Ticket:
    """A ticket for a reply to a round, begun now."""
    return Ticket(code, secrets.token_urlsafe(16), int(time.time()), invitation)


def read_ticket(text: str, code: str = "") -> Ticket | None:
    """The ticket of a page of ours, for that round if one is named; None for anything else."""
    if not text or len(text) > LONGEST:
        return None
    try:
        ticket = Ticket(*signing.loads(text, salt=SALT))
    except (signing.BadSignature, TypeError, ValueError):
        return None
    return ticket if not code or ticket.round == code else None
