"""What pages of rubrics show: one version as an actor may know it, and its tree as lines."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.http import Http404

from vidan.domain.scoring.rubric import Block, Criterion, Found, Rubric, Scorer, faults
from vidan.foundation.accounts.actors import Actor
from vidan.scorecards.models import RubricVersion
from vidan.scorecards.models.rubric import RubricQuerySet
from vidan.scorecards.rubric_sheet import BLOCKS, SCORERS
from vidan.scorecards.rubric_words import fault_sentence, number_words, way_sentence
from vidan.scorecards.services.write_rubric import doubtful


@dataclass(frozen=True)
class Line:
    """One item of a version in words; `faults` are those that no doubt covers."""

    code: str
    title: str
    depth: int
    is_leaf: bool
    maximum: str
    way: str
    scorer: str
    block: str
    cap: str
    lowers: str
    evidence: str
    faults: tuple[str, ...]
    may_be_doubted: bool
    doubt: str


def visible_version(actor: Actor, pk: int) -> RubricVersion:
    """A version that the actor may know of; raises Http404."""
    return _one(RubricVersion.objects.visible_to(actor), pk)


def own_version(actor: Actor, pk: int) -> RubricVersion:
    """A version that the actor's Front keeps; raises Http404."""
    return _one(RubricVersion.objects.of_own(actor), pk)


def own_draft(actor: Actor, pk: int) -> RubricVersion:
    """A draft that the actor's Front keeps; raises Http404."""
    return _one(RubricVersion.objects.of_own(actor).filter(published_at__isnull=True), pk)


def _one(rows: RubricQuerySet, pk: int) -> RubricVersion:
    found = rows.select_related("front").filter(pk=pk).first() if pk < 2**63 else None
    if found is None:
        raise Http404
    return found


def lines_of(tree: Rubric) -> list[Line]:
    """The tree as it is read, each item with what is wrong with it and what was accepted."""
    wrong: dict[str, list[Found]] = {}
    for found in faults(tree):
        wrong.setdefault(found.code, []).append(found)
    may_be = doubtful(tree)
    return [
        _line(node, depth, top.block, wrong.get(node.code, []), tree.doubts, may_be=node.code in may_be)
        for top in tree.fields
        for node, depth in _walk(top, 1)
    ]


def _walk(node: Criterion, depth: int) -> Iterator[tuple[Criterion, int]]:
    yield node, depth
    for child in node.children:
        yield from _walk(child, depth + 1)


def _line(
    node: Criterion, depth: int, block: Block, wrong: list[Found], doubts: Mapping[str, str], *, may_be: bool
) -> Line:
    return Line(
        code=node.code,
        title=node.title,
        depth=depth,
        is_leaf=not node.children,
        maximum=number_words(node.maximum),
        way=way_sentence(node.method, node.maximum) if node.method else "",
        scorer=str(SCORERS[node.scorer.value]) if node.scorer != Scorer.UNIT and not node.children else "",
        block=str(BLOCKS[block.value]) if depth == 1 and block != Block.COUNTS else "",
        cap=number_words(abs(node.cap)) if node.cap is not None else "",
        lowers=number_words(node.maximum) if node.may_not_apply and block == Block.COUNTS else "",
        evidence=node.evidence,
        faults=tuple(fault_sentence(found) for found in wrong),
        may_be_doubted=may_be and bool(wrong),
        doubt=doubts.get(node.code, ""),
    )
