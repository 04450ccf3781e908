"""Keep, open, move and destroy files. Who may do it is asked before, by the duty that owns the subject."""

import base64
import hashlib
import secrets
from collections.abc import Iterator
from io import BytesIO

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils.translation import gettext as _

from vidan.foundation.calendar import clock
from vidan.foundation.files.clean import cleaned
from vidan.foundation.files.frames import read_sealed, write_sealed
from vidan.foundation.files.kinds import CONTENT_TYPES, NEVER_COPIED, RECORDINGS, FileKind
from vidan.foundation.files.limits import MAX_BYTES, MAX_FILES, TOO_MANY, check_size
from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.places import (
    bound_copy,
    bound_label,
    bound_original,
    place_of_copy,
    place_of_original,
    places_of_renditions,
)
from vidan.foundation.files.refusals import UNKNOWN, NeverTransferred, NotTaken
from vidan.foundation.files.tell import tell
from vidan.foundation.vault.seal import Broken, open_sealed, seal

COPY_EXTENSIONS = {FileKind.HEIC: "jpg"}
LONGEST_LABEL = 255


def keep_file(*, subject: str, upload: "UploadedFile[bytes]", position: int, at_most: int = MAX_FILES) -> StoredFile:
    """Judge an upload, seal its original and store its row; raises NotTaken with the sentence for the sender.

    What is kept can be cleaned: that is tried here, so that the sender hears of it and not the officer weeks later.
    `at_most` counts the files of the subject, this one with them.
    """
    data = _content(upload)
    kind = tell(data)
    check_size(kind, len(data))
    if kind not in RECORDINGS:
        cleaned(kind, data)
    return keep_bytes(subject=subject, kind=kind, data=data, label=_label(upload), position=position, at_most=at_most)


def keep_mail(*, subject: str, data: bytes, position: int) -> StoredFile:
    """Seal the original of a mail beside the files of a subject; it counts in no limit of theirs. Raises NotTaken."""
    check_size(FileKind.EML, len(data))
    kind, at_most = FileKind.EML, MAX_FILES + 1
    return keep_bytes(subject=subject, kind=kind, data=data, label="", position=position, at_most=at_most)


def keep_bytes(
    *, subject: str, kind: FileKind, data: bytes, label: str, position: int, at_most: int = MAX_FILES
) -> StoredFile:
    """Seal bytes that were judged, or that we made ourselves, and store their row; raises NotTaken beyond `at_most`."""
    name = random_name()
    place = place_of_original(name)
    try:
        with transaction.atomic():
            if StoredFile.objects.filter(subject=subject, is_destroyed=False).count() >= at_most:
                raise NotTaken(TOO_MANY)
            write_sealed(place, _chunks(data), bound_original(name))
            return StoredFile.objects.create(
                name=name,
                subject=subject,
                kind=kind,
                size=len(data),
                digest=hashlib.sha256(data).hexdigest(),
                sealed_name=seal(label.encode(), bound_label(name)),
                position=position,
                created_at=clock.now(),
            )
    except BaseException:
        place.unlink(missing_ok=True)
        raise


def files_of(subject: str) -> list[StoredFile]:
    """The files of a subject in their order."""
    return list(StoredFile.objects.filter(subject=subject, is_destroyed=False))


def file_words(file: StoredFile) -> str:
    """How a file is called on screen: its place and kind, never the sender's name for it."""
    size = f"{file.size / 1024 / 1024:.1f} MB" if file.size >= 1024 * 1024 else f"{max(1, file.size // 1024)} KB"
    return _("Tệp %(n)d: %(kind)s, %(size)s") % {"n": file.position, "kind": FileKind(file.kind).label, "size": size}


def original_chunks(file: StoredFile) -> Iterator[bytes]:
    """The original by frames of 1 MiB; raises vault.seal.Broken when it was altered, OSError when it is missing."""
    return read_sealed(place_of_original(file.name), bound_original(file.name))


def original_bytes(file: StoredFile) -> bytes:
    """The whole original, checked against its digest; raises as original_chunks()."""
    data = b"".join(original_chunks(file))
    if hashlib.sha256(data).hexdigest() != file.digest:
        raise Broken("digest differs")
    return data


def original_label(file: StoredFile) -> str:
    """The name that the sender gave the file (tên tệp gốc); it may tell who he is."""
    return open_sealed(bytes(file.sealed_name), bound_label(file.name)).decode()


def cleaned_bytes(file: StoredFile) -> tuple[bytes, str, str]:
    """The cleaned copy, its extension and content type; made once, then kept sealed.

    Raises NeverTransferred for audio and video, NotTaken when a newer check refuses what was once kept.
    """
    kind = FileKind(file.kind)
    if kind in NEVER_COPIED:
        raise NeverTransferred(kind)
    extension = COPY_EXTENSIONS.get(kind, kind.value)
    content_type = CONTENT_TYPES[FileKind(extension)]
    place = place_of_copy(file.name)
    if file.cleaned_digest and place.exists():
        kept = b"".join(read_sealed(place, bound_copy(file.name)))
        if hashlib.sha256(kept).hexdigest() == file.cleaned_digest:
            return kept, extension, content_type
    data, _extension = cleaned(kind, original_bytes(file))
    write_sealed(place, _chunks(data), bound_copy(file.name))
    file.cleaned_digest = hashlib.sha256(data).hexdigest()
    StoredFile.objects.filter(pk=file.pk, is_destroyed=False).update(cleaned_digest=file.cleaned_digest)
    return data, extension, content_type


def adopt(*, draft_subject: str, case_code: str) -> int:
    """Bind the files of a draft to the case it became, after those the case already has; returns how many."""
    files = list(StoredFile.objects.filter(subject=draft_subject, is_destroyed=False))
    if not files:
        return 0
    with transaction.atomic():
        kept = StoredFile.objects.filter(subject=case_code, is_destroyed=False)
        last = kept.aggregate(last=Max("position"))["last"]
        for number, file in enumerate(files, start=1):
            file.subject = case_code
            if last is not None:
                file.position = last + number
            file.save(update_fields=["subject", "position"])
    return len(files)


def destroy(*, subject: str) -> int:
    """Remove every file of a subject (tiêu hủy), bytes after the commit, rows after the bytes; returns how many.

    A process killed in between leaves marked rows, which sweep_orphans() finishes.
    """
    return _destroy(StoredFile.objects.filter(subject=subject))


def drop_file(*, subject: str, name: str) -> bool:
    """Remove one file that its sender takes back; False when the subject has no such file."""
    return bool(_destroy(StoredFile.objects.filter(subject=subject, name=name)))


def _destroy(files: QuerySet[StoredFile]) -> int:
    with transaction.atomic():
        files = files.filter(is_destroyed=False)
        names = list(files.values_list("name", flat=True))
        files.update(is_destroyed=True, sealed_name=b"", cleaned_digest="", digest="")
        transaction.on_commit(lambda: remove(names))
        return len(names)


def remove(names: list[str]) -> None:
    """Remove the bytes of marked files, then their rows."""
    for name in names:
        for place in (*places_of_renditions(name), place_of_copy(name)):
            place.unlink(missing_ok=True)
        place_of_original(name).unlink(missing_ok=True)
    StoredFile.objects.filter(name__in=names, is_destroyed=True).delete()


def random_name() -> str:
    """26 letters and digits, 130 random bits: says nothing of file or sender, and nobody guesses it."""
    return base64.b32encode(secrets.token_bytes(17)).decode("ascii")[:26].lower()


def _content(upload: "UploadedFile[bytes]") -> bytes:
    """The bytes of an upload, refused unread when no kind may be so large."""
    if upload.size is not None and upload.size > max(MAX_BYTES.values()):
        check_size(FileKind.MP4, upload.size)
    if isinstance(upload.file, BytesIO):
        return upload.file.getvalue()  # shares the buffer, so a film is not in memory twice
    upload.seek(0)
    data = upload.read()
    if not isinstance(data, bytes):
        raise NotTaken(UNKNOWN)
    return data


def _chunks(data: bytes) -> Iterator[bytes]:
    view = memoryview(data)
    for start in range(0, len(view), 1024 * 1024):
        yield bytes(view[start : start + 1024 * 1024])


def _label(upload: "UploadedFile[bytes]") -> str:
    """The sender's file name as one line without folders."""
    last = (upload.name or "").replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(letter for letter in last if letter.isprintable())[-LONGEST_LABEL:]
