"""The index of one item, of several together, or of strata that were not asked in proportion, with its interval."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from vidan.domain.surveystats.interval import Estimate, PopulationTooSmall, effective_size, wilson


@dataclass(frozen=True)
class Measure:
    """So many answers, of them so many satisfied, by at least so many replies, of so many people (None: nobody knows).

    One reply answers several items alike: its answers are not independent, and an interval on the number of answers would
    be too narrow. It stands on `replies`: a reply's own share of satisfied answers varies no more than a single yes or no
    does, so the interval is wide enough, and exact where every reply answers all items alike.
    """

    answers: int
    satisfied: int
    replies: int
    population: int | None = None

    @property
    def doubtful(self) -> bool:
        """Whether the population is smaller than what was counted; it is then not used."""
        return self.population is not None and self.population < self.replies

    @property
    def estimate(self) -> Estimate | None:
        """The index with its interval; None without an answer."""
        if not self.answers:
            return None
        index = Fraction(self.satisfied, self.answers)
        size = effective_size(self.replies, None if self.doubtful else self.population)
        return Estimate(index, wilson(index, size))


def together(items: Sequence[tuple[int, int]], population: int | None = None) -> Measure:
    """The pooled measure of items of the same replies, each with its answers and satisfied answers.

    Of a reply it is not known which items it answered; the most that any one item got is how many it certainly is.
    """
    answers = [one[0] for one in items]
    return Measure(sum(answers), sum(one[1] for one in items), max(answers, default=0), population)


@dataclass(frozen=True)
class Weighted:
    """An index in which each stratum weighs as its population does; `size` is Kish's effective number of replies."""

    estimate: Estimate
    size: Fraction


def are_uneven(strata: Sequence[Measure]) -> bool:
    """Whether the strata were asked in different proportions, so that weights change something."""
    known = [one for one in strata if one.population and one.replies]
    return len(known) == len(strata) and len({Fraction(one.replies, one.population or 1) for one in known}) > 1


def weigh(strata: Sequence[Measure]) -> Weighted | None:
    """The post-stratified index; None where a stratum has no answer, no known population, or one that is too small.

    The effective size is Kish's (ΣN)²/Σ(N²/n), then corrected for the finite population as any other.
    """
    if not strata or any(not one.answers or not one.population or one.doubtful for one in strata):
        return None
    people = sum(one.population or 0 for one in strata)
    index = sum((Fraction((one.population or 0) * one.satisfied, one.answers) for one in strata), Fraction(0)) / people
    size = Fraction(people**2) / sum(Fraction((one.population or 0) ** 2, one.replies) for one in strata)
    return Weighted(Estimate(index, wilson(index, effective_size(size, people))), size)


__all__ = ["Measure", "PopulationTooSmall", "Weighted", "are_uneven", "together", "weigh"]
