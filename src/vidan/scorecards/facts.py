"""What is known of a scorecard when a move is asked for: gathered here once, decided in domain/moves."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType

from vidan.domain.moves import Facts
from vidan.domain.scoring.answers import Why, WrongInput
from vidan.domain.scoring.methods import Judged, Method
from vidan.domain.scoring.rubric import Criterion, Rubric, Scorer
from vidan.domain.scoring.sheet import Sheet
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.units.models import Unit
from vidan.scorecards.counted import Side, rubric_of, sheet_of, sides, values, ways
from vidan.scorecards.kinds import Stage, State
from vidan.scorecards.live import Live, live_of
from vidan.scorecards.models import (
    Entry,
    Evidence,
    ItemOpinion,
    Objection,
    OfficialIndex,
    Question,
    Remark,
    Scorecard,
)
from vidan.scorecards.moves import TABLE


@dataclass
class Known:
    """A sheet as one actor meets it; what costs a query is asked for at most once, and only when it is looked at."""

    card: Scorecard
    actor: Actor

    @cached_property
    def rubric(self) -> Rubric:
        """The tree of the version that the sheet was opened with."""
        return rubric_of(self.card.rubric)

    @cached_property
    def items(self) -> dict[str, Criterion]:
        """The items that are scored, by their codes."""
        return {leaf.code: leaf for leaf in self.rubric.leaves()}

    @cached_property
    def entries(self) -> list[Entry]:
        """What all sides entered."""
        return list(self.card.entries.order_by("pk"))

    @cached_property
    def declared(self) -> dict[str, Side]:
        """What the unit declares, by item."""
        return sides(self.entries, Stage.DECLARED)

    @cached_property
    def first(self) -> dict[str, Side]:
        """What the Front scored, or appraised first, by item."""
        return sides(self.entries, Stage.SCORED)

    @cached_property
    def second(self) -> dict[str, Side]:
        """What a second appraisal changed, by item."""
        return sides(self.entries, Stage.SECOND)

    @cached_property
    def scored(self) -> dict[str, Side]:
        """What counts in the end: the second value of an item if there is one, else the first."""
        return self.first | self.second

    @cached_property
    def live(self) -> dict[str, Live]:
        """The platform's own figures, by item."""
        return live_of(self.card, self.rubric)

    @cached_property
    def sheet(self) -> Sheet:
        """The Front's points."""
        return sheet_of(self.rubric, self.scored)

    @cached_property
    def own_sheet(self) -> Sheet:
        """The points that the unit's own figures give."""
        return sheet_of(self.rubric, self.declared)

    @cached_property
    def own_items(self) -> frozenset[str]:
        """The items that the unit scores itself; the others wait for the appraiser."""
        return frozenset(leaf.code for leaf in self.rubric.leaves() if leaf.scorer == Scorer.UNIT)

    @cached_property
    def evidence(self) -> list[Evidence]:
        """The papers behind the items."""
        return list(self.card.evidence.select_related("file"))

    @cached_property
    def questions(self) -> list[Question]:
        """What the unit is to explain."""
        return list(self.card.questions.all())

    @cached_property
    def objection(self) -> Objection | None:
        """What the unit objects to in the published result."""
        return Objection.objects.filter(card=self.card).first()

    @cached_property
    def acceptable(self) -> dict[str, Side]:
        """What the unit declares of items that the Front has not appraised, as far as it fits the Front's other values."""
        left = {
            code: side
            for code, side in self.declared.items()
            if code not in self.first and self.own_sheet.items[code].why != Why.MISSING
        }
        with suppress(WrongInput):
            sheet_of(self.rubric, self.first | left)
            return left
        taken: dict[str, Side] = {}
        for code, side in left.items():
            with suppress(WrongInput):
                sheet_of(self.rubric, self.first | taken | {code: side})
                taken[code] = side
        return taken

    @property
    def undeclared(self) -> list[str]:
        """The items of the unit's own side that have no data."""
        return [code for code in self.own_items if self.own_sheet.items[code].why == Why.MISSING]

    @property
    def unbacked(self) -> list[str]:
        """The items of the unit's own side with neither a paper nor a word behind them."""
        backed = {one.item for one in self.evidence}
        said = {code for code, side in self.declared.items() if side.note.strip()}
        return [code for code in self.own_items if code not in backed | said]

    @cached_property
    def remarks(self) -> list[Remark]:
        """What the unit remarked, in order."""
        return list(self.card.remarks.select_related("paper__scan"))

    @cached_property
    def opinions(self) -> list[ItemOpinion]:
        """What those who were asked think."""
        return list(self.card.opinions.select_related("unit"))

    @cached_property
    def official(self) -> dict[str, OfficialIndex]:
        """What the appraising body published, by item; "" is the whole."""
        return {one.item: one for one in self.card.official.all()}

    @property
    def unexplained(self) -> list[str]:
        """The items at which the sides differ and nobody wrote why."""
        return [code for code, side in self.scored.items() if not side.note.strip() and self.differs(code)]

    def differs(self, code: str) -> bool:
        """Whether what was scored is not what the platform knows, or not what the unit declares."""
        side = self.scored.get(code)
        if side is None or not side.applies:
            return False
        if code in self.declared and not self.declared[code].applies:
            return True
        others = [self.live[code].inputs] if code in self.live else []
        if code in self.declared:
            others.append(self.declared[code].inputs)
        item = self.items[code]
        return any(other and values(item, other) != values(item, side.inputs) for other in others)

    @property
    def groundless(self) -> list[str]:
        """The items that were judged, or left out, without a word."""
        judged = judged_items(self.rubric)
        return [
            code for code, side in self.scored.items() if not side.note.strip() and (code in judged or not side.applies)
        ]


def judged_items(rubric: Rubric) -> frozenset[str]:
    """The items that are scored by judgement, which asks for its ground in words."""
    return frozenset(leaf.code for leaf in rubric.leaves() if leaf.method and _is_judged(leaf.method))


def _is_judged(method: Method) -> bool:
    return any(isinstance(one, Judged) for one in ways(method))


def _over(until: date | None) -> bool:
    return until is not None and until < clock.today()


def _heard(known: Known) -> bool:
    return bool(known.remarks) or _over(known.card.heard_until)


def _objection_open(known: Known) -> bool:
    until = known.card.objections_until
    return until is not None and clock.today() <= until


NEEDS: Mapping[str, Callable[[Known], bool]] = MappingProxyType(
    {
        "all_scored": lambda k: k.sheet.total.complete,
        "grounds_given": lambda k: not k.groundless,
        "differences_explained": lambda k: not k.unexplained,
        "heard": _heard,
        "comment_written": lambda k: bool(k.card.comment.strip()),
        "letter_drafted": lambda k: k.card.paper_id is not None,
        "all_declared": lambda k: not k.undeclared,
        "left_out_explained": lambda k: all(one.applies or one.note.strip() for one in k.declared.values()),
        "backed": lambda k: not k.unbacked,
        "self_score_over": lambda k: _over(k.card.self_score_until),
        "something_to_accept": lambda k: bool(k.acceptable),
        "questions_asked": lambda k: bool(k.questions),
        "all_answered": lambda k: all(one.answer for one in k.questions),
        "explaining_over": lambda k: _over(k.card.explain_until),
        "no_question_unsent": lambda k: k.card.state != State.APPRAISING or not k.questions,
        "objection_open": _objection_open,
        "not_objected": lambda k: k.objection is None,
        "objection_waits": lambda k: k.objection is not None and not k.objection.outcome,
        "not_corrected": lambda k: not hasattr(k.card, "corrected_by"),
    }
)
"""How each need of the table is met."""


def facts_of(known: Known, only: str = "") -> Facts:
    """The facts for one actor; only needs of moves that start from the present state are looked at, or `only` of one move."""
    card = known.card
    here = [move for move in TABLE.moves if card.state in move.sources and card.kind in move.kinds]
    asked = {need.name for move in here if only in ("", move.name) for need in move.needs}
    return Facts(
        state=card.state,
        kind=card.kind,
        met=frozenset(name for name in asked if NEEDS[name](known)),
        permissions=permissions_for(card, known.actor),
    )


def permissions_for(card: Scorecard, actor: Actor) -> frozenset[str]:
    """The permissions of moves that the actor holds for this sheet: in the Front that scores, the unit that is scored,
    or as one of those in the territory who are asked."""
    names = {move.permission for move in TABLE.moves}
    held = {name for name in names if actor.units_with(name) & {card.front_id, card.unit_id}}
    if asked_units(card, actor):
        held.add("scorecards.opine")
    return frozenset(held)


def asked_units(card: Scorecard, actor: Actor) -> list[Unit]:
    """The units for which the actor may give his opinion: in the territory of the Front, and not that Front itself."""
    units = Unit.objects.filter(pk__in=actor.units_with("scorecards.opine") - {card.front_id}).select_related(
        "area__parent"
    )
    area = card.front.area_id
    return [
        u for u in units if area in (u.area_id, u.area.parent_id, u.area.parent.parent_id if u.area.parent else None)
    ]
