"""Chuẩn bị bản chuyển: one officer writes the copy beside the original, a second one checks it (design.md section 5)."""

from collections.abc import Sequence

from django.db import transaction

from vidan.cases.facts import Known, facts_of
from vidan.cases.models import CaseFile
from vidan.cases.moves import TABLE
from vidan.cases.services.index import index_case
from vidan.cases.services.notify import notify_unit
from vidan.cases.services.step import Refused, step
from vidan.domain.moves import Refusal, decide
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.files.models import StoredFile
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.redaction.services.check import check_copy, return_copy
from vidan.foundation.redaction.services.prepare import ready_copy, save_copy


def prepare(
    *, code: str, text: str, files: Sequence[StoredFile] = (), actor: Actor, version: int | None = None
) -> CaseFile:
    """Hand the written copy to a second person; `files` are the originals whose cleaned copies go along."""
    with step(code=code, move="prepare", actor=actor, version=version, copy_text=text) as taking:
        ready_copy(subject=code, text=text, files=files, actor=actor.code)
        taking.told["files"] = len(files)
        notify_unit(NoticeKind.TO_CHECK, taking.case, unit=taking.case.front, permission="cases.prepare", but=actor)
    return taking.case


def save(*, code: str, text: str, files: Sequence[StoredFile] = (), actor: Actor) -> None:
    """Keep an unfinished copy; raises CaseFile.DoesNotExist, step.Refused when the case is past this step."""
    with transaction.atomic():
        being_prepared(code, actor, text)
        save_copy(subject=code, text=text, files=files, actor=actor.code)


def being_prepared(code: str, actor: Actor, text: str = "") -> CaseFile:
    """The case, while the actor may write its copy; raises CaseFile.DoesNotExist, step.Refused past this step."""
    case = CaseFile.objects.visible_to(actor).get(code=code)
    known = Known(case, actor, copy_text=text or "-")
    answer = decide(TABLE, facts_of(known), "prepare", clock.today())
    if isinstance(answer, Refusal):
        raise Refused(answer)
    return case


def check(*, code: str, actor: Actor, version: int | None = None) -> CaseFile:
    """Confirm that the copy hides what must be hidden; refused to the person who wrote it."""
    with step(code=code, move="check", actor=actor, version=version) as taking:
        check_copy(subject=code, actor=actor.code)
        index_case(taking.case)
    return taking.case


def send_back(*, code: str, note: str, actor: Actor, version: int | None = None) -> CaseFile:
    """Give the copy back to be written again, with what is still to be hidden."""
    with step(code=code, move="return_copy", actor=actor, version=version) as taking:
        return_copy(subject=code, note=note, actor=actor.code)
        notify_unit(NoticeKind.RETURNED, taking.case, unit=taking.case.front, permission="cases.prepare", but=actor)
    return taking.case
