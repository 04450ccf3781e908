"""A decided sheet as everybody may read it: only what was frozen, counted again for its reasons."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from vidan.domain.scoring.answers import Scored, WrongInput
from vidan.domain.scoring.rubric import Criterion, Rubric
from vidan.domain.scoring.sheet import Sheet
from vidan.domain.scoring.written import rubric_from
from vidan.scorecards.counted import Side, sheet_of
from vidan.scorecards.kinds import CardKind, Stand
from vidan.scorecards.live import input_words
from vidan.scorecards.models import OfficialIndex, Scorecard
from vidan.scorecards.reasons import reason
from vidan.scorecards.rubric_words import way_sentence
from vidan.scorecards.snapshot import replayed
from vidan.scorecards.words import official_words, words_of


@dataclass(frozen=True)
class Line:
    """One node of a frozen sheet; `declared` are the points that the unit's own figures would give."""

    node: Criterion
    points: Decimal | None
    maximum: Decimal
    scored: Scored | None
    said: Side | None
    declared: Side | None
    declared_points: Decimal | None
    platform: Mapping[str, Any]
    opinions: tuple[Mapping[str, str], ...]
    remarks: tuple[Mapping[str, str], ...]
    official: OfficialIndex | None
    first: Side | None = None
    second: Side | None = None
    first_points: Decimal | None = None
    question: Mapping[str, str] | None = None
    papers: tuple[str, ...] = ()
    """Of a sheet that the unit scored first: both appraisals, what was asked and explained, the digests of its evidence."""

    @property
    def is_item(self) -> bool:
        """Whether it is scored itself."""
        return not self.node.children

    @property
    def reason(self) -> str:
        """Why it got its points."""
        return reason(self.scored) if self.scored else ""

    @property
    def way(self) -> str:
        """How it is scored."""
        return way_sentence(self.node.method, self.node.maximum) if self.node.method else ""

    @property
    def said_words(self) -> str:
        """What the Front counted."""
        return words_of(self.node, self.said) if self.said else ""

    @property
    def declared_words(self) -> str:
        """What the unit declared."""
        return words_of(self.node, self.declared) if self.declared else ""

    @property
    def official_words(self) -> str:
        """What was published for it, and how far that is from the Front's points."""
        return official_words(self.official, self.points, self.maximum)

    @property
    def first_words(self) -> str:
        """What the first appraisal counted."""
        return words_of(self.node, self.first) if self.first else ""

    @property
    def second_words(self) -> str:
        """What the second appraisal counted instead; empty where it changed nothing."""
        return words_of(self.node, self.second) if self.second else ""

    @property
    def platform_words(self) -> str:
        """What the platform knew on the cut-off day."""
        return input_words(self.platform.get("inputs", {}))

    @property
    def lost(self) -> Decimal:
        """Points below the maximum."""
        return self.maximum - self.points if self.points is not None else Decimal(0)

    @property
    def claimed(self) -> Decimal:
        """How many points the unit's own figures would give beyond the Front's."""
        if self.points is None or self.declared_points is None:
            return Decimal(0)
        return self.declared_points - self.points

    @property
    def stands(self) -> str:
        """How those who were asked think, counted."""
        counts = {stand: sum(1 for one in self.opinions if one["stand"] == stand) for stand in Stand}
        return "; ".join(f"{Stand(stand).label.lower()}: {n}" for stand, n in counts.items() if n)


def lines_of(card: Scorecard) -> list[Line]:
    """Every line of a decided sheet, as read."""
    assert card.frozen is not None
    frozen = card.frozen
    sheet, _result = replayed(frozen)
    rubric = rubric_of(frozen)
    claims = _claims(rubric, frozen)
    official = {one.item: one for one in card.official.all()}
    lines = [_line(node, frozen, sheet, claims, official.get(node.code)) for node in rubric.walk()]
    return _appraised(lines, rubric, frozen, claims) if frozen["kind"] == CardKind.UNIT else lines


def rubric_of(frozen: Mapping[str, Any]) -> Rubric:
    """The tree that was frozen with the sheet."""
    return rubric_from({"name": frozen["rubric"]["title"], **frozen["rubric"]["written"]})


def lost_most(lines: list[Line], limit: int = 5) -> list[Line]:
    """The items that lost most points, the most first."""
    return sorted((one for one in lines if one.is_item and one.lost > 0), key=lambda one: -one.lost)[:limit]


def claimed_more(lines: list[Line]) -> list[Line]:
    """The items of which the unit declared more than was found."""
    return [one for one in lines if one.is_item and one.claimed > 0]


def _line(
    node: Criterion, frozen: Mapping[str, Any], sheet: Sheet, claims: Sheet | None, official: OfficialIndex | None
) -> Line:
    code, sums = node.code, sheet.sums[node.code]
    item = sheet.items.get(code)
    claim = claims.items.get(code) if claims and code in frozen["declared"] else None
    return Line(
        node=node,
        points=item.score if item else sums.score,
        maximum=item.maximum if item else sums.maximum,
        scored=item,
        said=_side(frozen["scored"].get(code)),
        declared=_side(frozen["declared"].get(code)),
        declared_points=claim.score if claim else None,
        platform=frozen["platform"].get(code, {}),
        opinions=tuple(_of(frozen["opinions"], code)),
        remarks=tuple(_of(frozen["remarks"], code)),
        official=official,
    )


def _appraised(lines: list[Line], rubric: Rubric, frozen: Mapping[str, Any], claims: Sheet | None) -> list[Line]:
    """The lines with how a sheet that the unit scored first came to its points."""
    first = {code: side for code, told in frozen["first"].items() if (side := _side(told))}
    sheet = sheet_of(rubric, first)
    papers = frozen["evidence"]
    questions = {one["item"]: one for one in frozen["questions"]}

    def add(line: Line) -> Line:
        code = line.node.code
        own_sum = claims.sums[code].score if claims else None
        return replace(
            line,
            declared_points=line.declared_points if line.is_item else own_sum,
            first=first.get(code),
            second=_side(frozen["second"].get(code)),
            first_points=sheet.items[code].score if line.is_item else sheet.sums[code].score,
            question=questions.get(code),
            papers=tuple(one["digest"] for one in _of(papers, code)),
        )

    return [add(line) for line in lines]


def _claims(rubric: Rubric, frozen: Mapping[str, Any]) -> Sheet | None:
    declared = {code: side for code, told in frozen["declared"].items() if (side := _side(told))}
    try:
        return sheet_of(rubric, declared) if declared else None
    except WrongInput:  # what was declared need not fit another item
        return None


def _side(told: Mapping[str, Any] | None) -> Side | None:
    return Side(told["inputs"], told["applies"], told["note"]) if told else None


def _of(rows: list[Mapping[str, str]], code: str) -> Iterator[Mapping[str, str]]:
    return (one for one in rows if one["item"] == code)
