"""Ghi ý kiến nhận được: experts' papers, what was said at a meeting, lists of other bodies; entered by the officer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from vidan.consultations.kinds import OpinionSource
from vidan.consultations.models import Hearing, Opinion
from vidan.consultations.services.new_opinion import Said, Speaker, new_opinion
from vidan.consultations.services.step import step
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.files.services import keep_file
from vidan.foundation.intake.tellers import Identity, TellerMode


@dataclass(frozen=True)
class Entered:
    """One opinion as the officer writes it down. `who` signs in public when he is an expert; else the name is sealed."""

    said: Said
    source: OpinionSource
    who: str = ""
    hearing: Hearing | None = None


def enter_opinions(
    *, code: str, entered: Sequence[Entered], actor: Actor, upload: Any = None, version: int | None = None
) -> list[Opinion]:
    """Enter opinions all together or not at all; a file belongs to the first. Raises what step() raises, NotTaken.

    They are shown at once: the officer writes down what everybody may read.
    """
    with transaction.atomic(), step(code=code, move="enter_opinions", actor=actor, version=version) as taking:
        by = {"entered_by": actor.code, "moderated_by": actor.code, "moderated_at": clock.now()}
        made = [
            new_opinion(
                draft=taking.draft,
                said=one.said,
                source=one.source,
                actor=actor,
                speaker=_speaker(one),
                shown=True,
                signed_as=one.who if one.source == OpinionSource.EXPERT else "",
                hearing=one.hearing,
                **by,
            )
            for one in entered
        ]
        taking.told["count"] = len(made)
        if upload:
            made[0].file = keep_file(subject=made[0].code, upload=upload, position=1)
            made[0].save(update_fields=["file"])
    return made


def _speaker(one: Entered) -> Speaker:
    if not one.who or one.source == OpinionSource.EXPERT:
        return Speaker()
    return Speaker(TellerMode.NAMED, identity=Identity(name=one.who))
