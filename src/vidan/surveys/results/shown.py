"""A result in the reader's language and as drawings: rows for the templates, out of the told dictionary alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vidan.domain.surveystats.levels import SATISFIED
from vidan.surveys.kinds import Way
from vidan.surveys.questionnaire_words import FACTORS, LEVELS
from vidan.surveys.results.words import WITHHELD

Told = Mapping[str, Any]


def said(text: Mapping[str, str]) -> str:
    """A text in the reader's language."""
    return text["en"] if (get_language() or "").startswith("en") else text["vi"]


@dataclass(frozen=True)
class Segment:
    """One piece of a distribution bar, from 0 to 100; `shade` is its level, or the side whose levels are joined in it."""

    x: str
    wide: str
    shade: str
    words: str
    count: int
    share: str


@dataclass(frozen=True)
class Row:
    """One index as a row with its bar: `measure` as numbers.py told it; the whisker goes from its low to its high."""

    name: str
    measure: Told
    mean_of_items: str | None = None
    weighted: Told | None = None
    note: str = ""
    more: Mapping[str, Any] = field(default_factory=dict)

    @property
    def spread(self) -> str:
        """How long the whisker is."""
        return _long(self.measure)

    @property
    def weighted_spread(self) -> str:
        """The same of the weighted index."""
        return _long(self.weighted) if self.weighted else ""

    @property
    def mean_measure(self) -> Told:
        """The mean of the items' indices, which has no interval of its own."""
        return {"index": self.mean_of_items, "low": None, "high": None}

    @property
    def gap(self) -> str:
        """The difference from all other units."""
        return signed(self.more["against_rest"]["gap"])


def _long(told: Told) -> str:
    return "" if told["low"] is None else str(Decimal(told["high"]) - Decimal(told["low"]))


def signed(number: str) -> str:
    """A difference with its sign."""
    value = Decimal(number)
    return f"{'+' if value > 0 else '−' if value < 0 else ''}{number_format(abs(value), decimal_pos=2)}"


def shown(told: Told) -> dict[str, Any]:
    """What the templates draw of a whole result."""
    result = told["result"]
    overall = result["overall"]
    groups = _groups(result["items"])
    return {
        "told": told,
        "first_day": date.fromisoformat(told["first_day"]),
        "last_day": date.fromisoformat(told["last_day"]),
        "title": said(told["title"]),
        "note": said(told["rule"]["note"]),
        "result": result,
        "headline": headline(result),
        "overall": Row("", overall["pooled"], overall["mean_of_items"], overall["weighted"]),
        "factors": [
            Row(
                str(FACTORS[code]), one["pooled"], one["mean_of_items"], overall["weighted_factors"].get(code), more=one
            )
            for code, one in overall["factors"].items()
        ],
        "groups": groups,
        "legend": _legend(groups),
        "others": [_other(item) for item in result["items"] if "measure" not in item and not item["withheld"]],
        "withheld": [(_label(item), WITHHELD[item["withheld"]]) for item in result["items"] if item["withheld"]],
        "units": [_unit(line, result["units"]) for line in result["units"]],
        "overlap": any(line["place"] and line["place"]["alike"] for line in result["units"]),
        "procedures": [_line(line) for line in result["procedures"]],
        "months": [_line(line) for line in result["months"]],
        "columns": _columns(result["months"]),
        "words": [(said(one["label"]), one["texts"]) for one in told["words"]],
        "earlier": _earlier(told["earlier"], result["items"]),
        "ways": [(Way(way).label, count) for way, count in result["asked"]["ways"].items()],
    }


def headline(result: Told) -> Told:
    """The index that stands for the whole: weighted where the units were not asked in proportion, else pooled."""
    found: Told = result["overall"]["weighted"] or result["overall"]["pooled"]
    return found


def _label(item: Told) -> str:
    part, label = said(item["part_of"]), said(item["label"])
    return f"{part}: {label}" if part else label


def _groups(items: Iterable[Told]) -> list[tuple[str, list[Row]]]:
    """The scales by factor, those of none at the end."""
    found: dict[str, list[Row]] = {}
    for item in items:
        if "measure" in item:
            more = {**item, "segments": segments(item["blocks"]), "mean": mean_words(item)}
            found.setdefault(item["factor"], []).append(
                Row(_label(item), item["measure"], None, item["weighted"], more=more)
            )
    order = [*FACTORS, ""]
    return [(str(FACTORS.get(code, _("Câu hỏi khác"))), found[code]) for code in order if code in found]


def mean_words(told: Told) -> str:
    """The mean level, or the bounds it lies between."""
    low, high = told["mean_low"], told["mean_high"]
    if low is None:
        return ""
    low, high = (number_format(Decimal(value), decimal_pos=3) for value in (low, high))
    return low if low == high else _("từ %(low)s đến %(high)s") % {"low": low, "high": high}


def segments(blocks: Iterable[Told]) -> list[Segment]:
    """A distribution as pieces of a bar that is 100 long."""
    at, found = Decimal(0), []
    for block in blocks:
        share = Decimal(block["share"] or 0)
        words = ", ".join(str(LEVELS[str(level)]) for level in block["levels"])
        found.append(
            Segment(str(at), str(share), _shade(block["levels"]), words, block["count"], block["share"] or "0.00")
        )
        at += share
    return found


def _shade(levels: list[int]) -> str:
    if len(levels) == 1:
        return f"l{levels[0]}"
    return "high" if levels[0] in SATISFIED else "low"


def _legend(groups: Iterable[tuple[str, list[Row]]]) -> list[tuple[str, str]]:
    """The shades that are drawn, in the order of the levels, with their words."""
    pieces = [part for _factor, rows in groups for row in rows for part in row.more["segments"]]
    words = {part.shade: part.words for part in pieces}
    names = {"low": _("Các mức chưa hài lòng, gộp lại"), "high": _("Hai mức hài lòng, gộp lại")}
    return [(shade, names.get(shade) or words[shade]) for shade in SHADES if shade in words]


SHADES = ("low", "l1", "l2", "l3", "high", "l4", "l5")


def _other(item: Told) -> dict[str, Any]:
    """A question that is no scale."""
    choices = [{"name": ", ".join(said(label) for label in one["labels"]), **one} for one in item.get("choices", ())]
    places = [{"name": said(one["label"]), **one} for one in item.get("places", ())]
    return {"name": _label(item), "item": item, "choices": choices, "places": places, "many": range(1, len(places) + 1)}


def _name(line: Told) -> str:
    names = ", ".join(name or str(_("Thủ tục khác")) for name in line["names"])
    return _("%(names)s (gộp)") % {"names": names} if len(line["names"]) > 1 else names


def _line(line: Told) -> Row:
    overall = line["overall"]
    return Row(_name(line), overall["pooled"], overall["mean_of_items"], more=line)


def _unit(line: Told, units: Iterable[Told]) -> Row:
    place = line["place"]
    if place is None:
        note = ""
    elif place["first"] == place["last"]:
        note = _("hạng %(n)s") % {"n": place["first"]}
    else:
        note = _("hạng %(first)s đến %(last)s") % place
    alike = [_name(one) for one in units if place and one["code"] in place["alike"]]
    overall = line["overall"]
    factors = [(str(FACTORS[code]), one["pooled"]) for code, one in overall["factors"].items()]
    more = {**line, "alike": alike, "factors": factors}
    return Row(_name(line), overall["pooled"], overall["mean_of_items"], note=note, more=more)


WIDTH, HEIGHT, FOOT = 340, 170, 24
"""Size of the drawing of months in its own units, and the room for their names."""


def _columns(lines: list[Told]) -> list[dict[str, Any]]:
    """One column a month from nought to a hundred per cent, with its whisker."""
    step = WIDTH / (len(lines) or 1)
    room = HEIGHT - FOOT - 20
    found = []
    for place, line in enumerate(lines):
        measure = line["overall"]["pooled"]
        if measure["index"] is None:
            continue
        up = {name: round(HEIGHT - FOOT - room * float(measure[name]) / 100, 1) for name in ("index", "low", "high")}
        found.append(
            {
                "name": line["names"][0] if len(line["names"]) == 1 else _("gộp"),
                "x": round(step * (place + 0.2), 1),
                "wide": round(step * 0.6, 1),
                "middle": round(step * (place + 0.5), 1),
                "top": up["index"],
                "tall": round(HEIGHT - FOOT - up["index"], 1),
                "high": up["high"],
                "label": round(up["high"] - 5, 1),
                "whisker": round(up["low"] - up["high"], 1),
                "measure": measure,
            }
        )
    return found


def _earlier(told: Told | None, items: Iterable[Told]) -> dict[str, Any] | None:
    if told is None:
        return None
    labels = {item["code"]: _label(item) for item in items}
    rows = []
    for row in told["rows"]:
        name = {"overall": _("Toàn đợt"), "factor": FACTORS.get(row["code"], ""), "item": labels.get(row["code"], "")}
        rows.append({**row, "signed": signed(row["gap"]), "name": name[row["of"]], "is_part": row["of"] == "item"})
    return {"code": told["code"], "title": said(told["title"]), "rows": rows}
