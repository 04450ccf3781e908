"""By what a result is laid out (theo đơn vị, thủ tục, tháng): lines that stand alone, and those that are added up."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from vidan.domain.publishing.small import is_small
from vidan.domain.surveystats.hiding import Rule, lines
from vidan.surveys.results.tallied import Part, Tallied, Values, added, replies_in


@dataclass(frozen=True)
class Line:
    """One line with its counts; several codes where lines were added up."""

    codes: tuple[str, ...]
    names: tuple[str, ...]
    values: Values
    population: int | None = None


@dataclass(frozen=True)
class Laid:
    """The three ways to lay a result out; no lines where fewer than two can be told apart.

    `withheld`: procedures are left out because a stratum has too few replies: what a procedure has more than a unit could be
    those few.
    """

    units: tuple[Line, ...]
    procedures: tuple[Line, ...]
    months: tuple[Line, ...]
    withheld: bool = False


def laid_out(known: Tallied, rule: Rule) -> Laid:
    """The lines that may be shown."""
    units = _grouped(known, lambda part: (part.unit, part.unit_name))
    procedures = _grouped(known, lambda part: (part.procedure, part.procedure))
    if len(procedures) < 2:
        procedures = ()
    thin = any(is_small(replies_in(values), rule.least_replies) for values in known.by_part.values())
    months = tuple(
        Line((f"{month:%Y-%m}",), (_month(month),), known.by_month[month]) for month in sorted(known.by_month)
    )
    shown = () if thin else _shown(procedures, rule)
    return Laid(_shown(units, rule), shown, _shown(months, rule), thin and bool(procedures))


def _month(month: date) -> str:
    return f"{month:%m/%Y}"


def _grouped(known: Tallied, name: Callable[[Part], tuple[str, str]]) -> tuple[Line, ...]:
    groups: dict[tuple[str, str], list[Part]] = {}
    for part in known.parts:
        groups.setdefault(name(part), []).append(part)
    return tuple(_line((code,), (words,), parts, known.by_part) for (code, words), parts in groups.items())


def _line(codes: tuple[str, ...], names: tuple[str, ...], parts: Sequence[Part], by_part: Mapping[int, Values]) -> Line:
    people = [part.population for part in parts]
    values = added(by_part.get(part.pk, {}) for part in parts)
    return Line(codes, names, values, None if None in people else sum(one or 0 for one in people))


def _shown(found: Sequence[Line], rule: Rule) -> tuple[Line, ...]:
    groups = lines([replies_in(line.values) for line in found], rule)
    told = tuple(_together([found[i] for i in group]) for group in groups)
    return told if len(told) > 1 else ()


def _together(found: Sequence[Line]) -> Line:
    people = [line.population for line in found]
    return Line(
        tuple(code for line in found for code in line.codes),
        tuple(name for line in found for name in line.names),
        added(line.values for line in found),
        None if None in people else sum(one or 0 for one in people),
    )
