"""A report as an official paper: the layout of Nghị định 30/2020/NĐ-CP, its tables as annexes, and the summary on one page."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import override

from vidan.domain.reporting.editions import What
from vidan.foundation.papers.heads import ABOVE, SIGNER, heading_of
from vidan.foundation.papers.structure import Block, Structure
from vidan.foundation.units.models import Unit
from vidan.reports.models import Report

SYMBOL = "BC-MTTQ-BTT"
COMMITTEE = "Ủy ban nhân dân cùng cấp"
MOST_FIGURES = 12
"""Lines of the summary's table: it must stay on one page."""

LINES = 3
"""Lines of recommendations in the summary."""

CHANGED = {
    What.FIGURE.value: "Số liệu",
    What.TEXT.value: "Lời văn",
    What.CELL.value: "Bảng",
    What.CUT_OFF.value: "Ngày chốt",
}


@override("vi")  # an official paper is Vietnamese, whatever language its officer reads
def paper_of(report: Report, content: Mapping[str, Any]) -> Structure:
    """The whole report."""
    return structure_of(report.front, report.receiver, content)


def structure_of(front: Unit, receiver: Unit | None, content: Mapping[str, Any]) -> Structure:
    """The report of a Front, to the Front above it."""
    return Structure(
        heading=heading_of(front),
        symbol=SYMBOL,
        kind_name="Báo cáo",
        summary=_title(content),
        addressees=(receiver.name if receiver else ABOVE,),
        blocks=tuple(_body(content)),
        signer=SIGNER,
        copies_to=("Như trên;", f"{COMMITTEE};", "Lưu: VT, hồ sơ."),
        annexes=tuple(_annexes(content)),
    )


def summary_of(front: Unit, receiver: Unit | None, content: Mapping[str, Any], number: str) -> Structure:
    """The same on one page: the main figures, one chart, and what is recommended."""
    parts = [part for part in content["sections"] if part["figures"]]
    each = max(1, MOST_FIGURES // max(1, len(parts)))
    figures = [one for part in parts for one in part["figures"][:each]][:MOST_FIGURES]
    charts = [chart for part in content["sections"] for chart in part["charts"]]
    blocks = [Block("table", _days(content), _pairs(figures))]
    blocks += [_bars(charts[-1])] if charts else []
    last = content["sections"][-1]
    blocks += [Block("paragraph", line) for line in _lines(last["text"])[:LINES]]
    return Structure(
        heading=heading_of(front),
        symbol=SYMBOL,
        kind_name="Tóm tắt báo cáo",
        summary=_title(content),
        addressees=(),
        blocks=tuple(blocks),
        signer=SIGNER,
        copies_to=(receiver.name if receiver else ABOVE, f"Kèm Báo cáo số {number}" if number else "Kèm báo cáo"),
    )


def _title(content: Mapping[str, Any]) -> str:
    title = str(content["title"])
    title = title[:1].upper() + title[1:]
    return f"{title} (bản đính chính lần {content['edition'] - 1})" if content["edition"] > 1 else title


def _days(content: Mapping[str, Any]) -> str:
    since, until = date.fromisoformat(content["since"]), date.fromisoformat(content["cut_off"])
    return f"Số liệu từ ngày {since:%d/%m/%Y} đến hết ngày {until:%d/%m/%Y}"


def _body(content: Mapping[str, Any]) -> Iterator[Block]:
    for part in content["sections"]:
        yield Block("heading", part["title"])
        yield from (Block("paragraph", line) for line in _lines(part["text"]))
        if part["figures"]:
            yield Block("table", "", _pairs(part["figures"]))
        yield from (_bars(chart) for chart in part["charts"])


def _pairs(figures: Sequence[Mapping[str, Any]]) -> tuple[tuple[str, ...], ...]:
    return (("Nội dung", "Số liệu"), *((one["label"], one["shown"]) for one in figures))


def _bars(chart: Mapping[str, Any]) -> Block:
    return Block(
        "bars", chart["title"], tuple((bar["label"], str(max(0, bar["count"])), bar["shown"]) for bar in chart["bars"])
    )


def _annexes(content: Mapping[str, Any]) -> Iterator[Block]:
    for table in content["tables"]:
        yield Block("annex", table["title"])
        first = "Quý" if table["rows_are"] == "quarter" else "Đơn vị" if content["below"] else "Địa bàn"
        rows = [(first, *(column["label"] for column in table["columns"]))]
        rows += [(row["label"], *(cell["shown"] for cell in row["cells"])) for row in table["rows"]]
        rows.append(("Tổng", *(cell["shown"] for cell in table["totals"])))
        yield Block("table", _days(content), tuple(rows), totals=True)
        if any(cell["total"] is not None for cell in table["totals"]):
            yield Block("quote", "Ô có hai số: số đạt/tổng số dùng để tính tỷ lệ.")
    if content.get("changes"):
        yield Block("annex", f"Những điểm sửa so với bản trước ({content['corrects']})")
        yield Block("paragraph", f"Lý do: {content['why']}")
        yield Block("table", "", (("Chỗ sửa", "Bản trước", "Bản này"), *changed_rows(content["changes"])))


def changed_rows(changes: Sequence[Mapping[str, str]]) -> Iterator[tuple[str, str, str]]:
    """Where a new edition changed something, and how it reads in both."""
    for one in changes:
        where = f"{CHANGED[one['what']]}: {one['where']}" if one["where"] else CHANGED[one["what"]]
        readings = [one["was"], one["now"]]
        if one["what"] == What.CUT_OFF.value:
            readings = [f"{date.fromisoformat(day):%d/%m/%Y}" for day in readings]
        yield (where, readings[0] or "–", readings[1] or "–")


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]
