"""Đọc bản gốc: who reads what the teller wrote; in confidence only the two preparing officers do, and each time is journalled."""

from dataclasses import dataclass

from django.db import transaction

from vidan.cases.models import CaseFile
from vidan.cases.services.receive import Story
from vidan.cases.story import story_of
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.journal.readers import NotYours, has_room, readers_of
from vidan.foundation.journal.record import record
from vidan.foundation.receipts.models import Letter
from vidan.foundation.receipts.services import letters_of

READ = "case.read_original"


@dataclass(frozen=True)
class Original:
    """What the teller wrote: the story and the letters since."""

    story: Story
    letters: list[tuple[Letter, str]]


def is_guarded(case: CaseFile) -> bool:
    """Whether the original stands behind the door of the two preparing officers."""
    return bool(case.teller_mode == TellerMode.CONFIDENTIAL)


def read_original(*, code: str, actor: Actor) -> tuple[CaseFile, Original]:
    """The original of a case for an officer of its Front; raises CaseFile.DoesNotExist, NotYours.

    In confidence the entry is written before anything is opened, so that nothing is ever read without one.
    """
    with transaction.atomic():
        case = let_in(code=code, actor=actor)
        return case, Original(story_of(case), letters_of(code))


def let_in(*, code: str, actor: Actor, what: str = READ) -> CaseFile:
    """Ask whether the actor may read originals of a case, and journal it where the teller asked for confidence."""
    case = (
        CaseFile.objects.visible_to(actor)
        .select_related("front", "subject_unit__parent__parent", "story")
        .get(code=code)
    )
    if case.front_id not in actor.units_with("cases.read"):
        raise CaseFile.DoesNotExist
    if not is_guarded(case):
        return case
    if case.front_id not in actor.units_with("cases.prepare"):
        raise NotYours
    # The row's lock keeps a third officer from slipping in beside the second.
    CaseFile.objects.select_for_update().only("pk").get(pk=case.pk)
    keepers = _keepers(case)
    if not has_room(keepers, actor.code):
        raise NotYours
    if actor.code not in keepers or what == READ:
        record(READ, subject=code, actor=actor.code, unit_id=case.front_id)
    return case


def may_be_let_in(case: CaseFile, actor: Actor) -> bool:
    """Whether an officer who prepares cases is one of the two of this confidential case, or may become one."""
    return has_room(_keepers(case), actor.code)


def _keepers(case: CaseFile) -> set[str]:
    return readers_of(subject=case.code, event=READ, unit_id=case.front_id)
