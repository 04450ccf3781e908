"""What everybody may find: each duty says what it has published, and takes it out again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from vidan.foundation.search import find
from vidan.foundation.search.models import Found, KnownWord, Published
from vidan.foundation.search.slips import nearest
from vidan.foundation.units.kept import Kept

PAGE = 20
LONGEST = 20
"""A longer word is no syllable that somebody mistypes."""


@dataclass(frozen=True)
class Entry:
    """One published thing: `subject` is its name in the index, `route` and `key` tell where it stands, `words` is its text."""

    subject: str
    kind: str
    title: str
    on: date
    route: str
    key: str = ""
    summary: str = ""
    words: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    """Further marks, under which a page of the duty's own looks for it."""


@dataclass(frozen=True)
class Answer:
    """The newest hits; `near` says that nothing held the very words, so that similar ones were looked for."""

    rows: tuple[Published, ...]
    near: bool
    following: int | None
    """The key to go on from, when there are more."""


def show(entry: Entry) -> None:
    """Let everybody find an entry, or tell it anew; inside the transaction of what makes it public."""
    text = (entry.title, entry.summary, *entry.words)
    find.publish(subject=entry.subject, words=text, scopes=(*_scopes(entry.kind, entry.on.year), *entry.marks))
    told = {"kind": entry.kind, "title": entry.title[:300], "summary": _short(entry.summary), "on": entry.on}
    found = Found.objects.only("pk").get(subject=entry.subject)
    Published.objects.update_or_create(found=found, defaults=told | {"route": entry.route, "key": entry.key})
    words = {word for word in find.words_of(" ".join(text)) if word.isalpha() and len(word) <= LONGEST}
    KnownWord.objects.bulk_create([KnownWord(word) for word in sorted(words)], ignore_conflicts=True)
    known.forget()


def hide(subject: str) -> None:
    """Let nobody find an entry any more; one that was never shown is no fault."""
    find.withdraw(subject=subject)


def renew(entries: Iterable[Entry]) -> int:
    """Tell every entry anew and take out what none of them is; returns how many there are."""
    subjects = set()
    for entry in entries:
        show(entry)
        subjects.add(entry.subject)
    for subject in Published.objects.values_list("found__subject", flat=True):
        if subject not in subjects:
            hide(subject)
    return len(subjects)


def look_for(question: str, *, kind: str = "", year: int | None = None, before: int | None = None) -> Answer:
    """The newest entries that hold every word, without marks; where there are none, those that hold words like them."""
    scopes = [_scope(kind, year)]
    hits = find.find(question, scopes=scopes, limit=PAGE + 1, before=before, public=True)
    near = not hits and before is None
    for forgiving in (like_unknown, like) if near else ():
        hits = hits or find.find(question, scopes=scopes, limit=PAGE + 1, near=forgiving, public=True)
    told = Published.objects.in_bulk([key for key, _subject in hits[:PAGE]])
    rows = tuple(told[key] for key, _subject in hits[:PAGE] if key in told)
    return Answer(rows, near and bool(rows), hits[PAGE - 1][0] if len(hits) > PAGE and not near else None)


def like(word: str) -> list[str]:
    """The known words that a mistyped one may have been meant for."""
    return nearest(word, known())


def like_unknown(word: str) -> list[str]:
    """The same of a word that stands nowhere; one that is known was meant as it was typed."""
    return [] if word in known() else like(word)


@Kept
def known() -> tuple[str, ...]:
    """All words of what is published."""
    return tuple(KnownWord.objects.values_list("word", flat=True))


def _scopes(kind: str, year: int) -> Iterator[str]:
    return (_scope(of_kind, of_year) for of_kind in ("", kind) for of_year in (None, year))


def _scope(kind: str, year: int | None) -> str:
    """One mark stands for one choice of kind and year, so that narrowing costs nothing."""
    return f"all{kind.replace('_', '')}{year or ''}"


def _short(text: str) -> str:
    return text if len(text) <= 400 else f"{text[:399].rsplit(' ', 1)[0]}…"
