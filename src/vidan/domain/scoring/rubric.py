"""A rubric (bộ tiêu chí): a tree of field, criterion and sub-criterion, with maxima, methods, and what is wrong with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from vidan.domain.scoring.methods import Conditional, Method
from vidan.domain.scoring.points import ZERO


class Block(StrEnum):
    """What the points of a top field do: they count, they are a reward beyond the maximum, or they are taken off."""

    COUNTS = "counts"
    BONUS = "bonus"
    DEDUCTION = "deduction"


class Scorer(StrEnum):
    """Who gives the points of an item first."""

    UNIT = "unit"
    APPRAISER = "appraiser"


@dataclass(frozen=True)
class Criterion:
    """One node: field (lĩnh vực), criterion (tiêu chí) or sub-criterion (tiêu chí thành phần); a leaf has a method.

    `maximum` is the most it gives, of a deduction the most it takes off, below zero. `may_not_apply`: the unit may have no
    such task; the item then lowers its own maximum. `block` and `cap` are those of a top field: a reward or a deduction
    counts up to its cap. `figure` names the number of the platform that stands beside what is entered.
    """

    code: str
    title: str
    maximum: Decimal
    method: Method | None = None
    children: tuple["Criterion", ...] = ()
    may_not_apply: bool = False
    scorer: Scorer = Scorer.UNIT
    evidence: str = ""
    block: Block = Block.COUNTS
    cap: Decimal | None = None
    figure: str = ""

    def walk(self) -> Iterator["Criterion"]:
        """The node and all below it, as read."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True)
class Rubric:
    """The tree of one decision (quyết định ban hành), with the doubts that a person has recorded, by the code of the item.

    `rescale`: a sheet without some part (a survey that was not held) is read as a share of what is left, of this total.
    """

    name: str
    fields: tuple[Criterion, ...]
    rescale: Decimal | None = None
    doubts: Mapping[str, str] = field(default_factory=dict)

    def walk(self) -> Iterator[Criterion]:
        """All nodes, as read."""
        for one in self.fields:
            yield from one.walk()

    def leaves(self) -> Iterator[Criterion]:
        """The items that are scored."""
        return (one for one in self.walk() if not one.children)

    @property
    def maximum(self) -> Decimal:
        """The most a unit can get without rewards."""
        return sum((one.maximum for one in self.fields if one.block == Block.COUNTS), ZERO)


class Fault(StrEnum):
    """What is wrong with a rubric."""

    TWICE = "twice"
    NO_METHOD = "no_method"
    METHOD_ABOVE_LEAVES = "method_above_leaves"
    SUM = "sum"
    UNREACHED = "unreached"
    TOO_MUCH = "too_much"
    SIGN = "sign"
    UNKNOWN_CONDITION = "unknown_condition"
    LOOSE_CONDITION = "loose_condition"
    CIRCLE = "circle"


@dataclass(frozen=True)
class Found:
    """A fault with the item it is about, and the two numbers that differ, if numbers do."""

    fault: Fault
    code: str
    said: Decimal | None = None
    got: Decimal | None = None


def faults(rubric: Rubric) -> list[Found]:
    """Everything wrong with a rubric, doubts that a person has recorded left out; in the order of reading.

    A doubt covers only what nobody can mend from the published text: a maximum that the sum of its parts or its best level
    does not reach.
    """
    found = [*_by_code(rubric)]
    for top in rubric.fields:
        for node in top.walk():
            found += _of_node(node, top.block)
    found += _conditions(rubric)
    return [one for one in found if not (one.fault in DOUBTFUL and one.code in rubric.doubts)]


DOUBTFUL = frozenset({Fault.SUM, Fault.UNREACHED})


def _by_code(rubric: Rubric) -> Iterator[Found]:
    seen: set[str] = set()
    for node in rubric.walk():
        if node.code in seen:
            yield Found(Fault.TWICE, node.code)
        seen.add(node.code)


def _of_node(node: Criterion, block: Block) -> Iterator[Found]:
    if (block == Block.DEDUCTION) != (node.maximum < 0) and node.maximum != 0:
        yield Found(Fault.SIGN, node.code, node.maximum)
    if node.children:
        if node.method is not None:
            yield Found(Fault.METHOD_ABOVE_LEAVES, node.code)
        total = sum((child.maximum for child in node.children), ZERO)
        if total != node.maximum:
            yield Found(Fault.SUM, node.code, node.maximum, total)
    elif node.method is None:
        yield Found(Fault.NO_METHOD, node.code)
    else:
        yield from _reach(node, node.method, block)


def _reach(node: Criterion, method: Method, block: Block) -> Iterator[Found]:
    """A deduction is measured by the most it takes off and never gives; everything else by the most it gives."""
    beyond = method.best(node.maximum) > 0 if block == Block.DEDUCTION else method.least(node.maximum) < 0
    if beyond:
        yield Found(Fault.SIGN, node.code, node.maximum)
    end = method.least(node.maximum) if block == Block.DEDUCTION else method.best(node.maximum)
    if abs(end) < abs(node.maximum):
        yield Found(Fault.UNREACHED, node.code, node.maximum, end)
    elif abs(end) > abs(node.maximum):
        yield Found(Fault.TOO_MUCH, node.code, node.maximum, end)


def _conditions(rubric: Rubric) -> Iterator[Found]:
    """A condition names another item that is scored and always applies; no chain of conditions comes back to its start."""
    leads = {leaf.code: leaf.method.on for leaf in rubric.leaves() if isinstance(leaf.method, Conditional)}
    known = {leaf.code: leaf for leaf in rubric.leaves()}
    for code, on in leads.items():
        if on not in known:
            yield Found(Fault.UNKNOWN_CONDITION, code)
            continue
        if known[on].may_not_apply:
            yield Found(Fault.LOOSE_CONDITION, code)
        passed = {code}
        while on in leads and on not in passed:
            passed.add(on)
            on = leads[on]
        if on in passed:
            yield Found(Fault.CIRCLE, code)
