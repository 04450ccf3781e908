"""Papers, steps and the legal basis as people write them: one a line, its parts between upright strokes."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vidan.domain.vietnamese.fold import fold

BETWEEN = "|"
WRITTEN_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
MOST_LINES = 40
LONGEST_PART = 300

ORIGINAL, CERTIFIED, COPY, SHOWN = "original", "certified_copy", "copy", "shown"
PAPER_KINDS: Mapping[str, str | Promise] = {
    ORIGINAL: gettext_lazy("bản chính"),
    CERTIFIED: gettext_lazy("bản sao chứng thực"),
    COPY: gettext_lazy("bản sao"),
    SHOWN: gettext_lazy("xuất trình"),
}
"""In which form a paper is handed in (bản chính, bản sao), or only shown (xuất trình)."""

WRITTEN: Mapping[str, str] = {
    ORIGINAL: "bản chính",
    CERTIFIED: "bản sao chứng thực",
    COPY: "bản sao",
    SHOWN: "xuất trình",
}
"""What is typed for each, in whichever language the page is read."""


class NotRead(ValueError):
    """A line cannot be read; its one argument says why, in the reader's language."""


Value = str | int | None


@dataclass(frozen=True)
class Part:
    """One part of a line: its key, its label, how it is read and how it is written."""

    key: str
    label: str | Promise
    read: Callable[[str], Value] = str
    write: Callable[[Any], str] = str
    required: bool = False


def _count(text: str) -> Value:
    if not text:
        return 1
    if not (text.isascii() and text.isdigit() and 1 <= len(text) <= 2 and int(text)):
        raise NotRead(_("số bản phải là một số từ 1 đến 99"))
    return int(text)


def _kind(text: str) -> Value:
    meant = fold(text or WRITTEN[ORIGINAL])
    found = next((kind for kind, words in WRITTEN.items() if fold(words) == meant), None)
    if found is None:
        raise NotRead(_("loại bản là “bản chính”, “bản sao chứng thực”, “bản sao” hoặc “xuất trình”"))
    return found


def _form(text: str) -> Value:
    number = text.lower().removeprefix("mẫu").strip()
    if not number:
        return None
    if not (number.isascii() and number.isdigit() and len(number) <= 2):
        raise NotRead(_("mẫu là số thứ tự của tệp mẫu, ví dụ 1"))
    return int(number)


def _day(text: str) -> Value:
    if not text:
        return ""
    found = WRITTEN_DAY.fullmatch(text)
    try:
        day, month, year = map(int, found.groups() if found else ())
        return date(year, month, day).isoformat()
    except ValueError:
        raise NotRead(_("ngày viết theo kiểu ngày/tháng/năm, ví dụ 20/11/2014")) from None


def _url(text: str) -> Value:
    try:
        host = urlsplit(text).netloc
    except ValueError:
        host = ""
    if text and not (text.startswith(("https://", "http://")) and host):
        raise NotRead(_("địa chỉ trang phải bắt đầu bằng https:// hoặc http://"))
    return text


PAPERS = (
    Part("name", gettext_lazy("tên giấy tờ"), required=True),
    Part("count", gettext_lazy("số bản"), _count),
    Part("kind", gettext_lazy("loại bản"), _kind, WRITTEN.__getitem__),
    Part("only_when", gettext_lazy("chỉ khi")),
    Part("form", gettext_lazy("mẫu số"), _form, lambda number: "" if number is None else str(number)),
)
STEPS = (
    Part("what", gettext_lazy("việc"), required=True),
    Part("who", gettext_lazy("ai làm")),
    Part("time", gettext_lazy("bao lâu")),
)
BASES = (
    Part("title", gettext_lazy("tên văn bản"), required=True),
    Part("number", gettext_lazy("số")),
    Part("date", gettext_lazy("ngày ban hành"), _day, lambda day: f"{date.fromisoformat(day):%d/%m/%Y}" if day else ""),
    Part("url", gettext_lazy("địa chỉ trang"), _url),
)


def read_lines(parts: Sequence[Part], text: str) -> tuple[list[dict[str, Value]], list[str]]:
    """The lines that could be read, and a sentence for each that could not."""
    rows: list[dict[str, Value]] = []
    wrong: list[str] = []
    written = [line for line in text.split("\n") if line.strip()]
    for number, line in enumerate(written, start=1):
        cells = [cell.strip() for cell in line.split(BETWEEN)]
        try:
            if len(cells) > len(parts):
                raise NotRead(_("nhiều hơn %(n)d phần") % {"n": len(parts)})
            cells += [""] * (len(parts) - len(cells))
            rows.append({part.key: _read(part, cell) for part, cell in zip(parts, cells, strict=True)})
        except NotRead as no:
            wrong.append(_("Dòng %(n)d: %(why)s.") % {"n": number, "why": no.args[0]})
    if len(written) > MOST_LINES:
        wrong = [_("Nhiều quá %(n)d dòng.") % {"n": MOST_LINES}]
    return rows, wrong


def _read(part: Part, cell: str) -> Value:
    if part.required and not cell:
        raise NotRead(_("thiếu %(part)s") % {"part": part.label})
    if len(cell) > LONGEST_PART:
        raise NotRead(_("%(part)s dài quá %(n)d chữ") % {"part": part.label, "n": LONGEST_PART})
    return part.read(cell)


def write_lines(parts: Sequence[Part], rows: Sequence[Mapping[str, Value]]) -> str:
    """The lines as they would be typed; empty parts at the end are left out."""
    lines = []
    for row in rows:
        cells = [part.write(row[part.key]) for part in parts]
        while cells and not cells[-1]:
            cells.pop()
        lines.append(f" {BETWEEN} ".join(cells))
    return "\n".join(lines)
