"""Searching without marks: `do thi duom` finds `Đỗ Thị Đượm`, on both engines alike."""

import re
from collections.abc import Callable, Iterable

from django.db import connection

from vidan.domain.vietnamese.fold import fold
from vidan.foundation.search.models import Found

WORD = re.compile(r"[0-9a-z]+")
MOST_WORDS = 12
"""Words of a question that are looked at; the rest is left out."""

FEW = 60
"""So many rows or fewer are looked through here; with more, the index looks for the scope too."""

NEWEST = 2_000
"""PostgreSQL looks for a word among so many newest files before it asks the index: a common one is found there at once."""


def publish(*, subject: str, words: Iterable[str], scopes: Iterable[str], is_new: bool = False) -> None:
    """Put a file into the index (`is_new`), or change what it is found by. `scopes` are marks such as `front3`, `unit7`."""
    folded = " ".join([*words_of(" ".join(words)), *(f"z{scope}z" for scope in sorted(set(scopes)))])
    if is_new or not Found.objects.filter(subject=subject).update(folded=folded):
        Found.objects.create(subject=subject, folded=folded)


def withdraw(*, subject: str) -> None:
    """Take a file out of the index."""
    Found.objects.filter(subject=subject).delete()


def forget_erased() -> None:
    """Let the index forget the words of what was erased: SQLite keeps them in old segments until these are merged anew."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO search_words(search_words) VALUES ('optimize')")


def find(
    question: str,
    *,
    scopes: Iterable[str],
    limit: int = 20,
    before: int | None = None,
    near: Callable[[str], Iterable[str]] = lambda _word: (),
    public: bool = False,
) -> list[tuple[int, str]]:
    """The newest files in any of the scopes that hold every word of the question: `[(key, subject)]`, newest first.

    The last word may be unfinished. `before` is the key of the last row of the page before. Nothing is found for no words.
    `near` gives the words that may stand in the place of one. `public` says that all that is looked for is published: then the
    newest of what is published are asked first, which may be old among all files.
    """
    asked = [sorted({word, *near(word)}) for word in words_of(question)[:MOST_WORDS]]
    marks = sorted({f"z{scope}z" for scope in scopes})
    if not asked or not marks:
        return []
    before = before or 2**62
    if connection.vendor == "postgresql":
        newest = _run(IN_NEWEST_PUBLISHED if public else IN_NEWEST, [before, NEWEST, _tsquery(asked, marks), limit])
        if len(newest) == limit:
            return [(key, subject) for key, subject, _folded in newest]
    # A rare word is found at once; walking a whole Front's list beside it would cost as much as the Front has cases.
    few = _ask(asked, [], before, FEW + 1)
    if len(few) <= FEW:
        inside = [(key, subject) for key, subject, folded in few if not set(marks).isdisjoint(folded.split())]
        return inside[:limit]
    return [(key, subject) for key, subject, _folded in _ask(asked, marks, before, limit)]


def words_of(text: str) -> list[str]:
    """The words of a text as both engines keep them; left to themselves, each would cut codes and addresses its own way."""
    return WORD.findall(fold(text))


def _ask(asked: list[list[str]], marks: list[str], before: int, limit: int) -> list[tuple[int, str, str]]:
    """The newest rows with all words, and with one of the marks when there are any, by the index of words."""
    if connection.vendor == "sqlite":
        return _run(BY_INDEX_OF_SQLITE, [_match(asked, marks), before, limit])
    return _run(BY_INDEX_OF_POSTGRESQL, [_tsquery(asked, marks), before, limit])


BY_INDEX_OF_SQLITE = (
    "SELECT f.id, f.subject, f.folded FROM search_words w JOIN search_found f ON f.id = w.rowid "
    "WHERE search_words MATCH %s AND w.rowid < %s ORDER BY w.rowid DESC LIMIT %s"
)
BY_INDEX_OF_POSTGRESQL = "SELECT id, subject, folded FROM search_by_index(%s, %s, %s)"
IN_NEWEST = (
    "SELECT id, subject, folded FROM "
    "(SELECT id, subject, folded, words FROM search_found WHERE id < %s ORDER BY id DESC LIMIT %s) newest "
    "WHERE words @@ to_tsquery('simple', %s) ORDER BY id DESC LIMIT %s"
)
IN_NEWEST_PUBLISHED = (
    "SELECT f.id, f.subject, f.folded FROM "
    "(SELECT found_id FROM search_published WHERE found_id < %s ORDER BY found_id DESC LIMIT %s) newest "
    "JOIN search_found f ON f.id = newest.found_id "
    "WHERE f.words @@ to_tsquery('simple', %s) ORDER BY f.id DESC LIMIT %s"
)


def _run(sql: str, told: list[str | int]) -> list[tuple[int, str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, told)
        return [(int(key), str(subject), str(folded)) for key, subject, folded in cursor.fetchall()]


def _match(asked: list[list[str]], marks: list[str]) -> str:
    *whole, last = [[f'"{word}"' for word in words] for words in asked]
    groups = [*whole, [f"{word}*" for word in last]]
    if marks:
        groups.append([f'"{mark}"' for mark in marks])
    return " AND ".join(f"({' OR '.join(group)})" for group in groups)


def _tsquery(asked: list[list[str]], marks: list[str]) -> str:
    *whole, last = asked
    groups = [*whole, [f"{word}:*" for word in last]]
    if marks:
        groups.append(marks)
    return " & ".join(f"({' | '.join(group)})" for group in groups)
