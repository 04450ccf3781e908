"""Writing the copy beside the original."""

from collections.abc import Iterable

from django.db.models import QuerySet

from vidan.foundation.calendar import clock
from vidan.foundation.files.models import StoredFile
from vidan.foundation.redaction.models import CopiedFile, CopyState, PreparedCopy
from vidan.foundation.vault.services import open_text


def newest_copy(subject: str) -> PreparedCopy | None:
    """The latest version of a file's copy, whatever its state."""
    return PreparedCopy.objects.filter(subject=subject).select_related("note").order_by("-version").first()


def note_of(copy: PreparedCopy) -> str:
    """What the second person wrote when giving the copy back, or nothing."""
    return open_text(copy.note) if copy.note else ""


def save_copy(*, subject: str, text: str, files: Iterable[StoredFile], actor: str) -> PreparedCopy:
    """Keep what was written so far; a new version begins when the last one is checked, waiting or returned."""
    last = newest_copy(subject)
    if last is None or last.state != CopyState.DRAFT:
        last = PreparedCopy(subject=subject, version=last.version + 1 if last else 1)
    last.text, last.prepared_by, last.prepared_at = text, actor, clock.now()
    last.save()
    last.files.all().delete()
    CopiedFile.objects.bulk_create(CopiedFile(copy=last, file=file) for file in files)
    return last


def copies_before(copy: PreparedCopy) -> QuerySet[PreparedCopy]:
    """The versions before one, the newest first."""
    return PreparedCopy.objects.filter(subject=copy.subject, version__lt=copy.version).order_by("-version")


def rewrite_copy(copy: PreparedCopy, *, text: str, actor: str) -> PreparedCopy:
    """Write an unfinished copy anew as a version of its own, so that the one before can be brought back; the files go along."""
    files = [line.file for line in copy.files.select_related("file")]
    fresh = PreparedCopy.objects.create(
        subject=copy.subject, version=copy.version + 1, text=text, prepared_by=actor, prepared_at=clock.now()
    )
    CopiedFile.objects.bulk_create(CopiedFile(copy=fresh, file=file) for file in files)
    return fresh


def ready_copy(*, subject: str, text: str, files: Iterable[StoredFile], actor: str) -> PreparedCopy:
    """Hand the copy to a second person; what was unfinished before is not kept, for it may still say who spoke."""
    copy = save_copy(subject=subject, text=text, files=files, actor=actor)
    PreparedCopy.objects.filter(subject=subject, state=CopyState.DRAFT).exclude(pk=copy.pk).delete()
    copy.state = CopyState.READY
    copy.save(update_fields=["state"])
    return copy
