"""Tệp mẫu của thủ tục: blank forms that everybody may have, told by their content and handed out cleaned."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Max

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.caching.topics import changed
from vidan.foundation.files.services import drop_file, keep_file
from vidan.outreach.findable import PROCEDURES
from vidan.outreach.models import FormFile, Procedure
from vidan.outreach.models.procedure import WRITE
from vidan.outreach.services.write_procedure import note

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

MOST = 20
"""Forms of one procedure."""


def add_form(*, procedure: Procedure, label: str, file: "UploadedFile[bytes]", actor: Actor) -> FormFile:
    """Keep one more form; raises Procedure.DoesNotExist, files.refusals.NotTaken."""
    with transaction.atomic():
        kept = _locked(procedure, actor)
        last = FormFile.objects.filter(code=kept.code).aggregate(last=Max("number"))["last"] or 0
        stored = keep_file(subject=subject_of(kept.code), upload=file, position=last + 1, at_most=MOST)
        note("procedure.form", kept, actor)
        changed(PROCEDURES)
        return FormFile.objects.create(code=kept.code, number=last + 1, label=label, file=stored)


def drop_form(*, procedure: Procedure, number: int, actor: Actor) -> None:
    """Take a form away, bytes and all; raises Procedure.DoesNotExist, FormFile.DoesNotExist."""
    with transaction.atomic():
        kept = _locked(procedure, actor)
        found = FormFile.objects.select_related("file").get(code=kept.code, number=number)
        name = found.file.name
        found.delete()
        drop_file(subject=subject_of(kept.code), name=name)
        note("procedure.form", kept, actor)
        changed(PROCEDURES)


def subject_of(code: str) -> str:
    """Under which subject the forms of a procedure lie."""
    return f"{code}.mau"


def _locked(procedure: Procedure, actor: Actor) -> Procedure:
    return Procedure.objects.select_for_update().get(pk=procedure.pk, front_id__in=actor.units_with(WRITE))
