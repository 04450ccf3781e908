"""Chuẩn bị lời người dân để nêu: an officer reads what a reply says in words, and writes what others may read of it, or none."""

import hashlib

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vidan.domain.publishing.traces import Trace, traces
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.accounts.models import Official
from vidan.foundation.journal.record import record
from vidan.foundation.vault.seal import open_sealed
from vidan.surveys.kinds import RoundState
from vidan.surveys.models import ReplyText, SurveyRound
from vidan.surveys.services.move import text_sealed_as


class Traced(ValueError):
    """What is to be shown holds marks by which somebody could be found; `found` lists them."""

    def __init__(self, found: tuple[Trace, ...]) -> None:
        super().__init__(len(found))
        self.found = found


class Overtaken(Exception):
    """Somebody else has read it meanwhile, or the result was published; nothing was changed."""

    sentence = _("Lời này vừa có người khác đọc, hoặc kết quả đã công bố. Chưa có gì bị ghi đè.")


def redact_text(*, code: str, key: str, shown: str, read_before: str, actor: Actor) -> ReplyText:
    """Keep what may be shown of a text; nothing withholds it. `read_before` is by whom it was read when the page was opened.

    Raises ReplyText.DoesNotExist where the actor may not, Traced, Overtaken. The journal holds a digest of what is shown.
    """
    with transaction.atomic():
        fronts = actor.units_with("surveys.redact")
        round_ = SurveyRound.objects.select_for_update().filter(code=code, front_id__in=fronts).first()
        text = ReplyText.objects.select_for_update().filter(key=key, stratum__round=round_).first() if round_ else None
        if round_ is None or text is None:
            raise ReplyText.DoesNotExist(key)
        if round_.state == RoundState.PUBLISHED or text.read_by != read_before:
            raise Overtaken
        found = traces(shown, names=_officials(round_))
        if found:
            raise Traced(found)
        text.shown, text.withheld, text.read_by = shown, not shown, actor.code
        text.save()
        record(
            "survey.redact",
            subject=round_.code,
            actor=actor.code,
            unit_id=round_.front_id,
            facts={
                "text": key[:8],
                "shown": bool(shown),
                "digest": hashlib.sha256(shown.encode()).hexdigest() if shown else None,
            },
        )
    return text


def _officials(round_: SurveyRound) -> list[str]:
    """The officials of the territories where people were asked; no text that is shown may name them."""
    areas = round_.strata.values("unit__area_id")
    return list(Official.objects.filter(unit__area_id__in=areas).values_list("name", flat=True))


def words_of(text: ReplyText) -> str:
    """What was written, opened; raises vault.seal.Broken."""
    return open_sealed(bytes(text.body), text_sealed_as(text.key)).decode()


UNREAD = Q(read_by="")
"""The texts that nobody has read."""
