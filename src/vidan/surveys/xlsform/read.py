"""An XLSForm as a questionnaire: every fault at its sheet, row and column, and every thing that is left out is told."""

import re
from dataclasses import dataclass
from typing import Any

from vidan.domain.questionnaire.form import (
    IN_WORDS,
    WITH_CHOICES,
    Asks,
    Choice,
    Factor,
    Kind,
    Question,
    Questionnaire,
    Section,
    Text,
)
from vidan.domain.vietnamese.fold import fold
from vidan.foundation.sheets.read import numbered_workbook_sheets
from vidan.surveys.questionnaire_words import FACTORS
from vidan.surveys.xlsform import refusals as told
from vidan.surveys.xlsform.check import check
from vidan.surveys.xlsform.columns import Columns
from vidan.surveys.xlsform.convention import RANDOM
from vidan.surveys.xlsform.expressions import NotSaid, bounds_in, conditions_in
from vidan.surveys.xlsform.names import Names
from vidan.surveys.xlsform.outline import Asked, Group, Outline
from vidan.surveys.xlsform.table import Book, Row, Told, book_of

LIMITED = frozenset({Kind.NUMBER, Kind.MULTIPLE})
RATED = frozenset({Kind.SCALE, Kind.MATRIX})
SAYS_ANSWERED = re.compile(r"!=\s*(''|\"\")")
YES = frozenset({"yes", "true", "true()", "1", "co"})
NO = frozenset({"", "no", "false", "false()", "0", "khong"})


@dataclass(frozen=True)
class Read:
    """What came of a file: the form where nothing is wrong, and what was left out or named anew."""

    form: Questionnaire | None
    wrong: list[Told]
    notes: list[Told]


def read_xlsform(data: bytes) -> Read:
    """The questionnaire of a workbook. Raises sheets.NotRead and files.NotTaken for what is no workbook."""
    book = book_of(numbered_workbook_sheets(data))
    reading = _Reading(book)
    form = reading.whole()
    wrong = list(dict.fromkeys(reading.wrong)) or check(book)
    return Read(None if wrong else form, wrong, list(dict.fromkeys(reading.notes)))


class _Reading:
    """One file while it is read; sentences gather on the way."""

    def __init__(self, book: Book) -> None:
        self.wrong: list[Told] = []
        self.notes: list[Told] = []
        self.columns = Columns(book, self.wrong, self.notes)
        self.outline = Outline(book, self.columns, self.wrong, self.notes)
        self.names = Names(self.outline, self.columns, self.wrong, self.notes)

    def whole(self) -> Questionnaire:
        """The form; only good when nothing is wrong."""
        sections = tuple(self._section(group) for group in self.outline.sections)
        return Questionnaire(self.columns.title(), sections)

    def _section(self, group: Group) -> Section:
        gates = [group.row] if group.row else []
        questions = tuple(self._question(asked, gates) for asked in group.asked)
        if not group.row:
            return Section(self.names.of_section(group), Text("Câu hỏi", "Questions"), questions)
        for column in ("hint", "required", "constraint", "parameters", "factor"):
            self._refuse(group.row, column)
        shuffle = self._yes(group.row, "shuffle")
        return Section(self.names.of_section(group), self.columns.text(group.row, "label"), questions, shuffle)

    def _question(self, asked: Asked, gates: list[Row]) -> Question:
        row, kind = asked.row, asked.kind
        least, most = self._bounds(row, kind)
        if kind not in RATED:
            self._refuse(row, "factor")
        fields: dict[str, Any] = {
            "choices": self.names.choices_of(asked) if kind in WITH_CHOICES else (),
            "lines": tuple(self._line(asked, line) for line in asked.lines),
        }
        self._appearance(row, kind)
        return Question(
            code=self.names.of_question(asked),
            kind=kind,
            label=self.columns.text(row, "label"),
            hint=self.columns.text(row, "hint"),
            required=self._required(asked),
            show_if=tuple(one for gate in [*gates, row] for one in self._conditions(gate)),
            factor=self._factor(row) if kind in RATED else None,
            shuffle=self._shuffle(row, kind),
            least=least,
            most=most,
            **fields,
        )

    def _line(self, asked: Asked, row: Row) -> Choice:
        for column in ("hint", "constraint", "parameters", "shuffle"):
            self._refuse(row, column)
        if row.get("relevant"):
            self.wrong.append(row.told("relevant", told.LINE_ALONE))
        return Choice(self.names.of_line(asked, row), self.columns.text(row, "label"), self._factor(row))

    def _conditions(self, row: Row) -> tuple[Any, ...]:
        text = row.get("relevant")
        if not text:
            return ()
        try:
            found = conditions_in(text, self.names.meant)
        except NotSaid as no:
            self.wrong.append(row.told("relevant", no.sentence))
            return ()
        if any(one.asks == Asks.IS_NOT for one in found) and not SAYS_ANSWERED.search(text):
            self._note_once(row, "relevant", told.ANSWERED_FIRST)
        return found

    def _bounds(self, row: Row, kind: Kind) -> tuple[Any, Any]:
        if kind not in LIMITED:
            self._refuse(row, "constraint")
        elif row.get("constraint"):
            try:
                return bounds_in(row.get("constraint"), kind)
            except NotSaid as no:
                self.wrong.append(row.told("constraint", no.sentence))
        return None, None

    def _required(self, asked: Asked) -> bool:
        if asked.kind != Kind.MATRIX:
            return self._yes(asked.row, "required")
        each = {self._yes(line, "required") for line in asked.lines}
        if len(each) > 1:
            self.wrong.append(asked.row.told("type", told.LINES_REQUIRED))
        return each == {True} or self._yes(asked.row, "required")

    def _shuffle(self, row: Row, kind: Kind) -> bool:
        parameters = row.get("parameters").replace(" ", "").lower()
        if kind == Kind.MATRIX:
            self._refuse(row, "parameters")
            return self._yes(row, "shuffle")
        self._refuse(row, "shuffle")
        if row.get("type").startswith("range") or not parameters:
            return False
        if kind in WITH_CHOICES and parameters in (RANDOM, "randomize=false"):
            return parameters == RANDOM
        self.wrong.append(row.told("parameters", told.PARAMETERS))
        return False

    def _factor(self, row: Row) -> Factor | None:
        text = row.get("factor")
        if not text:
            return None
        by_word = {fold(str(words)): factor for factor, words in FACTORS.items()}
        found = by_word.get(fold(text)) or next((one.value for one in Factor if one.value == text.lower()), None)
        if found is None:
            factors = ", ".join(one.value for one in Factor)
            self.wrong.append(row.told("factor", told.BAD_FACTOR % {"factors": factors}))
            return None
        return Factor(found)

    def _yes(self, row: Row, column: str) -> bool:
        text = fold(row.get(column)).strip()
        if text not in YES | NO:
            self.wrong.append(row.told(column, told.YES_OR_NO))
        return text in YES

    def _appearance(self, row: Row, kind: Kind) -> None:
        for word in row.get("appearance").split():
            if word == "label":
                self.wrong.append(row.told("appearance", told.CELL_NOT_HERE % {"column": "appearance: label"}))
            elif not (word in told.KNOWN_APPEARANCES or (word == "multiline" and kind in IN_WORDS)):
                self.notes.append(row.told("appearance", told.APPEARANCE_LEFT % {"appearance": word}))

    def _refuse(self, row: Row, column: str) -> None:
        filled = next((name for name in row.cells if name.partition("::")[0] == column), None)
        if filled:
            self.wrong.append(row.told(filled, told.CELL_NOT_HERE % {"column": filled}))

    def _note_once(self, row: Row, column: str, sentence: Any) -> None:
        if not any(one.sentence is sentence for one in self.notes):
            self.notes.append(row.told(column, sentence))
