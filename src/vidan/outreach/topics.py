"""The topics (nội dung tuyên truyền): reference data with dates, in data/outreach/topics.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.conf import settings
from django.utils.translation import get_language


@dataclass(frozen=True)
class Topic:
    """One topic, in both languages, with the days between which it is entered."""

    code: str
    vi: tuple[str, str]
    en: tuple[str, str]
    first: date
    last: date | None

    @property
    def short(self) -> str:
        """Its name in tables."""
        return self._told()[0]

    @property
    def words(self) -> str:
        """Its name in full."""
        return self._told()[1]

    def _told(self) -> tuple[str, str]:
        return self.en if get_language() == "en" else self.vi


@cache
def all_topics() -> Mapping[str, Topic]:
    """Every topic by its code, in the order of the file."""
    with (settings.DATA_FOLDER / "outreach" / "topics.toml").open("rb") as file:
        rows = tomllib.load(file)["topic"]
    return {
        row["code"]: Topic(
            row["code"],
            (row["short"], row["words"]),
            (row["short_en"], row["words_en"]),
            row["from"],
            row.get("to"),
        )
        for row in rows
    }


def topics_on(day: date) -> list[Topic]:
    """The topics of a day."""
    return [one for one in all_topics().values() if one.first <= day and (one.last is None or day <= one.last)]


def topic_words(code: str) -> str:
    """The short name of a topic; the code itself when the file has lost it."""
    known = all_topics().get(code)
    return known.short if known else code
