"""Kiến nghị của Mặt trận: the Front itself speaks; its words are the copy, so they go to a second officer at once."""

from collections.abc import Sequence

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from vidan.cases.kinds import Kind, PersonState, Source
from vidan.cases.models import CaseFile
from vidan.cases.services.classify import Classification, classify
from vidan.cases.services.prepare import prepare
from vidan.cases.services.receive import Story, Word, receive
from vidan.cases.services.step import step
from vidan.cases.services.tally import tally
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.files.kinds import NEVER_COPIED
from vidan.foundation.files.services import keep_file
from vidan.foundation.intake.tellers import TellerMode, TellerType
from vidan.foundation.units.models import Unit


def petition(
    *,
    front: Unit,
    about: Unit,
    gist: str,
    text: str,
    actor: Actor,
    uploads: "Sequence[UploadedFile[bytes]]" = (),
    is_sample: bool = False,
) -> CaseFile:
    """Make the case of a petition and hand its text to a second officer; the head approves the transfer as of any case.

    Nobody stands behind it who must be protected or told, so it has no identity and no receipt. Raises files.NotTaken.
    """
    word = Word(
        kind=Kind.SUGGESTION,
        source=Source.FRONT,
        mode=TellerMode.ANONYMOUS,
        teller_type=TellerType.ORGANISATION,
        story=Story(what=text),
        front=front,
        subject_unit=about,
        is_sample=is_sample,
    )
    with transaction.atomic():
        case = receive(word=word, actor=actor)
        files = [
            keep_file(subject=case.code, upload=upload, position=position)
            for position, upload in enumerate(uploads, start=1)
        ]
        found = Classification(
            kind=Kind.SUGGESTION, subject_unit=about, conduct=(), gist=gist, person_state=PersonState.NOBODY
        )
        classify(code=case.code, found=found, actor=actor)
        along = [file for file in files if file.kind not in NEVER_COPIED]
        return prepare(code=case.code, text=text, files=along, actor=actor)


def conclude(*, code: str, actor: Actor, version: int | None = None) -> CaseFile:
    """Note the answer to the Front's own petition and close it."""
    with step(code=code, move="conclude", actor=actor, version=version) as taking:
        tally("cases.closed", taking.case, on=clock.today())
    return taking.case
