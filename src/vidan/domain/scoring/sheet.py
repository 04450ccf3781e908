"""A scored sheet (phiếu chấm): every item with its reason, every field with its sum, the unit's own maximum, the total."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from vidan.domain.scoring.answers import Answer, Scored, Why
from vidan.domain.scoring.methods import Conditional, Method, missing
from vidan.domain.scoring.points import ZERO, percent, points
from vidan.domain.scoring.rubric import Block, Criterion, Rubric


@dataclass(frozen=True)
class Sum:
    """What a node got of what it could get; `missing` items have no data, and the score is then only of the others."""

    score: Decimal
    maximum: Decimal
    missing: int = 0

    @property
    def complete(self) -> bool:
        """Whether every item has data."""
        return not self.missing


@dataclass(frozen=True)
class Sheet:
    """Items by code as they were scored, sums by the code of every node, and the total of all."""

    items: Mapping[str, Scored]
    sums: Mapping[str, Sum]
    total: Sum
    at_zero: tuple[str, ...] = ()
    """The items that count, apply, have data and got nothing, as read."""
    rescaled: Decimal | None = None
    """The total as the rubric reads it where the unit's own maximum is less than the rubric's; None where it does not."""

    @property
    def percent(self) -> Fraction | None:
        """The total as a share of the unit's own maximum, per cent and exact; None without data on every item."""
        return percent(self.total.score, self.total.maximum) if self.total.complete and self.total.maximum else None


def score_sheet(rubric: Rubric, answers: Mapping[str, Answer]) -> Sheet:
    """Score a sheet; the order of the answers changes nothing, and an answer to an item that is not there is not read.

    Raises WrongInput (answers.py) for an input that its method cannot score.
    """
    leaves = {leaf.code: leaf for leaf in rubric.leaves()}
    items: dict[str, Scored] = {}
    for code in leaves:
        _score(code, leaves, answers, items)
    ordered = {code: items[code] for code in leaves}
    sums: dict[str, Sum] = {}
    total = Sum(ZERO, ZERO)
    for top in rubric.fields:
        total = _plus(total, _add_up(top, ordered, sums, capped=top.cap), counts=top.block == Block.COUNTS)
    counted = (
        leaf.code for top in rubric.fields if top.block == Block.COUNTS for leaf in top.walk() if not leaf.children
    )
    at_zero = tuple(code for code in counted if ordered[code].score == 0 and ordered[code].maximum > 0)
    return Sheet(ordered, sums, total, at_zero, _rescaled(rubric, total))


def _score(
    code: str, leaves: Mapping[str, Criterion], answers: Mapping[str, Answer], items: dict[str, Scored]
) -> Scored:
    """One item, and first the one it depends on; a rubric without faults has no circle."""
    if code not in items:
        leaf, answer = leaves[code], answers.get(code, Answer())
        if leaf.may_not_apply and not answer.applies:
            items[code] = Scored(None, ZERO, Why.NOT_APPLICABLE)
        elif leaf.method is None:
            items[code] = missing(leaf.maximum)
        else:
            items[code] = _by_method(leaf.method, leaf.maximum, answer, leaves, answers, items)
    return items[code]


def _by_method(
    method: Method,
    maximum: Decimal,
    answer: Answer,
    leaves: Mapping[str, Criterion],
    answers: Mapping[str, Answer],
    items: dict[str, Scored],
) -> Scored:
    by = ""
    while isinstance(method, Conditional):
        by = method.on
        way = method.way(_score(by, leaves, answers, items).score)
        if way is None:
            return method.score(answer.inputs, maximum)
        method = way
    got = method.score(answer.inputs, maximum)
    return Scored(got.score, got.maximum, got.why, got.told, got.inputs, by)


def _add_up(node: Criterion, items: Mapping[str, Scored], sums: dict[str, Sum], capped: Decimal | None) -> Sum:
    if node.children:
        got = Sum(ZERO, ZERO)
        for child in node.children:
            got = _plus(got, _add_up(child, items, sums, None))
    else:
        item = items[node.code]
        lacks = item.score is None and item.why != Why.NOT_APPLICABLE
        got = Sum(item.score or ZERO, item.maximum, int(lacks))
    if capped is not None:
        limit = abs(capped)
        got = Sum(max(-limit, min(limit, got.score)), got.maximum, got.missing)
    sums[node.code] = got
    return got


def _plus(one: Sum, other: Sum, *, counts: bool = True) -> Sum:
    maximum = one.maximum + (other.maximum if counts else ZERO)
    return Sum(one.score + other.score, maximum, one.missing + other.missing)


def _rescaled(rubric: Rubric, total: Sum) -> Decimal | None:
    if rubric.rescale is None or not total.complete or total.maximum in (ZERO, rubric.rescale):
        return None
    return points(Fraction(total.score) / Fraction(total.maximum) * Fraction(rubric.rescale))
