"""The Front's own wording of papers: text files with slots (data/papers/wording), a blank line between paragraphs."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from string import Formatter

from django.conf import settings

from vidan.foundation.papers.structure import Block

QUOTES = "> "
"""A paragraph that begins so is a quotation, such as the prepared copy."""


class SlotMissing(LookupError):
    """A wording asks for a slot that the paper does not give."""


def worded(name: str, slots: Mapping[str, str]) -> tuple[Block, ...]:
    """The blocks of a wording with its slots filled; raises SlotMissing, FileNotFoundError.

    A paragraph whose slots are all empty is left out, so that optional parts need no second wording.
    """
    blocks = []
    for paragraph in _read(settings.DATA_FOLDER / "papers" / "wording" / f"{name}.txt"):
        names = [slot for _text, slot, _spec, _how in Formatter().parse(paragraph) if slot]
        missing = [slot for slot in names if slot not in slots]
        if missing:
            raise SlotMissing(name, *missing)
        if names and not any(slots[slot].strip() for slot in names):
            continue
        kind = "quote" if paragraph.startswith(QUOTES) else "paragraph"
        blocks.append(Block(kind, paragraph.removeprefix(QUOTES).format_map(dict(slots))))
    return tuple(blocks)


@cache
def _read(path: Path) -> tuple[str, ...]:
    parts = path.read_text(encoding="utf-8").split("\n\n")
    return tuple(" ".join(part.split("\n")).strip() for part in parts if part.strip())
