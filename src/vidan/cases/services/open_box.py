"""Mở hộp thư: before witnesses, with the number of letters, and minutes that are numbered at once."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import override

from vidan.cases.letters import box_minutes
from vidan.cases.models import BoxLetter, BoxOpening
from vidan.cases.models.sources import LetterRefused
from vidan.cases.services.enter import AlreadyEntered
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.journal.record import record
from vidan.foundation.papers.services import draft_paper, issue_paper
from vidan.foundation.units.models import ContactPoint


def open_box(
    *,
    box: ContactPoint,
    opened_at: datetime,
    witnesses: str,
    letters: int,
    remark: str,
    actor: Actor,
    is_sample: bool = False,
) -> BoxOpening:
    """Record an opening and issue its minutes (biên bản)."""
    with transaction.atomic(), override("vi"):
        opening = BoxOpening.objects.create(
            front=box.unit,
            box=box,
            opened_at=opened_at,
            opened_by=actor.code,
            witnesses=witnesses,
            letters=letters,
            remark=remark,
            is_sample=is_sample,
        )
        subject = f"box-{opening.pk}"
        draft = draft_paper(
            unit=box.unit, kind="box_minutes", subject=subject, structure=box_minutes(opening), actor=actor.code
        )
        opening.minutes = issue_paper(paper=draft, actor=actor.code)
        opening.save(update_fields=["minutes"])
        record("box.open", subject=subject, actor=actor.code, unit_id=box.unit_id, facts={"letters": letters})
    return opening


def refuse_letter(*, opening: BoxOpening, number: int, ground: LetterRefused, actor: Actor) -> BoxLetter:
    """Say why a letter is not handled; raises AlreadyEntered when it has become a case or was refused before."""
    with transaction.atomic():
        if BoxLetter.objects.filter(opening=opening, number=number).exists():
            raise AlreadyEntered
        letter = BoxLetter.objects.create(opening=opening, number=number, refused=ground)
        facts: dict[str, str | int | bool | None] = {"letter": number, "ground": ground}
        record("box.refuse", subject=f"box-{opening.pk}", actor=actor.code, unit_id=opening.front_id, facts=facts)
    return letter
