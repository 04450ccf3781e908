"""The lines of a sheet as its pages show them: fields with their sums, items with what every side says."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from vidan.domain.scoring.answers import Scored
from vidan.domain.scoring.points import percent, points
from vidan.domain.scoring.rubric import Criterion
from vidan.domain.scoring.sheet import Sheet
from vidan.scorecards.counted import Side
from vidan.scorecards.facts import Known
from vidan.scorecards.forms.entry import EntryForm
from vidan.scorecards.kinds import Stage, Stand
from vidan.scorecards.live import Live
from vidan.scorecards.models import ItemOpinion, OfficialIndex, Remark
from vidan.scorecards.reasons import reason
from vidan.scorecards.rubric_words import way_sentence
from vidan.scorecards.words import official_words, words_of


@dataclass(frozen=True)
class Got:
    """Points of a maximum, as they are shown."""

    points: Decimal | None
    maximum: Decimal

    @property
    def words(self) -> str:
        """`10,80 / 12`; a dash where there is no data."""
        return f"{'–' if self.points is None else number_format(self.points)} / {number_format(self.maximum)}"


@dataclass
class Row:
    """One line: a field or criterion with its sum, or an item; `key` names its parts on the page."""

    key: str
    node: Criterion
    depth: int
    got: Got | None = None
    scored: Scored | None = None
    way: str = ""
    live: Live | None = None
    declared: Side | None = None
    said: Side | None = None
    form: EntryForm | None = None
    stands: str = ""
    remarked: int = 0
    warnings: tuple[str, ...] = ()
    official: OfficialIndex | None = None

    @property
    def is_item(self) -> bool:
        """Whether it is scored itself."""
        return not self.node.children

    @property
    def reason(self) -> str:
        """Why it got its points."""
        return reason(self.scored) if self.scored else ""

    @property
    def official_words(self) -> str:
        """What was published for it, and how far that is from the Front's points."""
        return official_words(self.official, self.got.points, self.got.maximum) if self.got else ""

    @property
    def declared_words(self) -> str:
        """What the unit declares."""
        return words_of(self.node, self.declared) if self.declared else ""

    @property
    def said_words(self) -> str:
        """What the Front entered."""
        return words_of(self.node, self.said) if self.said else ""


def rows_of(known: Known, *, stage: Stage | None = None, shows_points: bool = True) -> list[Row]:
    """Every line of a sheet as read; `stage` is the side whose inputs are written in the lines, None for reading alone."""
    entries = {(one.item, one.stage): one for one in known.entries}
    opinions = _by_item(known.opinions)
    remarks = _by_item(known.remarks)
    rows = []
    for number, (node, depth) in enumerate(walk(known.rubric.fields, 0)):
        row = Row(f"m{number}", node, depth, official=known.official.get(node.code))
        if not node.children:
            row.live = known.live.get(node.code)
            row.declared = known.declared.get(node.code)
            row.way = way_sentence(node.method, node.maximum) if node.method else ""
            row.remarked = len(remarks.get(node.code, ()))
            if stage is not None:
                entry = entries.get((node.code, stage))
                row.form = EntryForm(item=node, stage=stage, entry=entry, row=row.key)
        if shows_points:
            _add_points(row, known, opinions.get(node.code, []))
        rows.append(row)
    return rows


def row_of(known: Known, item: str, *, stage: Stage | None = None, shows_points: bool = True) -> Row | None:
    """One line by the code of its item; None where there is none."""
    rows = rows_of(known, stage=stage, shows_points=shows_points)
    return next((row for row in rows if row.node.code == item and row.is_item), None)


def total_words(sheet: Sheet, *, to_fill: int | None = None) -> str:
    """The total with its share, on the scale of the whole where the rubric asks for it, and what is missing yet:
    `44,05 / 52 (84,71%)`. `to_fill` is how many of the missing items are for who looks to fill; None is all.
    """
    got = sheet.total
    words = Got(got.score, got.maximum).words
    left = got.missing if to_fill is None else to_fill
    if left:
        return _("%(points)s, còn %(n)s mục chưa có số liệu") % {"points": words, "n": left}
    if got.missing:
        return _("%(points)s, chưa gồm các mục Mặt trận chấm") % {"points": words}
    if got.maximum:
        words += f" ({number_format(points(percent(got.score, got.maximum)))}%)"
    if sheet.rescaled is not None:
        words += ", " + _("quy đổi thành %(points)s điểm") % {"points": number_format(sheet.rescaled)}
    return words


def _add_points(row: Row, known: Known, opinions: list[ItemOpinion]) -> None:
    sums = known.sheet.sums[row.node.code]
    if row.node.children:
        row.got = Got(sums.score, sums.maximum)
        return
    row.scored = known.sheet.items[row.node.code]
    row.got = Got(row.scored.score, row.scored.maximum)
    row.said = known.scored.get(row.node.code)
    row.stands = _stands(opinions)
    code, warnings = row.node.code, []
    if code in known.unexplained:
        warnings.append(_("Số liệu khác nhau, cần giải thích."))
    if code in known.groundless:
        warnings.append(_("Cần ghi lý do."))
    row.warnings = tuple(warnings)


def _stands(opinions: list[ItemOpinion]) -> str:
    counts = {stand: sum(1 for one in opinions if one.stand == stand) for stand in Stand}
    return "; ".join(f"{Stand(stand).label.lower()}: {n}" for stand, n in counts.items() if n)


def _by_item(rows: list[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[ItemOpinion | Remark]] = {}
    for one in rows:
        found.setdefault(one.item, []).append(one)
    return found


def walk(nodes: tuple[Criterion, ...], depth: int) -> Iterator[tuple[Criterion, int]]:
    """Every node as read, with how deep it stands."""
    for node in nodes:
        yield node, depth
        yield from walk(node.children, depth + 1)
