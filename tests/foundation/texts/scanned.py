"""Texts spoilt as a scanner spoils them, by a seed; and how well a repair finds what was spoilt."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from babel.messages.pofile import read_po

from vidan.domain.vietnamese.repair import Proposal
from vidan.domain.vietnamese.written_one_way import composed

SHARE = 0.05
"""So many words of a spoilt text are wrong, as on a page of an old portal."""

TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
SHAPES = ("aăâ", "oôơ", "uư", "eê", "dđ")
TAKEN_FOR = {
    "l": "1It",
    "i": "l1",
    "o": "0",
    "m": ("rn",),
    "n": "u",
    "u": "n",
    "c": "e",
    "e": "c",
    "g": "e",
    "h": "b",
    "t": "l",
}


@dataclass(frozen=True)
class Wrong:
    """Where a spoilt text is wrong, and what stood there."""

    start: int
    end: int
    meant: str


@dataclass(frozen=True)
class Score:
    """How many proposals were right, how many there were, and how many there should have been."""

    right: int
    proposed: int
    wrong: int

    @property
    def precision(self) -> float:
        return self.right / self.proposed if self.proposed else 1

    @property
    def recall(self) -> float:
        return self.right / self.wrong if self.wrong else 1


def own_text(duty: str) -> str:
    """The Vietnamese sentences of a duty of this product, one a line."""
    path = Path(f"src/vidan/{duty}/locale/en/LC_MESSAGES/django.po")
    with path.open("rb") as file:
        told = [
            one for message in read_po(file) for one in ([message.id] if isinstance(message.id, str) else message.id)
        ]
    lines = (re.sub(r"\s+", " ", re.sub(r"%\(\w+\)[sd]|%[sd]|<[^>]*>|\{\w*\}", "5", one)).strip() for one in told)
    return "\n".join(unicodedata.normalize("NFC", line) for line in lines if len(line.split()) > 3)


def spoilt(text: str, seed: int) -> tuple[str, list[Wrong]]:
    """A text with one small word in twenty spoilt in one of the ways of a scanner, and where."""
    chance = Random(seed)
    parts: list[str] = []
    wrong: list[Wrong] = []
    length = 0
    for piece in re.split(r"(?<![\w.@/-])([^\W\d_]+)(?![\w@/-])", text):
        read = piece
        if piece.isalpha() and piece.islower() and len(piece) > 1 and chance.random() < SHARE:
            read = chance.choice(WAYS)(piece, chance)
        if read != piece:
            wrong.append(Wrong(length, length + len(read), piece))
        parts.append(read)
        length += len(read)
    return "".join(parts), wrong


def scored(proposals: Iterable[Proposal], wrong: Sequence[Wrong]) -> Score:
    """A proposal is right where it stands on what is wrong and gives back what was meant, word for word."""
    told = {(one.start, one.end): one.meant for one in wrong}
    made = [*proposals]
    return Score(sum(told.get((one.start, one.end)) == one.proposed for one in made), len(made), len(wrong))


def _tone(word: str, chance: Random) -> str:
    apart = unicodedata.normalize("NFD", word)
    old = [mark for mark in apart if mark in TONES and mark]
    new = chance.choice([tone for tone in TONES if tone not in old])
    if not old:
        return word
    return composed(apart.replace(old[0], new))


def _shape(word: str, chance: Random) -> str:
    places = [(place, shape) for place, letter in enumerate(map(_bare, word)) for shape in SHAPES if letter in shape]
    if not places:
        return word
    place, shape = chance.choice(places)
    tone = [mark for mark in unicodedata.normalize("NFD", word[place]) if mark in TONES and mark]
    other = chance.choice([letter for letter in shape if letter != _bare(word[place])])
    return word[:place] + composed(other + "".join(tone)) + word[place + 1 :]


def _lost(word: str, chance: Random) -> str:
    marked = [place for place, letter in enumerate(word) if not letter.isascii()] or [*range(len(word))]
    place = chance.choice(marked)
    return word[:place] + word[place + 1 :]


def _letter(word: str, chance: Random) -> str:
    places = [place for place, letter in enumerate(word) if letter in TAKEN_FOR]
    if not places:
        return word
    place = chance.choice(places)
    return word[:place] + chance.choice(TAKEN_FOR[word[place]]) + word[place + 1 :]


def _split(word: str, chance: Random) -> str:
    if len(word) < 4:
        return word
    place = chance.randrange(1, len(word) - 1)
    return f"{word[:place]} {word[place:]}"


def _bare(letter: str) -> str:
    return unicodedata.normalize(
        "NFC", "".join(mark for mark in unicodedata.normalize("NFD", letter) if mark not in TONES[1:])
    )


WAYS: tuple[Callable[[str, Random], str], ...] = (_tone, _tone, _tone, _shape, _shape, _lost, _lost, _letter, _split)
