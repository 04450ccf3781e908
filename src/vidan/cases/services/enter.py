"""Nhập ý kiến: an officer enters what a person said by telephone, in person or on paper; the receipt is the same."""

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from vidan.cases.kinds import Kind, Source
from vidan.cases.models import BoxLetter, BoxOpening, Call, CaseFile, ReceptionTurn
from vidan.cases.services.receive import Word, receive
from vidan.domain.petitions import Form, Ruling, rule_on
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.files.services import adopt, keep_file
from vidan.foundation.receipts.services import issue

BY_STAFF = (Source.HOTLINE, Source.BOX, Source.RECEPTION, Source.LETTER, Source.EMAIL)
"""Sources that the staff enter; the others come by themselves."""

PAPER = (Source.BOX, Source.LETTER)
FORMS = MappingProxyType({Source.HOTLINE: Form.TELEPHONE, Source.RECEPTION: Form.IN_PERSON})


class AlreadyEntered(ValueError):
    """The call, the letter of the box or the turn has become a case already, or was closed."""


def form_of(source: Source, *, signed: bool) -> Form:
    """The lawful form of a word from a source; paper counts as signed only when it is."""
    if source in PAPER:
        return Form.SIGNED_PAPER if signed else Form.UNSIGNED_PAPER
    return FORMS.get(source, Form.WEB)


def enter(
    *,
    word: Word,
    signed: bool,
    secret: bytes,
    actor: Actor,
    uploads: "Sequence[UploadedFile[bytes]]" = (),
    call: Call | None = None,
    opening: BoxOpening | None = None,
    letter: int = 0,
    turn: ReceptionTurn | None = None,
    waiting: str = "",
) -> tuple[CaseFile, Ruling]:
    """Make the case of an entered word with its receipt, and tie it to the call, the letter or the turn it came from.

    `waiting` names the draft whose files, such as those of a mail, become the case's. A complaint or denunciation in an
    unlawful form is taken as what it tells; the ruling says so. Raises AlreadyEntered, and files.NotTaken for a scan that is
    refused; then nothing is kept.
    """
    ruling = rule_on(word.kind, form_of(word.source, signed=signed))
    with transaction.atomic():
        case = receive(word=replace(word, kind=Kind(ruling.kind)), actor=actor)
        issue(subject=case.code, secret=secret)
        for position, upload in enumerate(uploads, start=1):
            keep_file(subject=case.code, upload=upload, position=position)
        if waiting:
            adopt(draft_subject=waiting, case_code=case.code)
        if call is not None and not Call.objects.filter(pk=call.pk, case__isnull=True, ended="").update(case=case):
            raise AlreadyEntered
        if opening is not None:
            _tie(opening, letter, case)
        if turn is not None and not ReceptionTurn.objects.filter(pk=turn.pk, case=None, ended="").update(case=case):
            raise AlreadyEntered
    return case, ruling


def _tie(opening: BoxOpening, number: int, case: CaseFile) -> None:
    if BoxLetter.objects.filter(opening=opening, number=number).exists():
        raise AlreadyEntered
    BoxLetter.objects.create(opening=opening, number=number, case=case)
