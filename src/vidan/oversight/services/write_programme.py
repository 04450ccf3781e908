"""Ghi chương trình phối hợp: what two bodies signed, put right later, with the signed copy."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.files.services import drop_file, keep_file
from vidan.foundation.journal.record import Fact, record
from vidan.foundation.units.models import Unit
from vidan.foundation.units.selectors import in_place_of
from vidan.oversight.models import Programme
from vidan.oversight.models.programme import RUN
from vidan.oversight.services.plan_step import Overtaken, next_code

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


@dataclass(frozen=True, kw_only=True)
class Signed:
    """What the paper says."""

    partner: Unit
    number: str
    title: str
    signed_on: date
    first_year: int
    last_year: int
    articles: str = ""


def record_programme(
    *, front: Unit, signed: Signed, actor: Actor, file: "UploadedFile[bytes] | None" = None, is_sample: bool = False
) -> Programme:
    """Write a programme down; raises Programme.DoesNotExist when the actor runs no plan for the Front, NotTaken for a file."""
    if front.pk not in actor.units_with(RUN):
        raise Programme.DoesNotExist(front.slug)
    with transaction.atomic():
        code = next_code(front, "programme", "CTPH", signed.signed_on.year)
        programme = Programme(code=code, front=front, is_sample=is_sample)
        facts = _write(programme, signed, file)
        programme.save()
        record("programme.record", subject=code, actor=actor.code, unit_id=front.pk, facts=facts)
    return programme


def change_programme(
    *, code: str, signed: Signed, actor: Actor, file: "UploadedFile[bytes] | None" = None, version: int | None = None
) -> Programme:
    """Put it right; a new file takes the place of the old one. Raises Programme.DoesNotExist, Overtaken, NotTaken."""
    with transaction.atomic():
        ours = in_place_of(actor.units_with(RUN), clock.today())
        if not Programme.objects.filter(code=code, front_id__in=ours).update(version=F("version") + 1):
            raise Programme.DoesNotExist(code)
        programme = Programme.objects.select_related("front").get(code=code)
        if version is not None and programme.version != version + 1:
            raise Overtaken
        facts = _write(programme, signed, file)
        programme.save()
        record("programme.change", subject=code, actor=actor.code, unit_id=programme.front_id, facts=facts)
    return programme


def _write(programme: Programme, signed: Signed, file: "UploadedFile[bytes] | None") -> dict[str, Fact]:
    for name in Signed.__dataclass_fields__:
        setattr(programme, name, getattr(signed, name))
    facts: dict[str, Fact] = {"first_year": signed.first_year, "last_year": signed.last_year}
    if file is not None:
        before = programme.file
        programme.file = keep_file(subject=programme.code, upload=file, position=1, at_most=2)
        facts["digest"] = programme.file.digest
        if before is not None:
            programme.save()
            drop_file(subject=programme.code, name=before.name)
    return facts
