"""Cỡ mẫu of a round: n = N / (1 + N e²) with the numbers put in, and the replies of each stratum in proportion."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from vidan.domain.surveystats.sample import allocate, sample_size
from vidan.surveys.models import Stratum, SurveyRound
from vidan.surveys.services.set_frame import Numbers


@dataclass(frozen=True)
class Size:
    """How the sample size came about; `unknown` strata have no N and are left out, `proposed` is by the keys of the others."""

    population: int
    fraction: Decimal
    exact: Decimal
    wanted: int
    unknown: int
    proposed: Mapping[int, int]


def size_of(round_: SurveyRound, strata: Sequence[Stratum]) -> Size:
    """The sample size of a frame as it stands."""
    return _size(round_, {stratum.pk: stratum.population for stratum in strata})


def propose(round_: SurveyRound, numbers: Mapping[int, Numbers]) -> dict[int, Numbers]:
    """The same numbers with the targets in proportion; a stratum without N keeps its own, a quota below its target is raised."""
    proposed = _size(round_, {key: one.population for key, one in numbers.items()}).proposed
    return {key: _aiming_at(one, proposed.get(key) or None) for key, one in numbers.items()}


def _aiming_at(one: Numbers, target: int | None) -> Numbers:
    if target is None:
        return one
    return replace(one, target=target, quota=None if one.quota is None else max(one.quota, target))


def _size(round_: SurveyRound, populations: Mapping[int, int | None]) -> Size:
    known = {key: people for key, people in populations.items() if people is not None}
    people, error = sum(known.values()), Fraction(round_.error) / 100
    exact = people / (1 + people * error * error)
    wanted = sample_size(people, error)
    return Size(
        population=people,
        fraction=(Decimal(round_.error) / 100).normalize(),
        exact=Decimal(exact.numerator) / exact.denominator,
        wanted=wanted,
        unknown=len(populations) - len(known),
        proposed=dict(zip(known, allocate(wanted, list(known.values())), strict=True)),
    )
