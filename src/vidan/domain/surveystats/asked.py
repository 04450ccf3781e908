"""How asking went (tỷ lệ trả lời): of all who were asked, who replied, refused, or could not be reached."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Asked:
    """Replies, and how many people were asked in vain."""

    replies: int
    refused: int = 0
    unreachable: int = 0

    @property
    def all(self) -> int:
        """Everybody who was asked, as far as it was counted."""
        return self.replies + self.refused + self.unreachable

    @property
    def response(self) -> Fraction | None:
        """Tỷ lệ trả lời: replies over all who were asked."""
        return self._share(self.replies)

    @property
    def refusal(self) -> Fraction | None:
        """Tỷ lệ từ chối."""
        return self._share(self.refused)

    @property
    def unreached(self) -> Fraction | None:
        """Tỷ lệ không gặp được."""
        return self._share(self.unreachable)

    def _share(self, part: int) -> Fraction | None:
        return Fraction(part, self.all) if self.all else None


def left_open(answers: int, unanswered: int) -> Fraction | None:
    """Non-response of an item: left open over all to whom it was shown; None when it was shown to nobody."""
    return Fraction(unanswered, answers + unanswered) if answers + unanswered else None
