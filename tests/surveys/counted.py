"""Counts of a round made from replies in the test itself, as the worker would keep them."""

from collections.abc import Iterable, Mapping
from datetime import date

from vidan.domain.questionnaire.answers import Answer, counted
from vidan.domain.questionnaire.form import Choice, Factor, Kind, Question, Questionnaire, Section, Text
from vidan.surveys.results.tallied import Part, Tallied

Given = tuple[int, date, Mapping[str, Answer], bool]
"""Stratum, month, answers, and whether it is marked."""

MARCH, APRIL = date(2018, 3, 1), date(2018, 4, 1)


def scale(code: str, factor: Factor | None = Factor.ACCESS) -> Question:
    """A question on the five levels."""
    return Question(code, Kind.SCALE, Text(code.upper()), factor=factor)


def form_of(*questions: Question) -> Questionnaire:
    """A form of one section."""
    return Questionnaire(Text("Thử"), (Section("a", Text("A"), questions),))


def choice(code: str) -> Choice:
    """A choice called by its code."""
    return Choice(code, Text(code.upper()))


def part(pk: int, unit: str, procedure: str = "", population: int | None = None) -> Part:
    """A stratum."""
    return Part(pk, unit, unit.upper(), f"q{pk}", f"Quầy {pk}", procedure, population)


def tallied_of(form: Questionnaire, parts: Iterable[Part], replies: Iterable[Given]) -> Tallied:
    """The counts of some replies."""
    by_part: dict[int, dict[str, dict[str, int]]] = {}
    by_month: dict[date, dict[str, dict[str, int]]] = {}
    marked: dict[str, dict[str, int]] = {}
    for pk, month, answers, is_marked in replies:
        for into in (marked,) if is_marked else (by_part.setdefault(pk, {}), by_month.setdefault(month, {})):
            for item, value in [("", ""), *counted(form, answers)]:
                known = into.setdefault(item, {})
                known[value] = known.get(value, 0) + 1
    return Tallied(tuple(parts), by_part, by_month, marked)
