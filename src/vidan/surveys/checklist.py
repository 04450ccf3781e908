"""The checklist for official surveys (data/surveys/checklist.toml), as it stands now and as a survey keeps it."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import get_language

from vidan.domain.watching.checklist import Checklist, Found, Item, checklist_from, to_written
from vidan.foundation.files.models import StoredFile
from vidan.surveys.models import ChecklistFinding, OfficialSurvey


@dataclass(frozen=True)
class Line:
    """One item in the reader's words, with what was found of it; nobody has looked at it where there is no `finding`."""

    item: Item
    words: str
    hint: str
    finding: ChecklistFinding | None

    @property
    def found(self) -> Found:
        """What was found; not known before anybody looked."""
        return Found(self.finding.finding) if self.finding else Found.UNKNOWN

    @property
    def file(self) -> StoredFile | None:
        """The evidence, where there is a file."""
        return self.finding.file if self.finding else None


def checklist_now() -> dict[str, Any]:
    """The checklist as a survey that is recorded today keeps it; raises domain.watching.checklist.Unusable."""
    return to_written(_read(settings.DATA_FOLDER / "surveys" / "checklist.toml"))


def checklist_of(survey: OfficialSurvey) -> Checklist:
    """The version that a survey is held against."""
    return checklist_from(survey.checklist)


def lines_of(survey: OfficialSurvey) -> list[Line]:
    """Every item of a survey's checklist in order, with its finding."""
    findings = {one.item: one for one in survey.findings.select_related("file")}
    english = (get_language() or "").startswith("en")
    return [
        Line(
            item,
            item.words_en if english else item.words,
            item.hint_en if english else item.hint,
            findings.get(item.code),
        )
        for item in checklist_of(survey).items
    ]


@cache
def _read(path: Path) -> Checklist:
    return checklist_from(tomllib.loads(path.read_text(encoding="utf-8")))
