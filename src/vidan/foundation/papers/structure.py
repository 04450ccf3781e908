"""The structured text of an official paper (văn bản): what it says, apart from how it is laid out."""

import hashlib
import json
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
    """One part of the body: a `paragraph`, a `quote` (several paragraphs), or a `heading`."""

    kind: str
    text: str


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


def to_json(structure: Structure) -> dict[str, Any]:
    """As plain values, in the form that is stored."""
    told: dict[str, Any] = json.loads(json.dumps(asdict(structure), ensure_ascii=False))
    return told


def from_json(told: dict[str, Any]) -> Structure:
    """Back from what was stored."""
    return Structure(
        heading=Heading(**told["heading"]),
        symbol=told["symbol"],
        kind_name=told["kind_name"],
        summary=told["summary"],
        addressees=tuple(told["addressees"]),
        blocks=tuple(Block(**block) for block in told["blocks"]),
        signer=Signer(**told["signer"]),
        copies_to=tuple(told["copies_to"]),
    )


def digest_of(told: dict[str, Any], number: str, day: str) -> str:
    """SHA-256 over the stored text with its number and date, as hexadecimal: what is frozen at issue."""
    text = json.dumps([told, number, day], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
