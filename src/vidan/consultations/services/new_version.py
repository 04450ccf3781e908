"""Chốt bản dự thảo mới: its pieces go on with the keys of the old ones, and every opinion gets its place in it."""

from django.utils.translation import gettext_lazy as _

from vidan.consultations.models import DraftVersion
from vidan.consultations.places import waiting_for
from vidan.consultations.services.come_from import come_from
from vidan.consultations.services.reanchor import recount, work_name
from vidan.consultations.services.set_text import NO_TEXT, fix, in_hand
from vidan.consultations.services.step import NotNow, step
from vidan.consultations.tasks import place_opinions
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.jobs.progress import report

STILL_PLACING = _("Ý kiến còn đang được xếp chỗ vào bản hiện tại. Xin chờ xong rồi chốt bản mới.")


def fix_new_version(*, code: str, actor: Actor, version: int | None = None) -> DraftVersion:
    """Fix the text in hand as the draft's newest; the opinions are placed by the worker afterwards.

    Raises what step() raises, NotNow without a text in hand or while opinions are still placed in the current one.
    """
    with step(code=code, move="new_version", actor=actor, version=version) as taking:
        draft, text = taking.draft, in_hand(taking.draft)
        if text is None or draft.current is None:
            raise NotNow(NO_TEXT)
        if draft.current.placing:
            raise NotNow(STILL_PLACING)
        come_from(text, draft.current)
        text.placing = True
        fix(text, actor)
        draft.current = text
        recount(text)
        taking.told |= {"version": text.number, "digest": text.digest}
        begin(text)
    return text


def begin(text: DraftVersion) -> None:
    """Have the worker place the opinions that have no place in a text yet."""
    report(work_name(text), done=0, total=waiting_for(text).count())
    place_opinions.enqueue(text.pk)
