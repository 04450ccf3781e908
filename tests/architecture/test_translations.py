"""English is complete: every sentence of the source has its translation in its own app, with the same slots."""

import re

from babel.messages.pofile import read_po
from tests.architecture.catalogue import SOURCE, Message, messages

SLOT = re.compile(r"%\(\w+\)\d*[sd]|\{\w+\}|</?\w+")


def translated() -> dict[tuple[str, Message], tuple[str, ...]]:
    told: dict[tuple[str, Message], tuple[str, ...]] = {}
    for path in SOURCE.rglob("locale/en/LC_MESSAGES/django.po"):
        with path.open("rb") as file:
            for message in read_po(file):
                if message.id:
                    key = message.id if isinstance(message.id, str) else tuple(message.id)
                    text = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
                    told[message.context or "", key] = text
    return told


def test_every_sentence_has_its_english() -> None:
    told = translated()
    assert [key for key in messages() if not all(told.get(key, ("",)))] == []


def test_no_translation_is_left_over() -> None:
    assert set(translated()) - set(messages()) == set()


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
