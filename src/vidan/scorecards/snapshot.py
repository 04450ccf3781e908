"""The sheet as it was decided: plain values with a digest, from which anybody can count it again (`vidan score replay`)."""

import hashlib
import json
from collections.abc import Collection, Mapping
from typing import Any

from vidan.domain.scoring.bands import place
from vidan.domain.scoring.points import points
from vidan.domain.scoring.sheet import Sheet
from vidan.domain.scoring.written import bands_from, rubric_from
from vidan.scorecards.counted import Side, as_json, sheet_of
from vidan.scorecards.facts import Known
from vidan.scorecards.gates import NOT_SELF_SCORED
from vidan.scorecards.kinds import CardKind

FORM = 1
"""The version of this form; a reader refuses another."""


class NotASheet(ValueError):
    """What was given is no frozen sheet of this form."""


def snapshot(known: Known) -> dict[str, Any]:
    """Everything that led to the points, and the points."""
    card = known.card
    version = card.rubric
    return {
        "form": FORM,
        "code": card.code,
        "edition": card.edition,
        "kind": card.kind,
        "year": card.year,
        "cut_off": card.cut_off.isoformat(),
        "front": {"slug": card.front.slug, "name": card.front.name},
        "unit": {"slug": card.unit.slug, "name": card.unit.name},
        "rubric": {
            "slug": version.slug,
            "number": version.number,
            "title": version.title,
            "decision": version.decision,
            "digest": version.digest,
            "weighed": version.weighed,
            "written": version.written,
            "bands": version.bands,
        },
        "scored": {code: _side(side) for code, side in known.scored.items()},
        "declared": {code: _side(side) for code, side in known.declared.items()},
        "platform": {
            code: {"figure": live.named, "installed": live.figure is not None, "inputs": dict(live.inputs)}
            for code, live in known.live.items()
        },
        "opinions": [
            {"item": one.item, "unit": one.unit.short_name, "stand": one.stand, "text": one.text}
            for one in known.opinions
        ],
        "remarks": [
            {"item": one.item, "text": one.text, "paper": str(one.paper.their_number) if one.paper else ""}
            for one in known.remarks
        ],
        "comment": card.comment,
        **(_appraisal(known) if card.kind == CardKind.UNIT else {}),
        "result": result(known.sheet, version.bands, events_of(known)),
    }


def events_of(known: Known) -> list[str]:
    """What happened to a unit's sheet that the gates of the bands ask for."""
    unsent = known.card.kind == CardKind.UNIT and known.card.sent_in_on is None
    return [NOT_SELF_SCORED] if unsent else []


def _appraisal(known: Known) -> dict[str, Any]:
    """How a sheet that the unit scored first came to its points; `scored` holds what counts, this both appraisals."""
    sent = known.card.sent_in_on
    return {
        "sent_in": sent.isoformat() if sent else None,
        "events": events_of(known),
        "first": {code: _side(side) for code, side in known.first.items()},
        "second": {code: _side(side) for code, side in known.second.items()},
        "evidence": [{"item": one.item, "stage": one.stage, "digest": one.digest} for one in known.evidence],
        "questions": [{"item": one.item, "text": one.text, "answer": one.answer} for one in known.questions],
    }


def result(sheet: Sheet, bands: Mapping[str, Any] | None, events: Collection[str] = ()) -> dict[str, Any]:
    """The points of a sheet with their percentage and band."""
    placed = place(bands_from(bands), sheet, events) if bands else None
    share = sheet.percent
    told = as_json(sheet)
    told["total"] |= {
        "percent": None if share is None else str(points(share)),
        "band": placed.band if placed else None,
        "held": list(placed.held) if placed else [],
    }
    return told


def replayed(frozen: Mapping[str, Any]) -> tuple[Sheet, dict[str, Any]]:
    """The sheet counted again from the inputs that were frozen, and its result; raises NotASheet."""
    try:
        if frozen["form"] != FORM:
            raise NotASheet(frozen["form"])
        told = frozen["rubric"]
        rubric = rubric_from({"name": told["title"], **told["written"]})
        said = {code: Side(side["inputs"], side["applies"], side["note"]) for code, side in frozen["scored"].items()}
        sheet = sheet_of(rubric, said)
        return sheet, result(sheet, told["bands"], frozen.get("events", ()))
    except (KeyError, TypeError, AttributeError, ValueError) as fault:
        raise NotASheet(str(fault)) from fault


def digest_of(frozen: Mapping[str, Any]) -> str:
    """SHA-256 over the sheet in a fixed order, as hexadecimal."""
    text = json.dumps(frozen, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _side(side: Side) -> dict[str, Any]:
    return {"inputs": dict(side.inputs), "applies": side.applies, "note": side.note}
