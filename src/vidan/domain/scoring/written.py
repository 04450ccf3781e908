"""A rubric as it is written down (TOML, JSON, a sheet of rows): one flat row an item with the code of its parent, and back.

Numbers are texts, so that no binary float comes between: `{"kind": "ratio_steps", "steps": [["90", "8"]], "nothing": "0"}`.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any, TypeVar

from vidan.domain.scoring.bands import Band, Bands, Basis, Gate
from vidan.domain.scoring.methods import (
    Conditional,
    CountSteps,
    Each,
    Judged,
    Level,
    Levels,
    Mapped,
    Method,
    PerDay,
    Proportional,
    RatioSteps,
    Step,
    YesNo,
)
from vidan.domain.scoring.rubric import Block, Criterion, Rubric, Scorer

Written = Mapping[str, Any]

DEEPEST = 6
"""So many levels at most: field, criterion, sub-criterion and their parts."""
Choice = TypeVar("Choice", bound=StrEnum)


class Unreadable(ValueError):
    """What stands at one place cannot be read: the code of the item, the name of the place, and what stands there."""

    def __init__(self, code: str, place: str, value: object) -> None:
        super().__init__(f"{code}: {place}: {value}")
        self.code, self.place, self.value = code, place, value


def rubric_from(told: Written) -> Rubric:
    """The rubric that was written as `{"name", "items": [row, ...], "rescale", "doubts"}`; raises Unreadable."""
    rows = list(told["items"])
    under: dict[str, list[Written]] = {}
    codes: set[str] = set()
    for row in rows:
        code = str(row.get("code") or "")
        if not code or code in codes:
            raise Unreadable(code, "code", code)
        codes.add(code)
        under.setdefault(str(row.get("parent") or ""), []).append(row)
    fields = tuple(_criterion(row, under, DEEPEST) for row in under.get("", ()))
    lost = codes - {node.code for top in fields for node in top.walk()}
    for row in rows:  # its parent is not there, or stands below it
        if str(row["code"]) in lost:
            raise Unreadable(str(row["code"]), "parent", row["parent"])
    rescale = told.get("rescale")
    return Rubric(
        str(told["name"]),
        fields,
        None if rescale is None else number(rescale, "", "rescale"),
        MappingProxyType(dict(told.get("doubts", {}))),
    )


def rubric_to(rubric: Rubric) -> dict[str, Any]:
    """The rubric as it is written; rubric_from reads it back."""
    rows = [row for top in rubric.fields for row in _rows(top, "")]
    told: dict[str, Any] = {"name": rubric.name, "items": rows}
    if rubric.rescale is not None:
        told["rescale"] = str(rubric.rescale)
    return told | ({"doubts": dict(rubric.doubts)} if rubric.doubts else {})


def bands_from(told: Written) -> Bands:
    """The bands that were written as `{"basis", "band": [{"name", "start", "above"}], "gate": [{"event", "highest"}]}`.

    Raises Unreadable for a number or a word that cannot be read, and ValueError (bands.Bands) for bands that do not fall.
    """
    return Bands(
        tuple(
            Band(str(one["name"]), number(one["start"], "", "bands"), above=bool(one.get("above", False)))
            for one in told["band"]
        ),
        _one_of(Basis, told["basis"], "", "bands"),
        tuple(Gate(str(one["event"]), str(one["highest"])) for one in told.get("gate", ())),
    )


def bands_to(bands: Bands) -> dict[str, Any]:
    """The bands as they are written; bands_from() reads them back."""
    return {
        "basis": bands.basis.value,
        "band": [{"name": band.name, "start": str(band.start), "above": band.above} for band in bands.bands],
        "gate": [{"event": gate.event, "highest": gate.highest} for gate in bands.gates],
    }


def number(value: object, code: str, place: str) -> Decimal:
    """A number of at most nine digits and six decimals, in figures and a dot; raises Unreadable."""
    written = str(value).strip()
    if not NUMBER.fullmatch(written):
        raise Unreadable(code, place, value)
    return Decimal(written)


NUMBER = re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,6})?")


def method_from(told: Written, code: str) -> Method:
    """The method that was written; raises Unreadable with the item's code."""
    kind = str(told.get("kind"))
    if kind not in READ:
        raise Unreadable(code, "method", kind)
    try:
        return READ[kind](told, code)
    except Unreadable:
        raise
    except (KeyError, TypeError, ValueError) as fault:
        raise Unreadable(code, "method", fault) from None


def method_to(method: Method) -> dict[str, Any]:
    """The method as it is written."""
    return {"kind": method.kind} | _told(method)


def _told(method: Method) -> dict[str, Any]:
    match method:
        case Levels(levels=levels):
            return {"levels": [[level.key, level.label, str(level.points)] for level in levels]}
        case RatioSteps(steps=steps, nothing=nothing) | CountSteps(steps=steps, nothing=nothing):
            told: dict[str, Any] = {"steps": [[str(step.start), str(step.points)] for step in steps]}
            return told if nothing is None else told | {"nothing": str(nothing)}
        case Proportional(full=full, start=start):
            return {"full": str(full), "start": str(start)}
        case PerDay(rate=rate, first=first, free=free, most=most):
            told = {"rate": str(rate), "first": str(first), "free": free}
            return told if most is None else told | {"most": str(most)}
        case Each(rate=rate):
            return {"rate": str(rate)}
        case Mapped(low=low, high=high):
            return {"low": str(low), "high": str(high)}
        case Judged(places=places):
            return {"places": places}
        case Conditional(on=on, met=met, otherwise=otherwise):
            return {"on": on, "met": method_to(met), "otherwise": method_to(otherwise)}
        case _:
            return {}


def _steps(told: Written, code: str) -> dict[str, Any]:
    steps = tuple(Step(number(start, code, "method"), number(got, code, "method")) for start, got in told["steps"])
    if not steps:
        raise Unreadable(code, "method", "steps")
    nothing = told.get("nothing")
    return {"steps": steps, "nothing": None if nothing is None else number(nothing, code, "method")}


def _levels(told: Written, code: str) -> Levels:
    levels = tuple(Level(str(key), str(label), number(got, code, "method")) for key, label, got in told["levels"])
    if not levels or len({level.key for level in levels}) != len(levels):
        raise Unreadable(code, "method", "levels")
    return Levels(levels)


def _mapped(told: Written, code: str) -> Mapped:
    low, high = number(told.get("low", 0), code, "method"), number(told.get("high", 100), code, "method")
    if low >= high:
        raise Unreadable(code, "method", f"{low}-{high}")
    return Mapped(low, high)


def _proportional(told: Written, code: str) -> Proportional:
    full, start = number(told["full"], code, "method"), number(told.get("start", 0), code, "method")
    if not 0 <= start <= full or full == 0:
        raise Unreadable(code, "method", f"{start}-{full}")
    return Proportional(full, start)


def _per_day(told: Written, code: str) -> PerDay:
    most = told.get("most")
    rate, first = number(told["rate"], code, "method"), number(told.get("first", 0), code, "method")
    per_day = PerDay(rate, first, int(told.get("free", 0)), None if most is None else number(most, code, "method"))
    if min(per_day.rate, per_day.first, per_day.free, per_day.most or 0) < 0:
        raise Unreadable(code, "method", "-")
    return per_day


def _judged(told: Written, code: str) -> Judged:
    places = int(told.get("places", 2))
    if not 0 <= places <= 6:
        raise Unreadable(code, "method", places)
    return Judged(places)


READ: Mapping[str, Callable[[Written, str], Method]] = MappingProxyType(
    {
        YesNo.kind: lambda _told, _code: YesNo(),
        Levels.kind: _levels,
        RatioSteps.kind: lambda told, code: RatioSteps(**_steps(told, code)),
        CountSteps.kind: lambda told, code: CountSteps(**_steps(told, code)),
        Proportional.kind: _proportional,
        PerDay.kind: _per_day,
        Each.kind: lambda told, code: Each(number(told["rate"], code, "method")),
        Mapped.kind: _mapped,
        Judged.kind: _judged,
        Conditional.kind: lambda told, code: Conditional(
            str(told["on"]), method_from(told["met"], code), method_from(told["otherwise"], code)
        ),
    }
)
"""How each kind is read."""


def _criterion(row: Written, under: Mapping[str, list[Written]], levels: int) -> Criterion:
    code = str(row["code"])
    if not levels:
        raise Unreadable(code, "parent", row["parent"])
    method, cap = row.get("method"), row.get("cap")
    return Criterion(
        code=code,
        title=str(row.get("title", "")),
        maximum=number(row.get("maximum"), code, "maximum"),
        method=None if method is None else method_from(method, code),
        children=tuple(_criterion(child, under, levels - 1) for child in under.get(code, ())),
        may_not_apply=bool(row.get("may_not_apply", False)),
        scorer=_one_of(Scorer, row.get("scorer", Scorer.UNIT), code, "scorer"),
        evidence=str(row.get("evidence", "")),
        block=_one_of(Block, row.get("block", Block.COUNTS), code, "block"),
        cap=None if cap is None else number(cap, code, "cap"),
        figure=str(row.get("figure", "")),
    )


def _one_of(choices: type[Choice], value: object, code: str, place: str) -> Choice:
    try:
        return choices(str(value))
    except ValueError:
        raise Unreadable(code, place, value) from None


def _rows(node: Criterion, parent: str) -> list[dict[str, Any]]:
    row: dict[str, Any] = {"code": node.code, "title": node.title, "maximum": str(node.maximum)}
    more = {
        "parent": parent,
        "method": method_to(node.method) if node.method else None,
        "may_not_apply": node.may_not_apply,
        "scorer": node.scorer.value if node.scorer != Scorer.UNIT else "",
        "evidence": node.evidence,
        "block": node.block.value if node.block != Block.COUNTS else "",
        "cap": None if node.cap is None else str(node.cap),
        "figure": node.figure,
    }
    row |= {name: value for name, value in more.items() if value}
    return [row, *(below for child in node.children for below in _rows(child, node.code))]
