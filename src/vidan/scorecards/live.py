"""The platform's own figure beside each item (số liệu của hệ thống), as of the cut-off day, and the way to its records."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vidan.domain.scoring.rubric import Criterion, Rubric
from vidan.foundation.figures.figure import Figure, Scope, Value, all_figures, read_figures
from vidan.foundation.figures.records import records_of
from vidan.foundation.figures.words import of_all
from vidan.scorecards.kinds import CardKind
from vidan.scorecards.models import Scorecard


@dataclass(frozen=True)
class Live:
    """What the platform knows of an item: its inputs by name; `figure` is None while the source is not installed yet."""

    named: str
    figure: Figure | None
    inputs: Mapping[str, str]
    label: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def words(self) -> str:
        """The figure as it reads: `12 / 14`, or a count."""
        return input_words(self.inputs)

    @property
    def records(self) -> str:
        """The address of the desk's list of the records behind the figure; empty without one."""
        if self.figure is None or self.since is None or self.until is None:
            return ""
        return records_of(self.figure, self.since, self.until)


def input_words(inputs: Mapping[str, str]) -> str:
    """How the inputs that the platform knows read: a count, or what it is of the whole."""
    return of_all(*map(int, inputs.values()), bar=" / ") if inputs else ""


def scope_of(card: Scorecard) -> Scope:
    """What the Front that scores carried, from the first day of the year to the cut-off day.

    Its own cases only: every number must open the list of its records, and another Front's are not read here.
    """
    return Scope(date(card.year, 1, 1), card.cut_off, frozenset({card.front_id}))


def live_of(card: Scorecard, rubric: Rubric) -> dict[str, Live]:
    """The platform's figures of a sheet by item, by one query.

    Figures are kept by the Front that carried the cases, not by the body they are about: beside a unit's own sheet there is
    none yet, and the item says so.
    """
    asking = [leaf for leaf in rubric.leaves() if leaf.figure]
    declared = {figure.name: figure for figure in all_figures()}
    scope = scope_of(card)
    names = {leaf.figure for leaf in asking if leaf.figure in declared and card.kind == CardKind.FRONT}
    values = read_figures(names, scope) if names else {}
    return {leaf.code: _live(leaf, values.get(leaf.figure), scope) for leaf in asking}


def _live(leaf: Criterion, value: Value | None, scope: Scope) -> Live:
    if value is None:
        return Live(leaf.figure, None, {})
    asks = leaf.method.asks if leaf.method else ()
    known = {"part": value.count, "count": value.count, "whole": value.total}
    inputs = {name: str(known[name]) for name in asks if known.get(name) is not None}
    if inputs.get("whole") == "0":  # a share of nothing is no share
        inputs = {}
    return Live(leaf.figure, value.figure, inputs, str(value.figure.label), scope.since, scope.until)
