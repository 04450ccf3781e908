"""Taking one change of a round: lock, check, change, journal entry, in one transaction."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import F
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.journal.record import Fact, record
from vidan.surveys.kinds import RoundState
from vidan.surveys.models import SurveyRound


class Overtaken(RuntimeError):
    """Somebody else changed the round in the meantime; nothing was changed here."""

    sentence = _("Đợt khảo sát vừa được người khác thay đổi. Chưa có gì bị ghi đè; xin xem lại rồi làm tiếp.")


class NotNow(ValueError):
    """The round is not at that step, or lacks something; `sentence` says what."""

    def __init__(self, sentence: str | Promise) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


WRONG_STATE = _("Lúc này đợt khảo sát không ở bước đó.")


@dataclass
class Changing:
    """A round that is being changed, locked, and what the journal will say."""

    round: SurveyRound
    facts: dict[str, Fact] = field(default_factory=dict)


@contextmanager
def changing(
    *, code: str, event: str, may: str, states: Collection[RoundState], actor: Actor, version: int | None = None
) -> Iterator[Changing]:
    """Run the body as one change of a round that the actor's Front runs; what it changes of `round` is stored.

    Raises SurveyRound.DoesNotExist, NotNow in another state, Overtaken when it is no longer at `version`.
    """
    with transaction.atomic():
        own = SurveyRound.objects.visible_to(actor).filter(front_id__in=actor.units_with(may), code=code)
        # The lock comes first: what is read after it, nobody changes any more until the end.
        if not SurveyRound.objects.filter(pk__in=own.values("pk")).update(version=F("version") + 1):
            raise SurveyRound.DoesNotExist(code)
        round_ = SurveyRound.objects.select_related("front", "questionnaire").get(code=code)
        if round_.state not in states:
            raise NotNow(WRONG_STATE)
        if version is not None and round_.version != version + 1:
            raise Overtaken
        change = Changing(round_)
        yield change
        if round_.pk:  # a draft that was dropped has none any more
            round_.save()
        record(event, subject=code, actor=actor.code, unit_id=round_.front_id, facts=change.facts)
