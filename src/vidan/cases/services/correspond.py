"""Trao đổi: letters and more files between the person with the receipt and the officers of the case."""

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from vidan.cases.models import CaseFile
from vidan.cases.moves import SILENT
from vidan.cases.services.ask import answered
from vidan.cases.services.notify import notify_unit
from vidan.foundation.accounts.actors import TELLER, Actor
from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.services import keep_file
from vidan.foundation.journal.record import record
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.receipts.models import Author, Letter
from vidan.foundation.receipts.services import write_letter


class Ended(Exception):
    """The case is closed or withdrawn; nothing more can be added."""


def write_to_front(*, case: CaseFile, text: str) -> Letter:
    """The person writes to the Front; raises Ended."""
    with transaction.atomic():
        _still_open(case)
        letter = write_letter(subject=case.code, author=Author.TELLER, actor=TELLER.code, text=text)
        record("case.letter_in", subject=case.code, actor=TELLER.code, unit_id=case.front_id)
        answered(case)
        notify_unit(NoticeKind.LETTER, case, unit=case.front, permission="cases.prepare")
    return letter


def write_to_teller(*, code: str, text: str, actor: Actor) -> Letter:
    """An officer writes to the person; raises CaseFile.DoesNotExist when he may not know of the case, Ended."""
    with transaction.atomic():
        case = CaseFile.objects.visible_to(actor).get(code=code)
        if case.front_id not in actor.units_with("cases.prepare"):
            raise CaseFile.DoesNotExist
        _still_open(case)
        letter = write_letter(subject=code, author=Author.FRONT, actor=actor.code, text=text)
        record("case.letter_out", subject=code, actor=actor.code, unit_id=case.front_id)
    return letter


def add_file(*, case: CaseFile, upload: "UploadedFile[bytes]") -> StoredFile:
    """The person sends one more file; raises Ended, or files.NotTaken with the sentence to show."""
    with transaction.atomic():
        _still_open(case)
        position = StoredFile.objects.filter(subject=case.code).count() + 1
        kept = keep_file(subject=case.code, upload=upload, position=position)
        record("case.file_in", subject=case.code, actor=TELLER.code, unit_id=case.front_id, facts={"kind": kept.kind})
        notify_unit(NoticeKind.LETTER, case, unit=case.front, permission="cases.prepare")
    return kept


def _still_open(case: CaseFile) -> None:
    if case.state in SILENT:
        raise Ended
