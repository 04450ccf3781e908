"""What stands in which group of an XLSForm: sections with their questions, matrices with their lines."""

import re
from dataclasses import dataclass, field

from vidan.domain.questionnaire.form import Kind
from vidan.domain.vietnamese.fold import fold
from vidan.surveys.xlsform import refusals as told
from vidan.surveys.xlsform.columns import Columns
from vidan.surveys.xlsform.convention import LINES, MATRIX, SURVEY, levels_in
from vidan.surveys.xlsform.table import Book, Row, Told

MOST_ROWS, MOST_CHOICES = 400, 60
SELECTS = {"select_one": Kind.SINGLE, "select_multiple": Kind.MULTIPLE, "rank": Kind.RANKING}
PLAIN = {"integer": Kind.NUMBER, "int": Kind.NUMBER, "decimal": Kind.NUMBER, "date": Kind.DATE, "text": Kind.SHORT}
BEGIN, END = re.compile(r"begin[ _]group"), re.compile(r"end[ _]group")


@dataclass
class Asked:
    """One question: its row, its kind, its list of choices, the levels that the names of a scale mean, lines of a matrix."""

    row: Row
    kind: Kind
    of_list: str = ""
    levels: dict[str, str] = field(default_factory=dict)
    lines: list[Row] = field(default_factory=list)


@dataclass
class Group:
    """A section, or the questions outside of any, which have no row of their own."""

    row: Row | None
    asked: list[Asked] = field(default_factory=list)


class Outline:
    """The groups of a file; a matrix is a group of scales inside a section, or one that says it is a table."""

    def __init__(self, book: Book, columns: Columns, wrong: list[Told], notes: list[Told]) -> None:
        self.columns, self.wrong, self.notes = columns, wrong, notes
        self.sections: list[Group] = []
        self.lists: dict[str, list[Row]] = {}
        for row in book.choices:
            self.lists.setdefault(row.get("list_name"), []).append(row)
        self.open: list[Row] = []
        self.inner: list[Asked] = []
        if not book.survey:
            wrong.append(Told(SURVEY, 1, "", told.NO_SURVEY))
        elif len(book.survey) > MOST_ROWS:
            wrong.append(Told(SURVEY, MOST_ROWS + 2, "", told.TOO_MANY_ROWS % {"most": MOST_ROWS}))
        for row in book.survey[:MOST_ROWS]:
            self._take(row)
        wrong.extend(row.told("type", told.NO_END) for row in self.open)

    def _take(self, row: Row) -> None:
        kind = row.get("type").lower()
        if BEGIN.fullmatch(kind):
            self._begin(row)
        elif END.fullmatch(kind):
            self._end(row)
        elif kind in told.MACHINE_TYPES:
            self.notes.append(row.told("type", told.NOT_ASKED_HERE % {"type": row.get("type")}))
        elif not kind:
            self.wrong.append(row.told("type", told.NO_TYPE))
        elif asked := self._asked(row, kind):
            (self.inner if self._in_matrix() else self._section().asked).append(asked)

    def _in_matrix(self) -> bool:
        return bool(self.open) and (len(self.open) > 1 or _is_table(self.open[0]))

    def _section(self) -> Group:
        if not self.open and (not self.sections or self.sections[-1].row):
            self.sections.append(Group(None))
        return self.sections[-1]

    def _begin(self, row: Row) -> None:
        if self._in_matrix():
            self.wrong.append(row.told("type", told.GROUP_IN_GROUP))
        elif self.open or _is_table(row):
            self._section()
            self.inner = []
        else:
            self.sections.append(Group(row))
        self.open.append(row)

    def _end(self, row: Row) -> None:
        if not self.open:
            self.wrong.append(row.told("type", told.NO_BEGIN))
            return
        in_matrix = self._in_matrix()
        begun = self.open.pop()
        if not in_matrix or self._in_matrix():
            return  # a section is whole; a group in a matrix was refused where it began
        other = [one for one in self.inner if one.kind != Kind.SCALE]
        if other and not _is_table(begun):
            self.wrong.append(begun.told("type", told.GROUP_IN_GROUP))
        else:
            self.wrong.extend(one.row.told("type", told.ONLY_LEVELS) for one in other)
        self._section().asked.append(Asked(begun, Kind.MATRIX, lines=[one.row for one in self.inner]))
        self.inner = []

    def _asked(self, row: Row, kind: str) -> Asked | None:
        word, _space, of_list = re.sub(r"^select (one|multiple)\b", r"select_\1", kind).partition(" ")
        if word in SELECTS and of_list.strip():
            return self._selected(row, SELECTS[word], row.get("type").split()[-1])
        if kind in PLAIN:
            long = PLAIN[kind] == Kind.SHORT and LINES in row.get("appearance").split()
            return Asked(row, Kind.LONG if long else PLAIN[kind])
        if kind == "range":
            told_by = dict(part.partition("=")[::2] for part in row.get("parameters").split())
            if told_by.get("start") == "1" and told_by.get("end") == "5" and told_by.get("step", "1") == "1":
                self.notes.append(row.told("type", told.LEVELS_OF_RANGE))
                return Asked(row, Kind.SCALE, levels={level: level for level in levels_in("vi")})
            self.wrong.append(row.told("parameters", told.ONLY_SCALE_RANGE))
            return None
        if kind != "end_repeat" and kind != "end repeat":
            self.wrong.append(row.told("type", told.NOT_HERE % {"type": row.get("type")}))
        return None

    def _selected(self, row: Row, kind: Kind, of_list: str) -> Asked | None:
        rows = self.lists.get(of_list)
        if len(row.get("type").replace("select one", "select_one").replace("select multiple", "x").split()) > 2:
            self.wrong.append(row.told("type", told.NOT_HERE % {"type": row.get("type")}))
        elif not rows:
            self.wrong.append(row.told("type", told.NO_LIST))
        elif len(rows) > MOST_CHOICES:
            self.wrong.append(row.told("type", told.TOO_MANY_CHOICES % {"most": MOST_CHOICES}))
        elif kind == Kind.SINGLE and (levels := self._levels(rows)):
            return Asked(row, Kind.SCALE, of_list, levels)
        else:
            return Asked(row, kind, of_list)
        return None

    def _levels(self, rows: list[Row]) -> dict[str, str]:
        """What level each name means, where the list says the five levels of satisfaction and nothing else."""
        said = {fold(words): level for language in ("vi", "en") for level, words in levels_in(language).items()}
        meant = {}
        for row in rows:
            label = self.columns.text(row, "label")
            meant[row.get("name")] = said.get(fold(label.vi or label.en).strip(), "")
        return meant if sorted(meant.values()) == sorted(levels_in("vi")) else {}


def _is_table(row: Row) -> bool:
    return MATRIX in row.get("appearance").split()
