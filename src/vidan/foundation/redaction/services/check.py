"""The second person: confirms that the copy hides what must be hidden, or gives it back."""

from collections.abc import Iterable

from vidan.foundation.calendar import clock
from vidan.foundation.redaction.models import CopyState, PreparedCopy
from vidan.foundation.vault.services import seal_text


class SamePerson(PermissionError):
    """Who wrote the copy cannot check it."""


class NothingToCheck(LookupError):
    """No copy waits for a second person."""


def check_copy(*, subject: str, actor: str) -> PreparedCopy:
    """Confirm the waiting copy; raises SamePerson, NothingToCheck."""
    copy = _waiting(subject, actor)
    copy.state, copy.checked_by, copy.checked_at = CopyState.CHECKED, actor, clock.now()
    copy.save(update_fields=["state", "checked_by", "checked_at"])
    return copy


def return_copy(*, subject: str, note: str, actor: str) -> PreparedCopy:
    """Give the waiting copy back with a note of what is still to be hidden; the note is sealed, for it may name it."""
    copy = _waiting(subject, actor)
    copy.state, copy.checked_by, copy.checked_at = CopyState.RETURNED, actor, clock.now()
    copy.note = seal_text(kind="copy.note", text=note, subject=subject)
    copy.save(update_fields=["state", "checked_by", "checked_at", "note"])
    return copy


def checked_copy(subject: str) -> PreparedCopy | None:
    """The latest copy that a second person confirmed: the only thing a body ever reads."""
    return PreparedCopy.objects.filter(subject=subject, state=CopyState.CHECKED).order_by("-version").first()


def checked_texts(subjects: Iterable[str]) -> dict[str, str]:
    """The texts of the confirmed copies of many files, by one query."""
    rows = PreparedCopy.objects.filter(subject__in=list(subjects), state=CopyState.CHECKED).order_by("version")
    return dict(rows.values_list("subject", "text"))


def _waiting(subject: str, actor: str) -> PreparedCopy:
    copy = PreparedCopy.objects.filter(subject=subject, state=CopyState.READY).order_by("-version").first()
    if copy is None:
        raise NothingToCheck(subject)
    if copy.prepared_by == actor:
        raise SamePerson
    return copy
