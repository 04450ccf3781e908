"""The ways to score one item (cách chấm): each a small object that turns inputs into points with a reason.

`score` is given the inputs of the item and its maximum, which a unit to which the item does not apply never has. Every method
keeps between `least` and `best`; both ends are a property that tests hold.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar, Protocol

from vidan.domain.scoring.answers import Inputs, Scored, Value, Why, WrongInput
from vidan.domain.scoring.points import ZERO, points


class Method(Protocol):
    """What every method knows: its name in files, the inputs it asks for, its best and its least, and how it scores."""

    kind: ClassVar[str]

    @property
    def asks(self) -> tuple[str, ...]: ...

    def best(self, maximum: Decimal) -> Decimal: ...

    def least(self, maximum: Decimal) -> Decimal: ...

    def score(self, inputs: Inputs, maximum: Decimal) -> Scored: ...


@dataclass(frozen=True)
class YesNo:
    """All or nothing (có / không)."""

    kind: ClassVar[str] = "yes_no"
    asks: ClassVar[tuple[str, ...]] = ("done",)

    def best(self, maximum: Decimal) -> Decimal:
        """The maximum."""
        return maximum

    def least(self, _maximum: Decimal) -> Decimal:
        """Nothing."""
        return ZERO

    def score(self, inputs: Inputs, maximum: Decimal) -> Scored:
        """The maximum for yes."""
        done = _yes(inputs, "done")
        if done is None:
            return missing(maximum)
        return Scored(maximum if done else ZERO, maximum, Why.YES if done else Why.NO, inputs=_used(inputs, self.asks))


@dataclass(frozen=True)
class Level:
    """One level (mức): its key, its words, its points."""

    key: str
    label: str
    points: Decimal


@dataclass(frozen=True)
class Levels:
    """One of several described levels."""

    levels: tuple[Level, ...]
    kind: ClassVar[str] = "levels"
    asks: ClassVar[tuple[str, ...]] = ("level",)

    def best(self, _maximum: Decimal) -> Decimal:
        """The best level."""
        return max(level.points for level in self.levels)

    def least(self, _maximum: Decimal) -> Decimal:
        """The least level."""
        return min(level.points for level in self.levels)

    def score(self, inputs: Inputs, maximum: Decimal) -> Scored:
        """The points of the chosen level; raises WrongInput for a level that is not on the list."""
        key = inputs.get("level")
        if key is None:
            return missing(maximum)
        level = next((one for one in self.levels if one.key == key), None)
        if level is None:
            raise WrongInput("level", key)
        return Scored(level.points, maximum, Why.LEVEL, {"level": level.label}, _used(inputs, self.asks))


@dataclass(frozen=True)
class Step:
    """From this number on (included) up to the next step (not included), so many points."""

    start: Decimal
    points: Decimal


@dataclass(frozen=True)
class _Steps:
    steps: tuple[Step, ...]
    nothing: Decimal | None = None
    """Points where nothing at all was done, if that is told apart from the lowest step."""

    def best(self, _maximum: Decimal) -> Decimal:
        """The best step."""
        return max(step.points for step in self.steps)

    def least(self, _maximum: Decimal) -> Decimal:
        """The least step, or nothing below the lowest."""
        ends = [step.points for step in self.steps] + ([] if self.nothing is None else [self.nothing])
        return min([*ends, ZERO])

    def _at(self, reached: Fraction, shown: str, maximum: Decimal, used: Inputs) -> Scored:
        if reached == 0 and self.nothing is not None:
            return Scored(self.nothing, maximum, Why.NOTHING_DONE, {"reached": shown}, used)
        held = [step for step in self.steps if Fraction(step.start) <= reached]
        if not held:
            return Scored(ZERO, maximum, Why.BELOW_STEPS, {"reached": shown}, used)
        step = max(held, key=lambda one: one.start)
        return Scored(step.points, maximum, Why.STEP, {"reached": shown, "start": _plain(step.start)}, used)


@dataclass(frozen=True)
class RatioSteps(_Steps):
    """Steps on a share in per cent: `part` of `whole`."""

    kind: ClassVar[str] = "ratio_steps"
    asks: ClassVar[tuple[str, ...]] = ("part", "whole")

    def score(self, inputs: Inputs, maximum: Decimal) -> Scored:
        """The points of the step that the share reaches; a whole of nothing has no share and is missing."""
        share = _share(inputs)
        if share is None:
            return missing(maximum)
        return self._at(share, _percent(share), maximum, _used(inputs, self.asks))


@dataclass(frozen=True)
class CountSteps(_Steps):
    """Steps on a count."""

    kind: ClassVar[str] = "count_steps"
    asks: ClassVar[tuple[str, ...]] = ("count",)

    def score(self, inputs: Inputs, maximum: Decimal) -> Scored:
        """The points of the step that the count reaches."""
        count = _number(inputs, "count")
        if count is None:
            return missing(maximum)
        return self._at(Fraction(count), _plain(count), maximum, _used(inputs, self.asks))


@dataclass(frozen=True)
class Proportional:
    """Piecewise proportional: from `full` per cent on the maximum; from `start` the share of `full`; below, nothing."""

    full: Decimal
    start: Decimal = ZERO
    kind: ClassVar[str] = "proportional"
    asks: ClassVar[tuple[str, ...]] = ("part", "whole")

    def best(self, maximum: Decimal) -> Decimal:
        """The maximum."""
        return maximum

    def least(self, _maximum: Decimal) -> Decimal:
        """Nothing."""
        return ZERO

    def score(self, inputs: Inputs, maximum: Decimal) -> Scored:
        """Rounded once, to two decimals."""
        share = _share(inputs)
        if share is None:
            return missing(maximum)
        used, told = _used(inputs, self.asks), {"reached": _percent(share), "full": _plain(self.full)}
        if share >= Fraction(self.full):
            return Scored(maximum, maximum, Why.FULL, told, used)
        if share < Fraction(self.start):
            return Scored(ZERO, maximum, Why.BELOW_FLOOR, told | {"start": _plain(self.start)}, used)
        return Scored(points(share / Fraction(self.full) * Fraction(maximum)), maximum, Why.PROPORTION, told, used)


@dataclass(frozen=True)
class PerDay:
    """A deduction for days late: `first` for the first `free` days together, then `rate` a day, not beyond `most`."""

    rate: Decimal
    first: Decimal = ZERO
    free: int = 0
    most: Decimal | None = None
    kind: ClassVar[str] = "per_day"
    asks: ClassVar[tuple[str, ...]] = ("days_late",)

    def best(self, _maximum: Decimal) -> Decimal:
        """Nothing is taken off."""
        return ZERO

    def least(self, maximum: Decimal) -> Decimal:
        """What at most is taken off; without a limit of its own, the maximum of the item with its sign turned."""
        return -(abs(maximum) if self.most is None else self.most)

    def score(self, inputs: Inputs, maximum: Decimal) -> Scored:
        """Points below zero, or zero; raises WrongInput for days that are no whole number."""
        days = _number(inputs, "days_late")
        if days is None:
            return missing(maximum)
        if days != days.to_integral_value():
            raise WrongInput("days_late", days)
        used, told = _used(inputs, self.asks), {"days": _plain(days)}
        if days == 0:
            return Scored(ZERO, maximum, Why.ON_TIME, told, used)
        off = self.first + self.rate * max(ZERO, days - self.free)
        return Scored(max(-off, self.least(maximum)), maximum, Why.LATE, told, used)


@dataclass(frozen=True)
class Each:
    """So many points for each one (a reward, or with a rate below zero a deduction), not beyond the maximum of the item."""

    rate: Decimal
    kind: ClassVar[str] = "each"
    asks: ClassVar[tuple[str, ...]] = ("count",)

    def best(self, maximum: Decimal) -> Decimal:
        """The maximum, or nothing taken off."""
        return maximum if self.rate > 0 else ZERO

    def least(self, maximum: Decimal) -> Decimal:
        """Nothing, or all that may be taken off."""
        return ZERO if self.rate > 0 else -abs(maximum)

    def score(self, inputs: Inputs, maximum: Decimal) -> Scored:
        """The rate times the count."""
        count = _number(inputs, "count")
        if count is None:
            return missing(maximum)
        got = max(self.least(maximum), min(self.best(maximum), self.rate * count))
        told = {"count": _plain(count), "rate": _plain(self.rate)}
        return Scored(got, maximum, Why.EACH, told, _used(inputs, self.asks))


@dataclass(frozen=True)
class Mapped:
    """A survey index or a figure, on its own scale from `low` to `high`, mapped onto the maximum."""

    low: Decimal = ZERO
    high: Decimal = Decimal(100)
    kind: ClassVar[str] = "mapped"
    asks: ClassVar[tuple[str, ...]] = ("index",)

    def best(self, maximum: Decimal) -> Decimal:
        """The maximum."""
        return maximum

    def least(self, _maximum: Decimal) -> Decimal:
        """Nothing."""
        return ZERO

    def score(self, inputs: Inputs, maximum: Decimal) -> Scored:
        """Rounded once, to two decimals; raises WrongInput for an index beyond its scale."""
        index = _number(inputs, "index", signed=True)
        if index is None:
            return missing(maximum)
        if not self.low <= index <= self.high:
            raise WrongInput("index", index)
        share = Fraction(index - self.low) / Fraction(self.high - self.low)
        told = {"index": _plain(index), "low": _plain(self.low), "high": _plain(self.high)}
        return Scored(points(share * Fraction(maximum)), maximum, Why.MAPPED, told, _used(inputs, self.asks))


@dataclass(frozen=True)
class Judged:
    """Points given by judgement (chấm theo nhận định); a ground in writing is asked for beside the number."""

    places: int = 2
    """So many decimals at most; more only where a published table has more."""
    kind: ClassVar[str] = "judged"
    asks: ClassVar[tuple[str, ...]] = ("points",)

    def best(self, maximum: Decimal) -> Decimal:
        """The maximum, or nothing taken off."""
        return max(maximum, ZERO)

    def least(self, maximum: Decimal) -> Decimal:
        """Nothing, or all that may be taken off."""
        return min(maximum, ZERO)

    def score(self, inputs: Inputs, maximum: Decimal) -> Scored:
        """The points as given; raises WrongInput beyond the ends, and for more decimals than there are places."""
        given = _number(inputs, "points", signed=True)
        if given is None:
            return missing(maximum)
        if not self.least(maximum) <= given <= self.best(maximum) or given != points(given, self.places):
            raise WrongInput("points", given)
        return Scored(given, maximum, Why.JUDGED, inputs=_used(inputs, self.asks))


@dataclass(frozen=True)
class Conditional:
    """Scored in one way when another item got points, in another when it got none; it waits while that one has no data."""

    on: str
    met: Method
    otherwise: Method
    kind: ClassVar[str] = "conditional"

    @property
    def asks(self) -> tuple[str, ...]:
        """What either way asks for."""
        return tuple(dict.fromkeys((*self.met.asks, *self.otherwise.asks)))

    def best(self, maximum: Decimal) -> Decimal:
        """The better of the two ways."""
        return max(self.met.best(maximum), self.otherwise.best(maximum))

    def least(self, maximum: Decimal) -> Decimal:
        """The lesser of the two ways."""
        return min(self.met.least(maximum), self.otherwise.least(maximum))

    def way(self, other: Decimal | None) -> Method | None:
        """The method that holds, by the points of the other item; None while it has none."""
        if other is None:
            return None
        return self.met if other > 0 else self.otherwise

    def score(self, inputs: Inputs, maximum: Decimal) -> Scored:
        """Waits; a sheet chooses the way first."""
        return Scored(None, maximum, Why.WAITS, {"on": self.on}, _used(inputs, self.asks), by=self.on)


def missing(maximum: Decimal) -> Scored:
    """No data: not zero."""
    return Scored(None, maximum, Why.MISSING)


def _used(inputs: Inputs, names: tuple[str, ...]) -> Mapping[str, Value]:
    return {name: inputs[name] for name in names if name in inputs}


def _yes(inputs: Inputs, name: str) -> bool | None:
    value = inputs.get(name)
    if value is not None and not isinstance(value, bool):
        raise WrongInput(name, value)
    return value


def _number(inputs: Inputs, name: str, *, signed: bool = False) -> Decimal | None:
    value = inputs.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, Decimal) or not value.is_finite() or (value < 0 and not signed):
        raise WrongInput(name, value)
    return value


def _share(inputs: Inputs) -> Fraction | None:
    part, whole = _number(inputs, "part"), _number(inputs, "whole")
    if part is None or whole is None or whole == 0:
        return None
    return 100 * Fraction(part) / Fraction(whole)


def _percent(share: Fraction) -> str:
    return _plain(points(share))


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
