"""Ảnh, tài liệu của hoạt động: pictures made small and free of what a camera notes, papers as they are."""

from typing import TYPE_CHECKING

from django.core.files.uploadedfile import SimpleUploadedFile

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.files.kinds import IMAGES, FileKind
from vidan.foundation.files.limits import check_size
from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.services import drop_file, keep_file
from vidan.foundation.files.tell import tell
from vidan.outreach.models import ActivityFile
from vidan.outreach.services.log_activity import changing

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

MOST = 10
"""Files of one activity."""

LONGEST = 1600
"""Pixels of the longer side of a picture: enough for print, little enough for a slow link."""


def add_file(
    *, code: str, upload: "UploadedFile[bytes]", alt: str, actor: Actor, version: int | None = None
) -> ActivityFile:
    """Keep one more picture or paper; raises files.refusals.NotTaken, and what changing() raises."""
    with changing(code=code, event="activity.file", actor=actor, version=version) as change:
        picture = small_picture(upload)
        last = StoredFile.objects.filter(subject=code).order_by("-position").values_list("position", flat=True).first()
        stored = keep_file(subject=code, upload=picture or upload, position=(last or 0) + 1, at_most=MOST)
        change.facts |= {"file": "added", "digest": stored.digest}
        kept = {"is_picture": picture is not None, "alt": alt if picture else ""}
        return ActivityFile.objects.create(activity=change.activity, file=stored, **kept)


def describe_picture(*, code: str, name: str, alt: str, actor: Actor, version: int | None = None) -> None:
    """Say what a picture shows, or say it better; raises ActivityFile.DoesNotExist for no picture, and as changing()."""
    with changing(code=code, event="activity.file", actor=actor, version=version) as change:
        kept = ActivityFile.objects.select_related("file").get(
            activity=change.activity, file__name=name, is_picture=True
        )
        kept.alt = alt
        kept.save(update_fields=["alt"])
        change.facts |= {"file": "described", "digest": kept.file.digest}


def drop_activity_file(*, code: str, name: str, actor: Actor, version: int | None = None) -> None:
    """Take a file away, bytes and all; raises ActivityFile.DoesNotExist, and what changing() raises."""
    with changing(code=code, event="activity.file", actor=actor, version=version) as change:
        kept = ActivityFile.objects.select_related("file").get(activity=change.activity, file__name=name)
        change.facts |= {"file": "dropped", "digest": kept.file.digest}
        kept.delete()
        drop_file(subject=code, name=name)


def small_picture(upload: "UploadedFile[bytes]") -> SimpleUploadedFile | None:
    """A photograph drawn again as a small JPEG; nothing for what is no picture. Raises NotTaken for a damaged one."""
    from vidan.foundation.files.pictures import FORMATS, draw, open_picture

    upload.seek(0)
    data = upload.read()
    kind = tell(data)
    if kind not in IMAGES:
        return None
    check_size(kind, len(data))
    picture = open_picture(data, (FORMATS[FileKind(kind)],))
    picture.thumbnail((LONGEST, LONGEST))
    return SimpleUploadedFile("anh.jpg", draw(picture, "JPEG"))
