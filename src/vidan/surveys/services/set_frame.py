"""Lập khung mẫu: the strata of a round (counter, procedure), how many people each had, how many replies are wanted of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.units.models import CounterPoint
from vidan.surveys.kinds import RoundState
from vidan.surveys.models import Stratum, SurveyRound
from vidan.surveys.services.changing import NotNow, changing
from vidan.surveys.services.prepare_round import DRAFT

MOST_STRATA = 60
"""So many parts a frame has at most: one page changes all of their numbers, and a form has two hundred fields."""

MOST_PEOPLE = 100_000_000

TWICE = _("Quầy này đã có trong khung mẫu, với cùng thủ tục.")
TOO_MANY = _("Khung mẫu có tối đa 60 dòng. Gộp bớt thủ tục, hoặc chia thành hai đợt.")
WHOLE_AND_PARTS = _("Một quầy hoặc khảo sát chung, hoặc theo từng thủ tục; không vừa chung vừa riêng.")
QUOTA_BELOW = _("Số nhận tối đa không được nhỏ hơn số phiếu cần.")


@dataclass(frozen=True)
class Numbers:
    """What is known and wanted of one stratum: people in the period (N), replies wanted, replies taken at most."""

    population: int | None = None
    target: int | None = None
    quota: int | None = None


@dataclass(frozen=True)
class Row:
    """One stratum of a frame that is brought as a whole."""

    counter: CounterPoint
    procedure: str
    numbers: Numbers


def replace_frame(*, code: str, version: int, rows: Sequence[Row], actor: Actor) -> None:
    """Put a whole frame in the place of what a draft has; raises as changing() does, NotNow for a frame that cannot be."""
    with changing(
        code=code, version=version, event="survey.frame", may="surveys.run", states=DRAFT, actor=actor
    ) as change:
        change.round.strata.all().delete()
        made = [_stratum(change.round, row.counter, row.procedure, row.numbers) for row in rows]
        _check(made)
        Stratum.objects.bulk_create(made)
        change.facts |= {"what": "replaced", "strata": len(made)}


def add_stratum(*, code: str, version: int, counter: CounterPoint, procedure: str, actor: Actor) -> None:
    """Add one stratum to a draft; raises as replace_frame() does."""
    with changing(
        code=code, version=version, event="survey.frame", may="surveys.run", states=DRAFT, actor=actor
    ) as change:
        new = _stratum(change.round, counter, procedure, Numbers())
        _check([*change.round.strata.all(), new])
        new.save()
        change.facts |= {"what": "added", "counter": counter.code}


def remove_stratum(*, code: str, version: int, stratum: int, actor: Actor) -> None:
    """Take one stratum out of a draft; raises as changing() does, Stratum.DoesNotExist for none of its."""
    with changing(
        code=code, version=version, event="survey.frame", may="surveys.run", states=DRAFT, actor=actor
    ) as change:
        gone = change.round.strata.select_related("counter").get(pk=stratum)
        change.facts |= {"what": "removed", "counter": gone.counter.code}
        gone.delete()


def set_numbers(*, code: str, version: int, numbers: Mapping[int, Numbers], actor: Actor) -> None:
    """Set the numbers of strata by their keys; raises as replace_frame() does.

    While a round is open only the quota may still change: N and target are what the sample was drawn by.
    """
    states = {RoundState.DRAFT, RoundState.OPEN}
    with changing(
        code=code, version=version, event="survey.frame", may="surveys.run", states=states, actor=actor
    ) as change:
        strata = list(change.round.strata.all())
        for stratum in strata:
            told = numbers.get(stratum.pk, Numbers(stratum.population, stratum.target, stratum.quota))
            if change.round.state == RoundState.DRAFT:
                stratum.population, stratum.target = told.population, told.target
            stratum.quota = told.quota
        _check(strata)
        Stratum.objects.bulk_update(strata, ["population", "target", "quota"])
        change.facts |= {"what": "numbers", "wanted": sum(stratum.target or 0 for stratum in strata)}


def _stratum(round_: SurveyRound, counter: CounterPoint, procedure: str, numbers: Numbers) -> Stratum:
    return Stratum(
        round=round_,
        counter=counter,
        unit_id=counter.unit_id,
        procedure=procedure,
        population=numbers.population,
        target=numbers.target,
        quota=numbers.quota,
    )


def _check(strata: Sequence[Stratum]) -> None:
    places = [(stratum.counter_id, stratum.procedure) for stratum in strata]
    if len(set(places)) < len(places):
        raise NotNow(TWICE)
    if len(places) > MOST_STRATA:
        raise NotNow(TOO_MANY)
    whole = {counter for counter, procedure in places if not procedure}
    if any(procedure and counter in whole for counter, procedure in places):
        raise NotNow(WHOLE_AND_PARTS)
    if any(one.quota is not None and one.target is not None and one.quota < one.target for one in strata):
        raise NotNow(QUOTA_BELOW)
