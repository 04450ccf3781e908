"""Thư điện tử: a mail that was saved as a file fills the entry form; its original and its files wait sealed with the draft."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from vidan.foundation.files.limits import MAX_FILES
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.files.services import keep_file, keep_mail
from vidan.foundation.intake import drafts
from vidan.foundation.intake.drafts import Writing
from vidan.foundation.intake.mail import Mail, read_mail


def take_mail(*, form: str, data: bytes) -> tuple[Writing, Mail]:
    """Read a mail and keep what came with it in a new draft; raises mail.NotRead.

    A file that may not be kept is counted as left out; it is still in the original.
    """
    mail = read_mail(data)
    writing = drafts.begin(form)
    with transaction.atomic():
        kept = sum(_keep(writing, one.name, one.data, n) for n, one in enumerate(mail.enclosed[:MAX_FILES], start=1))
        keep_mail(subject=writing.row.files, data=data, position=MAX_FILES + 1)
        told: dict[str, Any] = {"subject": mail.subject, "kept": kept, "cut": mail.is_cut}
        writing.typed = {"mail": told | {"left": len(mail.enclosed) - kept + mail.unopened}}
        drafts.save(writing)
    return writing, mail


def _keep(writing: Writing, name: str, data: bytes, position: int) -> bool:
    try:
        keep_file(subject=writing.row.files, upload=SimpleUploadedFile(name or "tep", data), position=position)
    except NotTaken:
        return False
    return True
