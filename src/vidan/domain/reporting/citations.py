"""Numbers that a text cites by the name of their figure, so that they follow it: `{cases.received}`.

`{name}` is the count, `{name.share}` its share in per cent, `{name.total}` what it is a share of. Words without a dot, such as
`{year}`, are the report's own.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

CITED = re.compile(r"\{([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*)\}")
FORMS = ("share", "total")

NOT_COUNTS = re.compile(
    r"\d{1,2}/\d{1,2}/\d{4}|\d{1,2}/\d{4}|\d+(?:/[\w-]*[^\W\d_][\w-]*)+"
    r"|\b(?:ngày|tháng|năm|quý|điều|khoản|điểm|mục|phần|phụ lục|số|chương|khóa|quận|phường|tổ|giai đoạn)\s+\d+"
    r"|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
"""Numbers that count nothing: days, years, numbers of papers and of articles, names of places."""

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True)
class Filled:
    """A text with its numbers in place, what it cited with how it was shown, and what nobody knows."""

    text: str
    cited: Mapping[str, str]
    unknown: tuple[str, ...]


@dataclass(frozen=True)
class Changed:
    """A cited number that is no longer what it was when the text was written."""

    name: str
    was: str
    now: str


def cited_names(text: str) -> tuple[str, ...]:
    """What a text cites, each once, in the order of the text."""
    return tuple(dict.fromkeys(CITED.findall(text)))


def figure_of(cited: str) -> str:
    """The figure behind a citation; empty for the report's own words."""
    name, _dot, form = cited.rpartition(".")
    if form in FORMS and "." in name:
        return name
    return cited if "." in cited else ""


def fill(text: str, known: Mapping[str, str], *, nought: Collection[str] = (), instead: str = "") -> Filled:
    """The text with every citation replaced by what is known; an unknown one stays as it is written.

    A line all of whose figures read as `nought` is left out: there is nothing to tell. When no line is left, `instead` stands.
    """
    names = cited_names(text)
    cited = {name: known[name] for name in names if name in known}
    unknown = tuple(name for name in names if name not in known)
    lines = [line for line in text.split("\n") if not _tells_nothing(line, known, nought)]
    left = "\n".join(lines) if lines else instead
    return Filled(CITED.sub(lambda hit: known.get(hit[1], hit[0]), left), cited, unknown)


def _tells_nothing(line: str, known: Mapping[str, str], nought: Collection[str]) -> bool:
    readings = [known.get(name, name) for name in cited_names(line) if figure_of(name)]
    return bool(readings) and all(one in nought for one in readings)


def changed(then: Mapping[str, str], now: Mapping[str, str]) -> tuple[Changed, ...]:
    """The figures that a text cites still, and that read otherwise than when it was written; the report's words aside."""
    return tuple(
        Changed(name, then[name], shown)
        for name, shown in now.items()
        if figure_of(name) and name in then and then[name] != shown
    )


def typed_numbers(text: str) -> tuple[str, ...]:
    """Numbers that were typed by hand and will not follow anything; days, years and numbers of papers are none."""
    left = NOT_COUNTS.sub(" ", CITED.sub(" ", text))
    return tuple(dict.fromkeys(NUMBER.findall(left)))
