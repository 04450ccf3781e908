"""The structured text of an official paper (văn bản): what it says, apart from how it is laid out."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class Heading:
    """Who issues: the body above, the body itself, and the place before the date."""

    above: str
    issuer: str
    place: str


@dataclass(frozen=True)
class Block:
    """One part: a `paragraph`, a `quote` (several paragraphs), a `heading`, or an `annex`, which begins on a page of its own.

    A `table` has its title as text, its headings as the first row and its totals, if `totals`, as the last. A `bars` block is
    a chart of rows `(label, number, words)`, drawn from nought, with its finding as text.
    """

    kind: str
    text: str
    rows: tuple[tuple[str, ...], ...] = ()
    totals: bool = False


@dataclass(frozen=True)
class Signer:
    """Quyền hạn, chức vụ, họ tên of who signs; the name may be left open for the hand."""

    power: str
    title: str
    name: str = ""


@dataclass(frozen=True)
class Structure:
    """One paper. `kind_name` is empty for an official letter (công văn), which has its summary as "V/v ..." instead."""

    heading: Heading
    symbol: str
    kind_name: str
    summary: str
    addressees: tuple[str, ...]
    blocks: tuple[Block, ...]
    signer: Signer
    copies_to: tuple[str, ...] = field(default=())
    annexes: tuple[Block, ...] = field(default=())


def to_json(structure: Structure) -> dict[str, Any]:
    """As plain values, in the form that is stored. What only reports have is left out of other papers."""
    told: dict[str, Any] = json.loads(json.dumps(asdict(structure), ensure_ascii=False))
    told["blocks"], annexes = _blocks_told(told["blocks"]), _blocks_told(told.pop("annexes"))
    return told | ({"annexes": annexes} if annexes else {})


def from_json(told: dict[str, Any]) -> Structure:
    """Back from what was stored."""
    return Structure(
        heading=Heading(**told["heading"]),
        symbol=told["symbol"],
        kind_name=told["kind_name"],
        summary=told["summary"],
        addressees=tuple(told["addressees"]),
        blocks=_blocks(told["blocks"]),
        signer=Signer(**told["signer"]),
        copies_to=tuple(told["copies_to"]),
        annexes=_blocks(told.get("annexes", ())),
    )


def digest_of(told: dict[str, Any], number: str, day: str) -> str:
    """SHA-256 over the stored text with its number and date, as hexadecimal: what is frozen at issue."""
    text = json.dumps([told, number, day], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _blocks_told(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{name: value for name, value in block.items() if value or name in ("kind", "text")} for block in blocks]


def _blocks(told: Iterable[dict[str, Any]]) -> tuple[Block, ...]:
    return tuple(Block(**(block | {"rows": tuple(tuple(row) for row in block.get("rows", ()))})) for block in told)
