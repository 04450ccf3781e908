"""The columns of an XLSForm: which language a text is in, and which columns are used, refused or left out."""

import re

from vidan.domain.questionnaire.form import Text
from vidan.domain.vietnamese.fold import fold
from vidan.surveys.xlsform import refusals as told
from vidan.surveys.xlsform.convention import (
    CHOICES,
    CHOICES_COLUMNS,
    SETTINGS,
    SETTINGS_COLUMNS,
    SURVEY,
    SURVEY_COLUMNS,
)
from vidan.surveys.xlsform.table import Book, Row, Told

LONGEST, LONGEST_TITLE = 500, 200
USED = {
    SURVEY: {name.partition("::")[0] for name in SURVEY_COLUMNS},
    CHOICES: {name.partition("::")[0] for name in CHOICES_COLUMNS},
    SETTINGS: set(SETTINGS_COLUMNS),
}
WORDS = ("label", "hint")


class Columns:
    """What each column of the file is for."""

    def __init__(self, book: Book, wrong: list[Told], notes: list[Told]) -> None:
        self.book, self.wrong, self.notes = book, wrong, notes
        settings = book.settings[0] if book.settings else None
        self.settings = settings
        self.first = language_of(settings.get("default_language") if settings else "") or "vi"
        self._look_over()

    def title(self) -> Text:
        """The title of the form."""
        vi = self.settings.get("form_title") if self.settings else ""
        if not vi:
            self.wrong.append(Told(SETTINGS, 2, "", told.NO_TITLE))
        en = self.settings.get("title_en") if self.settings else ""
        for column, text in (("form_title", vi), ("title_en", en)):
            if self.settings and len(text) > LONGEST_TITLE:
                self.wrong.append(self.settings.told(column, told.TOO_LONG % {"most": LONGEST_TITLE}))
        return Text(vi, en)

    def text(self, row: Row, base: str) -> Text:
        """A text of a row in both languages."""
        found = {"vi": "", "en": ""}
        for name, cell in row.cells.items():
            word, _colons, language = name.partition("::")
            if word != base:
                continue
            known = language_of(language) if language else self.first
            if known:
                found[known] = cell.text
            if len(cell.text) > LONGEST:
                self.wrong.append(row.told(name, told.TOO_LONG % {"most": LONGEST}))
            if re.search(r"\$\{[^}]*\}", cell.text):
                self.wrong.append(row.told(name, told.ANSWER_IN_TEXT))
        if base == "hint" and found["en"] and not found["vi"]:
            self.wrong.append(row.told("", told.ENGLISH_ALONE))
        return Text(found["vi"], found["en"])

    def _look_over(self) -> None:
        """Tell of columns that are not used, and refuse filled cells that would change what is asked."""
        for rows in (self.book.survey, self.book.choices, self.book.settings):
            seen: set[str] = set()
            for row in rows:
                for name in row.cells:
                    self._look_at(row, name, seen)

    def _look_at(self, row: Row, name: str, seen: set[str]) -> None:
        base, _colons, language = name.partition("::")
        if base in told.REFUSED_CELLS:
            self.wrong.append(row.told(name, told.CELL_NOT_HERE % {"column": name}))
        elif base in USED[row.sheet]:
            if base in WORDS and language and not language_of(language) and name not in seen:
                self.notes.append(row.told(name, told.OTHER_LANGUAGE % {"language": language}))
        elif name not in seen:
            self.notes.append(row.told(name, told.COLUMN_LEFT % {"column": name}))
        seen.add(name)


def language_of(text: str) -> str:
    """`vi` or `en`; nothing for another language."""
    plain = fold(text).strip()
    if re.search(r"\(vi\b|^vi$|viet", plain):
        return "vi"
    return "en" if re.search(r"\(en\b|^en$|english|tieng anh", plain) else ""
