"""Thư qua lại: letters between the Front and who gave an opinion, by the receipt."""

from django.db import transaction
from django.db.models import Exists, OuterRef

from vidan.consultations.kinds import ENDS, OpinionSource
from vidan.consultations.models import Draft, Opinion
from vidan.consultations.models.opinion import PREFIX
from vidan.consultations.services.notify import notify_responsible
from vidan.foundation.accounts.actors import TELLER, Actor
from vidan.foundation.journal.record import record
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.receipts.models import Author, Letter
from vidan.foundation.receipts.services import write_letter

MOST = 50
"""Unread letters looked at for one list."""


class Ended(Exception):
    """The criticism of the draft has ended, or nobody holds a receipt: no letter goes to and fro any more."""


def may_write(opinion: Opinion) -> bool:
    """Whether letters still go to and fro about an opinion."""
    still = opinion.draft.state not in ENDS and opinion.erased_on is None
    return opinion.source == OpinionSource.PUBLIC and still


def with_unread_letters(draft: Draft) -> list[str]:
    """Codes of the draft's opinions whose givers wrote letters that no officer has read, the oldest letter first."""
    # Unread letters are few where opinions are many, so the letters are gone through and not the opinions.
    letters = Letter.objects.filter(author=Author.TELLER, read_at__isnull=True, subject__startswith=f"{PREFIX}-")
    of_draft = draft.opinions.filter(source=OpinionSource.PUBLIC, code=OuterRef("subject"))
    return list(dict.fromkeys(letters.filter(Exists(of_draft)).values_list("subject", flat=True)[:MOST]))


def write_to_front(*, opinion: Opinion, text: str) -> None:
    """Who gave the opinion writes to the Front; raises Ended."""
    _write(opinion, Author.TELLER, TELLER, text)


def write_to_teller(*, code: str, text: str, actor: Actor) -> None:
    """An officer writes to who gave an opinion; raises Opinion.DoesNotExist, Ended."""
    rows = Opinion.objects.filter(draft__front_id__in=actor.units_with("consultations.moderate"))
    _write(rows.select_related("draft").get(code=code), Author.FRONT, actor, text)


def _write(opinion: Opinion, author: Author, actor: Actor, text: str) -> None:
    if not may_write(opinion):
        raise Ended
    with transaction.atomic():
        write_letter(subject=opinion.code, author=author, actor=actor.code, text=text)
        event = "opinion.letter_out" if author == Author.FRONT else "opinion.letter_in"
        record(event, subject=opinion.code, actor=actor.code, unit_id=opinion.draft.front_id)
        if author == Author.TELLER:
            notify_responsible(NoticeKind.DRAFT_LETTER, opinion.draft)
