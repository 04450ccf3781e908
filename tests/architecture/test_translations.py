"""English is complete: every sentence of the source has its translation in its own app, with the same slots."""

import re
from collections.abc import Iterator

from babel.messages.pofile import read_po
from tests.architecture.catalogue import SOURCE, Message, messages

SLOT = re.compile(r"%\(\w+\)\d*[sd]|\{\w+\}|</?\w+")


def every_translation() -> Iterator[tuple[tuple[str, Message], tuple[str, ...]]]:
    for path in SOURCE.rglob("locale/en/LC_MESSAGES/django.po"):
        with path.open("rb") as file:
            for message in read_po(file):
                if message.id:
                    key = message.id if isinstance(message.id, str) else tuple(message.id)
                    text = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
                    yield (message.context or "", key), text


def translated() -> dict[tuple[str, Message], tuple[str, ...]]:
    return dict(every_translation())


def test_every_sentence_has_its_english() -> None:
    told = translated()
    assert [key for key in messages() if not all(told.get(key, ("",)))] == []


def test_no_translation_is_left_over() -> None:
    assert set(translated()) - set(messages()) == set()


def test_a_sentence_has_one_english_wherever_it_stands() -> None:
    """The catalogues of all apps are one when a page is read: of two translations, one would win everywhere."""
    found: dict[tuple[str, Message], set[tuple[str, ...]]] = {}
    for key, text in every_translation():
        found.setdefault(key, set()).add(text)
    assert {key: texts for key, texts in found.items() if len(texts) > 1} == {}


def test_a_translation_has_the_slots_of_its_sentence() -> None:
    wrong = []
    for (_context, message), texts in translated().items():
        original = message if isinstance(message, str) else message[-1]
        if sorted(SLOT.findall(original)) != sorted(SLOT.findall(texts[-1])):
            wrong.append(original)
    assert wrong == []


def test_no_english_is_left_in_vietnamese() -> None:
    marks = re.compile(r"[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
    kept = {"Tiếng Việt"}
    assert [t for texts in translated().values() for t in texts if marks.search(t) and t not in kept] == []
