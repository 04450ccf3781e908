"""Asking for rounds: at the desk, and by people who answer."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import Sum
from django.http import Http404

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.units.models import CounterPoint, Unit
from vidan.foundation.units.selectors import on_day, within
from vidan.surveys.kinds import ContactOutcome, Way
from vidan.surveys.models import ContactCount, Stratum, SurveyRound, Tally
from vidan.surveys.services.count_contacts import ASKING


def visible_round(actor: Actor, code: str) -> SurveyRound:
    """A round the actor may know of at the desk; raises Http404."""
    found = SurveyRound.objects.visible_to(actor).select_related("front", "questionnaire").filter(code=code).first()
    if found is None:
        raise Http404
    return found


def strata_of(round_: SurveyRound) -> list[Stratum]:
    """The frame of a round with its counters."""
    return list(round_.strata.select_related("counter", "unit"))


def counters_of(front: Unit, day: date) -> list[CounterPoint]:
    """The counters in the territory of a Front on a day."""
    units = Unit.objects.filter(within([front.pk]))
    rows = CounterPoint.objects.filter(on_day(day), unit__in=units).select_related("unit")
    return list(rows.order_by("unit__sort_key", "code"))


@dataclass(frozen=True)
class Progress:
    """How far one stratum has come. `marked` replies, too fast or repeated, are among `replies`; so are those `by_asking`,
    whose givers were asked one by one, so that it is known how many did not reply."""

    stratum: Stratum
    replies: int
    marked: int
    by_asking: int
    refused: int
    unreachable: int

    @property
    def is_full(self) -> bool:
        """Whether no more replies are taken here."""
        return self.stratum.quota is not None and self.replies >= self.stratum.quota


def progress_of(strata: list[Stratum]) -> list[Progress]:
    """How far strata have come, by the counts that are kept: no reply is looked at."""
    replies: Counter[int] = Counter()
    marked: Counter[int] = Counter()
    by_asking: Counter[int] = Counter()
    rows = Tally.objects.filter(stratum__in=strata, item="").values_list("stratum_id", "marked", "way")
    for stratum, is_marked, way, count in rows.annotate(n=Sum("count")).order_by():
        replies[stratum] += count
        marked[stratum] += count if is_marked else 0
        by_asking[stratum] += count if way in ASKING else 0
    vain: Counter[tuple[int, str]] = Counter()
    contacts = ContactCount.objects.filter(stratum__in=strata).values_list("stratum_id", "outcome")
    for stratum, outcome, count in contacts.annotate(n=Sum("count")).order_by():
        vain[stratum, outcome] += count
    return [
        Progress(
            stratum=one,
            replies=replies[one.pk],
            marked=marked[one.pk],
            by_asking=by_asking[one.pk],
            refused=vain[one.pk, ContactOutcome.REFUSED],
            unreachable=vain[one.pk, ContactOutcome.UNREACHABLE],
        )
        for one in strata
    ]


def is_full(stratum: Stratum) -> bool:
    """Whether as many replies as its quota allows are counted already; those that still wait are not among them."""
    if stratum.quota is None:
        return False
    counted = Tally.objects.filter(round_id=stratum.round_id, stratum=stratum, item="").aggregate(n=Sum("count"))["n"]
    return (counted or 0) >= stratum.quota


def open_at(counter: str) -> list[SurveyRound]:
    """The rounds that take replies by the QR of a counter today."""
    today = clock.today()
    rounds = SurveyRound.objects.answerable().on_day(today).filter(strata__counter__code=counter)
    found = rounds.only("code", "title", "title_en", "ways", "first_day").distinct()
    return [one for one in found if Way.COUNTER in one.ways]
