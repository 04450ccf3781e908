"""Hai cán bộ chuẩn bị: who has read an original given in confidence, by the journal itself, and whether one more may."""

from vidan.foundation.journal.models import Entry

KEEPERS = 2
"""Officers of a Front who may read the original of a confidential teller: the one who prepares and the one who checks."""


class NotYours(PermissionError):
    """Two other officers already prepare this confidential file."""


def readers_of(*, subject: str, event: str, unit_id: int) -> set[str]:
    """The codes of those who have opened it; each Front has its two."""
    opened = Entry.objects.filter(subject=subject, event=event, unit_id=unit_id)
    return set(opened.order_by().values_list("actor", flat=True).distinct())


def has_room(readers: set[str], code: str) -> bool:
    """Whether an actor is one of the two, or may become one."""
    return code in readers or len(readers) < KEEPERS
