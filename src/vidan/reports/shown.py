"""A content as a page shows it: its numbers with the lists behind them, its bars with their places on the drawing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from vidan.foundation.figures.figure import Unknown, declared
from vidan.foundation.figures.records import records_of

ROW, LABEL, WIDTH = 28, 130, 460
"""Height of a bar, the room for its name, and the width of the drawing in its own units."""


@dataclass(frozen=True)
class ShownFigure:
    """One figure: its words, and the address of its records, empty without one."""

    name: str
    label: str
    shown: str
    records: str


def shown_figures(
    figures: Sequence[Mapping[str, Any]], content: Mapping[str, Any], *, leads: bool
) -> list[ShownFigure]:
    """The figures of a section in the reader's language; `leads` says whether he may open the records."""
    since, until = date.fromisoformat(content["since"]), date.fromisoformat(content["cut_off"])
    return [
        ShownFigure(one["name"], label, one["shown"], records if leads else "")
        for one in figures
        for label, records in [_declared(one, since, until)]
    ]


def _declared(one: Mapping[str, Any], since: date, until: date) -> tuple[str, str]:
    """A frozen figure may be one that no app declares any more."""
    try:
        figure = declared(one["name"])
    except Unknown:
        return one["label"], ""
    return str(figure.label), records_of(figure, since, until)


@dataclass(frozen=True)
class Bars:
    """One chart: its title, its height, and its bars."""

    title: str
    height: int
    bars: list[dict[str, Any]]


def bars_of(chart: Mapping[str, Any]) -> Bars:
    """The bars of a chart, from nought, each with its number."""
    room = WIDTH - LABEL - 60
    most = max((bar["count"] for bar in chart["bars"]), default=0) or 1
    bars = []
    for place, bar in enumerate(chart["bars"]):
        wide = round(room * max(0, bar["count"]) / most, 1)
        bars.append(
            {
                "label": bar["label"],
                "shown": bar["shown"],
                "y": ROW * place + 6,
                "line": ROW * place + 19,
                "x": LABEL,
                "wide": wide,
                "after": round(LABEL + wide + 8, 1),
            }
        )
    return Bars(chart["title"], ROW * len(bars), bars)
