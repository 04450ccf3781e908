"""The names of an XLSForm as codes: those that fit stay, others are made to fit, and it is told."""

import re

from vidan.domain.questionnaire.form import CODE, Choice, Kind
from vidan.domain.vietnamese.fold import fold
from vidan.surveys.xlsform import refusals as told
from vidan.surveys.xlsform.columns import Columns
from vidan.surveys.xlsform.expressions import NotSaid
from vidan.surveys.xlsform.outline import Asked, Group, Outline
from vidan.surveys.xlsform.table import Row, Told


class Names:
    """Codes by the names of the file, each given once."""

    def __init__(self, outline: Outline, columns: Columns, wrong: list[Told], notes: list[Told]) -> None:
        self.outline, self.columns, self.wrong, self.notes = outline, columns, wrong, notes
        self.sections: dict[int, str] = {}
        self.questions: dict[str, tuple[str, Asked]] = {}
        self.choices = {name: self._choices(rows) for name, rows in outline.lists.items()}
        self.lines: dict[int, str] = {}
        self._name_all()

    def of_section(self, group: Group) -> str:
        """The code of a section."""
        return self.sections[id(group)]

    def of_question(self, asked: Asked) -> str:
        """The code of a question."""
        found = self.questions.get(asked.row.get("name"))
        return found[0] if found else ""

    def of_line(self, asked: Asked, row: Row) -> str:
        """The code of a line of a matrix."""
        return self.lines.get(row.number, "")

    def choices_of(self, asked: Asked) -> tuple[Choice, ...]:
        """The choices of a question."""
        return tuple(choice for _name, choice in self.choices[asked.of_list])

    def meant(self, name: str, value: str) -> tuple[str, str]:
        """The codes of a question and of one of its answers. Raises NotSaid."""
        found = self.questions.get(name)
        if found is None:
            raise NotSaid(told.NO_QUESTION_LIKE_IT % {"name": name})
        code, asked = found
        if not value or asked.kind not in (Kind.SINGLE, Kind.MULTIPLE, Kind.SCALE):
            return code, value
        known = asked.levels or {one: choice.code for one, choice in self.choices[asked.of_list]}
        if value not in known:
            raise NotSaid(told.NO_ANSWER_LIKE_IT % {"value": value})
        return code, known[value]

    def _name_all(self) -> None:
        taken: set[str] = set()
        for group in self.outline.sections:
            if group.row:
                self.sections[id(group)] = self._code(group.row, taken, "p")
            for asked in group.asked:
                if asked.row.get("name") in self.questions:
                    self.wrong.append(asked.row.told("name", told.NAME_TWICE))
                    continue
                self.questions[asked.row.get("name")] = (self._code(asked.row, taken, "q"), asked)
                lines: set[str] = set()
                for line in asked.lines:
                    self.lines[line.number] = self._code(line, lines, "l")
        for group in self.outline.sections:
            if not group.row:
                self.sections[id(group)] = fitting("p", taken, "p1")
                taken.add(self.sections[id(group)])

    def _choices(self, rows: list[Row]) -> list[tuple[str, Choice]]:
        taken: set[str] = set()
        seen: set[str] = set()
        found = []
        for row in rows:
            name = row.get("name")
            if name in seen:
                self.wrong.append(row.told("name", told.NAME_TWICE))
            seen.add(name)
            found.append((name, Choice(self._code(row, taken, "c", quiet=True), self.columns.text(row, "label"))))
        return found

    def _code(self, row: Row, taken: set[str], stem: str, *, quiet: bool = False) -> str:
        name = row.get("name")
        if not name:
            self.wrong.append(row.told("name", told.NO_NAME))
        code = name if CODE.fullmatch(name) and name not in taken else fitting(stem, taken, name)
        taken.add(code)
        if code != name and name and not (quiet and code == f"{stem}{name}"):
            self.notes.append(row.told("name", told.RENAMED % {"name": name, "code": code}))
        return code


def fitting(stem: str, taken: set[str], name: str) -> str:
    """A code that is close to a name and that nothing has."""
    plain = re.sub(r"[^a-z0-9]+", "_", fold(name)).strip("_")
    whole = (plain if plain[:1].isalpha() else f"{stem}{plain}")[:20].strip("_")
    if whole not in taken:
        return whole
    return next(code for n in range(2, len(taken) + 3) if (code := f"{whole[:16]}_{n}") not in taken)
