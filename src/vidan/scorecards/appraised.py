"""The lines of a sheet that a unit scores first: self-score and appraisals side by side, as far as who looks may see them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from vidan.domain.scoring.bands import place
from vidan.domain.scoring.rubric import Criterion
from vidan.domain.scoring.sheet import Sheet
from vidan.scorecards.counted import Side, bands_of, sheet_of
from vidan.scorecards.facts import Known
from vidan.scorecards.forms.entry import EntryForm
from vidan.scorecards.gates import event_words
from vidan.scorecards.kinds import STAGE_WORDS, CardKind, Stage, State
from vidan.scorecards.models import Entry, Evidence, Question
from vidan.scorecards.rows import Got, Row, walk
from vidan.scorecards.rubric_words import way_sentence
from vidan.scorecards.snapshot import events_of
from vidan.scorecards.words import words_of

UNAPPRAISED = frozenset({State.SELF_SCORING, State.SENT_IN})
"""States that have no side of the Front yet."""

DONE = frozenset({State.DECIDED, State.PUBLISHED})
TWICE = DONE | {State.REVIEWING, State.SUBMITTED}
"""States that may have a second appraisal."""


@dataclass(frozen=True)
class Column:
    """What one side gave a line: points and what was entered; `carried` when a second appraisal left the first as it was."""

    stage: Stage
    label: str | Promise
    points: Decimal | None
    words: str = ""
    carried: bool = False


@dataclass
class UnitRow(Row):
    """One line with the columns of the sides, and what stands behind it."""

    columns: tuple[Column, ...] = ()
    evidence: list[Evidence] = field(default_factory=list)
    question: Question | None = None
    is_own: bool = True
    """Whether the unit scores it itself."""

    @property
    def reason(self) -> str:
        """Why it got its points; nothing of an item that waits for the Front, while only the unit's side is seen."""
        waits = not self.is_own and self.columns[-1].stage == Stage.DECLARED
        return "" if waits else super().reason


def stages_for(known: Known) -> list[Stage]:
    """The sides that who looks may see: the Front all, the unit its own until it is asked to explain or the result stands.

    A correction carries on from a result that the unit has seen.
    """
    card, state = known.card, State(known.card.state)
    reads = card.front_id in known.actor.units_with("scorecards.read")
    told = state in DONE or card.explain_until is not None or card.corrects_id is not None
    may = {
        Stage.DECLARED: True,
        Stage.SCORED: state not in UNAPPRAISED if reads else told,
        Stage.SECOND: state in (TWICE if reads else DONE) and (bool(known.second) or state == State.REVIEWING),
    }
    return [stage for stage in Stage if may[stage]]


def sheets_of(known: Known, stages: Iterable[Stage]) -> dict[Stage, Sheet]:
    """The points of each side; those of a second appraisal are what counts in the end."""
    first = known.sheet if not known.second else sheet_of(known.rubric, known.first)
    all_of_them = {Stage.DECLARED: known.own_sheet, Stage.SCORED: first, Stage.SECOND: known.sheet}
    return {stage: all_of_them[stage] for stage in stages}


def band_words(known: Known, sheet: Sheet) -> dict[str, str]:
    """The band that a sheet reaches, if it is complete and the rubric has bands, and what holds it below a better one."""
    bands = bands_of(known.card.rubric)
    placed = place(bands, sheet, events_of(known)) if bands else None
    return {"band": placed.band, "held": event_words(placed.held)} if placed else {"band": "", "held": ""}


def unit_rows(known: Known, *, stage: Stage | None = None) -> list[UnitRow]:
    """Every line of a sheet as read; `stage` is the side whose inputs are written in the lines, None for reading alone."""
    stages = stages_for(known)
    sheets = sheets_of(known, stages)
    newest, lacking = sheets[stages[-1]], _lacking(known, stages)
    entries = {(one.item, one.stage): one for one in known.entries}
    rows = []
    for number, (node, depth) in enumerate(walk(known.rubric.fields, 0)):
        row = UnitRow(f"m{number}", node, depth)
        row.columns = tuple(_column(known, node, one, sheet) for one, sheet in sheets.items())
        sums = newest.sums[node.code]
        row.got = Got(sums.score, sums.maximum)
        if not node.children:
            _add_item(row, known, newest, stages)
            row.warnings = tuple(words for words, codes in lacking.items() if node.code in codes)
            if stage is not None and may_enter(known, node.code, stage):
                row.form = entry_form(node, stage, entries, row=row.key)
        rows.append(row)
    return rows


def may_enter(known: Known, item: str, stage: Stage) -> bool:
    """Whether the side may write on the item: the unit leaves some to the appraiser."""
    return known.card.kind != CardKind.UNIT or stage != Stage.DECLARED or item in known.own_items


def entry_form(
    node: Criterion, stage: Stage, entries: dict[tuple[str, str], Entry], *, row: str = "", data: Any = None
) -> EntryForm:
    """The form of an item; a second appraisal begins with the first values."""
    entry = entries.get((node.code, stage))
    proposed = entries.get((node.code, Stage.SCORED)) if stage == Stage.SECOND else None
    return EntryForm(data, item=node, stage=stage, entry=entry, proposed=proposed, row=row)


def _column(known: Known, node: Criterion, stage: Stage, sheet: Sheet) -> Column:
    label = STAGE_WORDS[stage]
    if node.children:
        return Column(stage, label, sheet.sums[node.code].score)
    said = _side(known, node.code, stage)
    return Column(
        stage,
        label,
        sheet.items[node.code].score,
        words_of(node, said) if said else "",
        carried=stage == Stage.SECOND and said is None,
    )


def _side(known: Known, item: str, stage: Stage) -> Side | None:
    return {Stage.DECLARED: known.declared, Stage.SCORED: known.first, Stage.SECOND: known.second}[stage].get(item)


def _add_item(row: UnitRow, known: Known, sheet: Sheet, stages: list[Stage]) -> None:
    code = row.node.code
    row.scored = sheet.items[code]
    row.got = Got(row.scored.score, row.scored.maximum)
    row.way = way_sentence(row.node.method, row.node.maximum) if row.node.method else ""
    row.live = known.live.get(code)
    row.declared = known.declared.get(code)
    row.is_own = code in known.own_items
    row.evidence = [one for one in known.evidence if one.item == code]
    if Stage.SCORED in stages:
        row.said = (known.scored if Stage.SECOND in stages else known.first).get(code)
        row.question = next((one for one in known.questions if one.item == code), None)


def _lacking(known: Known, stages: list[Stage]) -> dict[str, set[str]]:
    """What is still to be written, with the items at which."""
    state = known.card.state
    if state == State.SELF_SCORING:
        unbacked = set(known.unbacked) & known.declared.keys()
        return {_("Cần tài liệu kiểm chứng, hoặc giải thích bằng lời."): unbacked}
    if state in (State.APPRAISING, State.REVIEWING) and Stage.SCORED in stages:
        groundless = set(known.groundless)
        return {
            _("Cần ghi lý do."): groundless,
            _("Khác số tự chấm, cần ghi lý do."): set(known.unexplained) - groundless,
        }
    return {}
