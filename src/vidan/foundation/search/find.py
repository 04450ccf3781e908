"""Searching without marks: `do thi duom` finds `Đỗ Thị Đượm`, on both engines alike."""

import re
from collections.abc import Iterable

from django.db import connection

from vidan.domain.vietnamese.fold import fold
from vidan.foundation.search.models import Found

WORD = re.compile(r"[0-9a-z]+")
MOST_WORDS = 12
"""Words of a question that are looked at; the rest is left out."""


def publish(*, subject: str, words: Iterable[str], scopes: Iterable[str], is_new: bool = False) -> None:
    """Put a file into the index (`is_new`), or change what it is found by. `scopes` are marks such as `front3`, `unit7`."""
    folded = fold(" ".join(words)) + " " + " ".join(f"z{scope}z" for scope in sorted(set(scopes)))
    if is_new or not Found.objects.filter(subject=subject).update(folded=folded):
        Found.objects.create(subject=subject, folded=folded)


def withdraw(*, subject: str) -> None:
    """Take a file out of the index."""
    Found.objects.filter(subject=subject).delete()


def find(question: str, *, scopes: Iterable[str], limit: int = 20, before: int | None = None) -> list[tuple[int, str]]:
    """The newest files in any of the scopes that hold every word of the question: `[(key, subject)]`, newest first.

    The last word may be unfinished. `before` is the key of the last row of the page before. Nothing is found for no words.
    """
    asked = WORD.findall(fold(question).replace("-", " "))[:MOST_WORDS]
    marks = sorted({f"z{scope}z" for scope in scopes})
    if not asked or not marks:
        return []
    ask = _ask_sqlite if connection.vendor == "sqlite" else _ask_postgres
    with connection.cursor() as cursor:
        cursor.execute(*ask(asked, marks, before or 2**62, limit))
        return [(int(key), str(subject)) for key, subject in cursor.fetchall()]


def _ask_sqlite(asked: list[str], marks: list[str], before: int, limit: int) -> tuple[str, list[str | int]]:
    words = " AND ".join(f'"{word}"' for word in asked) + "*"
    scope = " OR ".join(f'"{mark}"' for mark in marks)
    sql = (
        "SELECT f.id, f.subject FROM search_words w JOIN search_found f ON f.id = w.rowid "
        "WHERE search_words MATCH %s AND w.rowid < %s ORDER BY w.rowid DESC LIMIT %s"
    )
    return sql, [f"({words}) AND ({scope})", before, limit]


def _ask_postgres(asked: list[str], marks: list[str], before: int, limit: int) -> tuple[str, list[str | int]]:
    words = " & ".join(asked) + ":*"
    scope = " | ".join(marks)
    sql = (
        "SELECT id, subject FROM search_found WHERE words @@ to_tsquery('simple', %s) AND id < %s "
        "ORDER BY id DESC LIMIT %s"
    )
    return sql, [f"({words}) & ({scope})", before, limit]
