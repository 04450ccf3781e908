"""A paper as PDF/A with its text tagged, by Typst; the text travels as data and is never pasted into markup."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any, Literal

import typst
from django.conf import settings

from vidan.foundation.papers.shown import number_shown, place_and_date
from vidan.foundation.papers.structure import Structure

UNDATED = date(2000, 1, 1)
"""What a draft's file properties say, since the format asks for a date and no clock shall leak into it."""


def make_pdf(structure: Structure, *, number: str, day: date | None) -> bytes:
    """The PDF of a paper; the same paper always gives the same bytes."""
    made_on = day or UNDATED
    told = {
        "above": structure.heading.above,
        "issuer": structure.heading.issuer,
        "number": number_shown(number, structure.symbol),
        "placed": place_and_date(structure.heading.place, day),
        "made": [made_on.year, made_on.month, made_on.day],
        "kind": structure.kind_name,
        "summary": structure.summary,
        "addressees": structure.addressees,
        "blocks": [asdict(block) for block in structure.blocks],
        "annexes": [asdict(block) for block in structure.annexes],
        "copies_to": structure.copies_to,
        **asdict(structure.signer),
    }
    return draw("paper", told)


def draw(layout: str, told: Mapping[str, object]) -> bytes:
    """What is told, as a layout of data/papers/layout draws it; the same always gives the same bytes."""
    try:
        return _compiled(layout, told, "a-2b")
    except typst.TypstError:
        # A letter that our typeface lacks (a smiley in a copy) is shown as a box; only the archive's standard forbids it.
        return _compiled(layout, told, None)


def picture(layout: str, told: Mapping[str, object], *, ppi: int = 72) -> bytes:
    """The first page of what is told as a small PNG, to be looked at before it is printed."""
    made: bytes = typst.compile(format="png", ppi=ppi, **_source(layout, told))
    return made


def _compiled(layout: str, told: Mapping[str, object], standard: Literal["a-2b"] | None) -> bytes:
    made: bytes = typst.compile(pdf_standards=standard, format="pdf", **_source(layout, told))
    return made


def _source(layout: str, told: Mapping[str, object]) -> dict[str, Any]:
    return {
        "input": settings.DATA_FOLDER / "papers" / "layout" / f"{layout}.typ",
        "font_paths": [settings.DATA_FOLDER / "fonts"],
        "ignore_system_fonts": True,
        "sys_inputs": {"paper": json.dumps(told, ensure_ascii=False)},
    }
