"""Taking a step of the watch over an official survey: check, lock, change, journal entry, in one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import F
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.journal.record import Fact, record
from vidan.surveys.models import OfficialSurvey

WATCH, APPROVE = "surveys.watch", "surveys.approve_letter"


class NotNow(Exception):
    """The step cannot be taken as things stand; `sentence` says why. Nothing was changed."""

    def __init__(self, sentence: str | Promise) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


OVERTAKEN = _("Hồ sơ vừa được người khác thay đổi. Chưa có gì bị ghi đè; xin xem lại rồi làm tiếp.")
CLOSED = _("Việc theo dõi đã kết thúc. Mở lại rồi mới ghi thêm được.")


@dataclass
class Watching:
    """A step being taken: the locked survey, and what the journal will say."""

    survey: OfficialSurvey
    told: dict[str, Fact] = field(default_factory=dict)


@contextmanager
def watch_step(
    *, code: str, step: str, actor: Actor, permission: str = WATCH, version: int | None = None, closed: bool = False
) -> Iterator[Watching]:
    """Run the body as one step of one survey's watch.

    Raises OfficialSurvey.DoesNotExist when the actor's Front does not watch it or he may not take the step, NotNow when the
    watch is closed (unless the step is for `closed` ones) or the survey is no longer at `version`. Afterwards the survey is
    stored, and the journal holds one entry `official_survey.<step>`.
    """
    with transaction.atomic():
        seen = OfficialSurvey.objects.visible_to(actor).filter(code=code, front_id__in=actor.units_with(permission))
        # The lock comes first: what is read after it, nobody changes any more until the end.
        if not OfficialSurvey.objects.filter(pk__in=seen.values("pk")).update(version=F("version") + 1):
            raise OfficialSurvey.DoesNotExist(code)
        survey = OfficialSurvey.objects.select_related("front__parent", "front__area", "body", "area").get(code=code)
        if version is not None and survey.version != version + 1:
            raise NotNow(OVERTAKEN)
        if survey.closed_on is not None and not closed:
            raise NotNow(CLOSED)
        taking = Watching(survey)
        yield taking
        survey.save()
        record(
            f"official_survey.{step}", subject=code, actor=actor.code, unit_id=survey.front_id, facts={**taking.told}
        )
