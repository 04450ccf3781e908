"""Ý kiến ký tên: a member organisation or a Front below says what it thinks; everybody reads it at once with its name."""

from typing import Any

from django.db import transaction

from vidan.consultations.kinds import OpinionSource
from vidan.consultations.models import Opinion
from vidan.consultations.services.new_opinion import Said, Speaker, new_opinion
from vidan.consultations.services.record_reply import mark_answered
from vidan.consultations.services.step import step
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.files.services import keep_file
from vidan.foundation.intake.tellers import TellerType
from vidan.foundation.units.models import Unit


def sign(*, code: str, unit_id: int, said: Said, upload: Any, actor: Actor, version: int | None = None) -> Opinion:
    """Give an opinion in the name of one of the actor's organisations; raises what step() raises, NotTaken."""
    if unit_id not in actor.units_with("consultations.opine"):
        raise Unit.DoesNotExist(unit_id)
    with transaction.atomic(), step(code=code, move="opine", actor=actor, version=version) as taking:
        unit = Unit.objects.get(pk=unit_id)
        opinion = new_opinion(
            draft=taking.draft,
            said=said,
            source=OpinionSource.MEMBER,
            actor=actor,
            speaker=Speaker(teller_type=TellerType.ORGANISATION),
            shown=True,
            unit=unit,
            signed_as=unit.name,
            entered_by=actor.code,
        )
        taking.told |= {"opinion": opinion.code, "unit": unit.slug}
        mark_answered(taking.draft, unit, actor)
        if upload:
            opinion.file = keep_file(subject=opinion.code, upload=upload, position=1)
            opinion.save(update_fields=["file"])
    return opinion
