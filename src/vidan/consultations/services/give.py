"""Góp ý: somebody's word on a draft becomes an opinion that waits to be looked at, or nothing at all."""

from django.db import transaction

from vidan.consultations.kinds import OpinionSource
from vidan.consultations.models import Draft, Opinion
from vidan.consultations.services.new_opinion import Said, Speaker, new_opinion
from vidan.consultations.services.notify import notify_responsible
from vidan.consultations.services.personal_data import note_consent
from vidan.consultations.standing_words import takes_opinions
from vidan.foundation.accounts.actors import TELLER
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.notices.models import NoticeKind


class Closed(Exception):
    """No opinions are taken on the draft; the time for them is over or has not come."""


class NewText(Exception):
    """The draft has got a newer text since the person read it; nothing was taken."""


class NobodyNamed(ValueError):
    """The opinion says it is named but tells no name, or says it is anonymous and tells one."""


def give(*, code: str, version: int | None, said: Said, speaker: Speaker) -> Opinion:
    """Take an opinion on the text that was read (`version`); raises Closed, NewText, NobodyNamed.

    Runs inside the caller's transaction when there is one, so that the receipt is issued with it or not at all.
    """
    if (speaker.mode == TellerMode.ANONYMOUS) != (speaker.identity is None):
        raise NobodyNamed
    with transaction.atomic(savepoint=False):
        # The lock keeps the text and the window as they are until the opinion stands.
        Draft.objects.select_for_update().only("pk").get(code=code)
        draft = Draft.objects.select_related("front__parent").get(code=code)
        if not takes_opinions(draft):
            raise Closed
        if draft.current_id != version:
            raise NewText
        opinion = new_opinion(
            draft=draft, said=said, source=OpinionSource.PUBLIC, actor=TELLER, speaker=speaker, shown=False
        )
        note_consent(opinion, TELLER)
        notify_responsible(NoticeKind.DRAFT_GIVEN, draft)
        return opinion
