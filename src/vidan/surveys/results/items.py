"""Which items of a questionnaire are told: not those that too few were asked, or that would tell of a small choice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vidan.domain.publishing.small import is_small
from vidan.domain.questionnaire.answers import NO_ANSWER, NOT_ASKED, Item, items
from vidan.domain.questionnaire.form import Kind, Question, Questionnaire
from vidan.domain.surveystats.hiding import Block, Rule, join
from vidan.domain.surveystats.levels import HIGHEST
from vidan.surveys.results.lines import Laid, Line
from vidan.surveys.results.tallied import Values, levels_in, replies_in

FEW, CONDITION = "few", "condition"
"""Why an item is not told: fewer answers than are shown; who was asked it would tell who gave an answer that is joined."""


@dataclass(frozen=True)
class Answered:
    """How an item fared: shown to so many, answered by so many."""

    asked: int
    answered: int

    @property
    def left_open(self) -> int:
        """To whom it was shown and who gave no answer."""
        return self.asked - self.answered


def answered(values: Values, item: Item) -> Answered:
    """How many were asked an item, and how many answered."""
    known = values.get(item.code, {})
    asked = replies_in(values) - known.get(NOT_ASKED, 0)
    return Answered(asked, asked - known.get(NO_ANSWER, 0))


@dataclass(frozen=True)
class Chosen:
    """The items in their order, why some are withheld, and how the levels of each scale are joined."""

    items: tuple[Item, ...]
    withheld: Mapping[str, str]
    blocks: Mapping[str, tuple[Block, ...]]

    @property
    def scales(self) -> list[Item]:
        """The scales that are told."""
        return [item for item in self.items if item.is_scale and item.code not in self.withheld]


def choose(form: Questionnaire, values: Values, laid: Laid, rule: Rule) -> Chosen:
    """What is told of a form whose counts are these, in all and by line."""
    all_ = items(form)
    blocks = {item.code: _blocks(item, values, laid, rule) for item in all_ if item.is_scale}
    coarse = {question.code for question in form.questions() if _is_coarse(question, values, blocks, rule)}
    withheld: dict[str, str] = {}
    for item in all_:
        if answered(values, item).answered < rule.least_replies:
            withheld[item.code] = FEW
        elif item.question.show_if and _tells(item, values, coarse, rule):
            withheld[item.code] = CONDITION
    return Chosen(tuple(all_), withheld, blocks)


def broken_down(scales: Sequence[Item], lines: Sequence[Line], rule: Rule) -> list[Item]:
    """The scales that are told by line: those of which each line has no answer, or enough."""
    return [
        item
        for item in scales
        if not any(is_small(levels_in(line.values, item).n, rule.least_replies) for line in lines)
    ]


def _blocks(item: Item, values: Values, laid: Laid, rule: Rule) -> tuple[Block, ...]:
    """How the levels of a scale are joined; procedures lie within units, so what holds for these holds for them."""
    cells = [levels_in(one.values, item) for one in (*laid.units, *laid.procedures)]
    return join([levels_in(values, item), *cells], [levels_in(one.values, item) for one in laid.months], rule)


def _tells(item: Item, values: Values, coarse: set[str], rule: Rule) -> bool:
    """Whether the number of those who were asked gives away how many gave one answer to an earlier question."""
    asked = answered(values, item).asked
    if is_small(replies_in(values) - asked, rule.least_answers):
        return True
    return any(condition.question in coarse for condition in item.question.show_if)


def _is_coarse(question: Question, values: Values, blocks: Mapping[str, tuple[Block, ...]], rule: Rule) -> bool:
    """Whether some of the answers to a question are joined."""
    if question.kind == Kind.SCALE:
        return len(blocks[question.code]) < HIGHEST
    known = values.get(question.code, {})
    return any(is_small(known.get(choice.code, 0), rule.least_answers) for choice in question.choices)
