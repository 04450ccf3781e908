"""The Front's own wording of papers: the newest version it uses, or the text that comes with the house (data/papers/wording)."""

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from string import Formatter

from django.conf import settings
from django.db import transaction
from django.db.models import Max

from vidan.foundation.calendar import clock
from vidan.foundation.journal.record import record
from vidan.foundation.papers.models import WordingVersion
from vidan.foundation.papers.structure import Block
from vidan.foundation.units.models import Unit

QUOTES = "> "
"""A paragraph that begins so is a quotation, such as the prepared copy."""


class SlotMissing(LookupError):
    """A wording asks for a slot that the paper does not give."""


def worded(name: str, slots: Mapping[str, str], *, unit: Unit | None = None) -> tuple[Block, ...]:
    """The blocks of a unit's wording with its slots filled; raises SlotMissing, FileNotFoundError."""
    used = version_in_use(name, unit) if unit else None
    return filled(name, used.text if used else original(name), slots)


def filled(name: str, text: str, slots: Mapping[str, str]) -> tuple[Block, ...]:
    """The blocks of a text with its slots filled; raises SlotMissing.

    A paragraph whose slots are all empty is left out, so that optional parts need no second wording.
    """
    blocks = []
    for paragraph in text.split("\n\n"):
        names = [slot for _text, slot, _spec, _how in Formatter().parse(paragraph) if slot]
        missing = [slot for slot in names if slot not in slots]
        if missing:
            raise SlotMissing(name, *missing)
        if names and not any(slots[slot].strip() for slot in names):
            continue
        kind = "quote" if paragraph.startswith(QUOTES) else "paragraph"
        blocks.append(Block(kind, paragraph.removeprefix(QUOTES).format_map(dict(slots))))
    return tuple(blocks)


def original(name: str) -> str:
    """The wording that comes with the house; raises FileNotFoundError."""
    return _read(settings.DATA_FOLDER / "papers" / "wording" / f"{name}.txt")


def version_in_use(name: str, unit: Unit) -> WordingVersion | None:
    """The version that a unit uses now, or None while it uses the original."""
    rows = WordingVersion.objects.filter(unit=unit, name=name, used_at__isnull=False)
    return rows.order_by("-used_at", "-number").first()


def add_version(*, name: str, unit: Unit, text: str, actor: str) -> WordingVersion:
    """Keep a new version; it is not used before use_version()."""
    with transaction.atomic():
        Unit.objects.select_for_update().only("pk").get(pk=unit.pk)  # no number twice
        last = WordingVersion.objects.filter(unit=unit, name=name).aggregate(last=Max("number"))["last"] or 0
        version = WordingVersion.objects.create(
            unit=unit, name=name, number=last + 1, text=text, made_by=actor, made_at=clock.now()
        )
        _record("wording.add", version, actor)
    return version


def use_version(*, version: WordingVersion, actor: str) -> None:
    """Word new papers so from now on; what was drafted or issued before stays as it is."""
    with transaction.atomic():
        version.used_at = clock.now()
        version.save(update_fields=["used_at"])
        _record("wording.use", version, actor)


def _record(event: str, version: WordingVersion, actor: str) -> None:
    digest = hashlib.sha256(version.text.encode()).hexdigest()
    facts: dict[str, str | int | bool | None] = {"version": version.number, "digest": digest}
    record(event, subject=f"wording-{version.name}", actor=actor, unit_id=version.unit_id, facts=facts)


@cache
def _read(path: Path) -> str:
    parts = path.read_text(encoding="utf-8").split("\n\n")
    return "\n\n".join(" ".join(part.split("\n")).strip() for part in parts if part.strip())
