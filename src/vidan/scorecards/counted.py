"""From what was typed to points: the rubric of a version, the inputs of an item, the sheet of one side."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from vidan.domain.scoring.answers import Answer, Value, WrongInput
from vidan.domain.scoring.bands import Bands
from vidan.domain.scoring.methods import Conditional, Levels, Method
from vidan.domain.scoring.rubric import Criterion, Rubric
from vidan.domain.scoring.sheet import Sheet, score_sheet
from vidan.domain.scoring.written import Unreadable, bands_from, number, rubric_from
from vidan.scorecards.kinds import Stage
from vidan.scorecards.models import Entry, RubricVersion

Typed = Mapping[str, str]
"""Inputs as they were typed: `yes` or `no`, the key of a level, a number in figures with a dot."""

YES, NO = "yes", "no"


@dataclass(frozen=True)
class Side:
    """What one side said of an item."""

    inputs: Typed
    applies: bool = True
    note: str = ""


def rubric_of(version: RubricVersion) -> Rubric:
    """The tree of a version."""
    return rubric_from({"name": version.title, **version.written})


def bands_of(version: RubricVersion) -> Bands | None:
    """The bands of a version, if it has any."""
    return bands_from(version.bands) if version.bands else None


def sides(entries: Iterable[Entry], stage: Stage) -> dict[str, Side]:
    """What one side entered, by item."""
    return {one.item: Side(one.inputs, one.applies, one.note) for one in entries if one.stage == stage}


def values(item: Criterion, typed: Typed) -> dict[str, Value]:
    """The inputs as the method reads them; raises WrongInput with the name of the input that cannot be read."""
    read: dict[str, Value] = {}
    for name in item.method.asks if item.method else ():
        said = typed.get(name, "")
        if said == "":
            continue
        if name == "done":
            if said not in (YES, NO):
                raise WrongInput(name, said)
            read[name] = said == YES
        elif name == "level":
            read[name] = said
        else:
            read[name] = _number(name, said)
    return read


def _number(name: str, said: str) -> Value:
    try:
        return number(said, "", name)
    except Unreadable:
        raise WrongInput(name, said) from None


def sheet_of(rubric: Rubric, said: Mapping[str, Side]) -> Sheet:
    """One side's sheet; raises WrongInput for what cannot be scored."""
    known = {leaf.code: leaf for leaf in rubric.leaves()}
    answers = {
        code: Answer(values(known[code], side.inputs), side.applies) for code, side in said.items() if code in known
    }
    return score_sheet(rubric, answers)


def ways(method: Method) -> tuple[Method, ...]:
    """The plain methods of an item: itself, or both ways of a condition."""
    if isinstance(method, Conditional):
        return (*ways(method.met), *ways(method.otherwise))
    return (method,)


def levels_of(method: Method) -> dict[str, str]:
    """The levels that can be chosen, by their key."""
    found = [level for one in ways(method) if isinstance(one, Levels) for level in one.levels]
    return {level.key: level.label for level in found}


def as_json(sheet: Sheet) -> dict[str, Any]:
    """A sheet as plain values: every item with its points, maximum, reason and numbers, every sum, the total."""
    return {
        "items": {
            code: {
                "points": None if one.score is None else str(one.score),
                "maximum": str(one.maximum),
                "why": one.why.value,
                "told": dict(one.told),
                "by": one.by,
            }
            for code, one in sheet.items.items()
        },
        "sums": {
            code: {"points": str(one.score), "maximum": str(one.maximum), "missing": one.missing}
            for code, one in sheet.sums.items()
        },
        "total": {
            "points": str(sheet.total.score),
            "maximum": str(sheet.total.maximum),
            "missing": sheet.total.missing,
            "rescaled": None if sheet.rescaled is None else str(sheet.rescaled),
        },
    }
