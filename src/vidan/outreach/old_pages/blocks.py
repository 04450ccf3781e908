"""The file of an old page, HTML or plain text of any Vietnamese encoding, as blocks in the order in which they are read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape, unescape
from urllib.parse import urlsplit

from lxml import etree, html

from vidan.domain.oldpages.page import Block, Tag
from vidan.domain.vietnamese.encodings import read_bytes, read_text

IS_HTML = re.compile(r"<(?:!doctype html|html|head|body|table|div|p|br|span|font|meta)\b", re.IGNORECASE)
ENTITY = re.compile(r"&(?!(?:lt|gt|amp|quot|apos|nbsp|#3[489]|#6[02]|#x2[267]|#x3[ce]);)#?\w{1,8};", re.IGNORECASE)
"""A letter written as an entity; those that HTML itself needs stay."""

ADDRESSES = (
    re.compile(r"<!--\s*saved from url=\(\d+\)(\S{1,800})\s", re.IGNORECASE),
    re.compile(r"<link\b[^>]*rel=[\"']?canonical[\"']?[^>]*href=[\"']([^\"']{1,800})", re.IGNORECASE),
    re.compile(r"<meta\b[^>]*property=[\"']og:url[\"'][^>]*content=[\"']([^\"']{1,800})", re.IGNORECASE),
)
"""Where a saved page says from which address it was taken."""

NEVER_READ = frozenset(
    {"script", "style", "noscript", "head", "select", "iframe", "object", "template", "svg", "button"}
)
KEPT_INLINE = {"b": "strong", "strong": "strong", "i": "em", "em": "em"}
HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
BREAKS = HEADINGS | {
    *("p", "div", "br", "hr", "h1", "li", "ul", "ol", "dl", "dt", "dd", "table", "tbody", "tr", "td", "th"),
    *("center", "blockquote", "section", "article", "header", "footer", "form", "fieldset", "pre", "main", "nav"),
}
LONGEST_CELL = 300
"""Letters of a cell of figures; one that holds more is part of the portal's frame of tables."""

LARGEST_PAGE = 2 * 1024 * 1024


@dataclass(frozen=True)
class Shown:
    """What a file holds: its blocks, the address that it names, and whether its letters are in doubt."""

    blocks: list[Block]
    address: str = ""
    in_doubt: bool = False


def shown(data: bytes) -> Shown:
    """A file taken apart; bytes that are no text give no blocks."""
    if b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Shown([])
    read = read_bytes(data)
    if not IS_HTML.search(read.text[:20_000]):
        lines = [" ".join(line.split()) for line in read.text.splitlines()]
        return Shown([Block(line, escape(line)) for line in lines if line], in_doubt=bool(read.doubts))
    again = read_text(ENTITY.sub(lambda found: unescape(found[0]), read.text))
    try:
        root = html.document_fromstring(again.text.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError, AssertionError):
        return Shown([])
    walk = _Walk()
    walk.through(root)
    walk.end_block()
    return Shown(walk.blocks, _address(again.text), bool(read.doubts or again.doubts))


def _address(text: str) -> str:
    """Path and question of the address that a page names."""
    for pattern in ADDRESSES:
        if found := pattern.search(text):
            return address_of(unescape(found[1]))
    return ""


def address_of(url: str) -> str:
    """Path and question of an address, as the server is asked for it; nothing for what is none, or for the front page."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    return path if path.startswith("/") and path != "/" and path.isprintable() else ""


@dataclass
class _Walk:
    """Goes through a page once; `text` and `html` are the block that is being gathered."""

    blocks: list[Block] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    drawn: list[str] = field(default_factory=list)
    leads_to: str = ""
    tag: Tag = Tag.TEXT

    def through(self, element: "etree._Element") -> None:
        name = element.tag if isinstance(element.tag, str) else ""
        if not name or name in NEVER_READ:
            return
        if name == "img":
            self.blocks.append(Block("", "", Tag.PICTURE))
        if name == "table" and (table := _of_figures(element)) is not None:
            self.end_block()
            self.blocks.append(table)
            return
        if name in BREAKS:
            self.end_block()
            self.tag = Tag.HEADING if name in HEADINGS else Tag.ITEM if name == "li" else self.tag
        self._inside(element, name)
        if name in BREAKS:
            self.end_block()
            self.tag = Tag.TEXT

    def end_block(self) -> None:
        """Keep what was gathered as a block of its own."""
        text = " ".join("".join(self.text).split())
        if text:
            self.blocks.append(Block(text, " ".join("".join(self.drawn).split()), self.tag, self.leads_to))
        self.text, self.drawn, self.leads_to = [], [], ""

    def _inside(self, element: "etree._Element", name: str) -> None:
        kept, href = KEPT_INLINE.get(name, ""), str(element.get("href") or "")
        if name == "a" and _leads_on(href):
            self.leads_to = self.leads_to or href
        if kept:
            self.drawn.append(f"<{kept}>")
        self._says(element.text)
        for child in element:
            self.through(child)
            self._says(child.tail)
        if kept:
            self.drawn.append(f"</{kept}>")

    def _says(self, words: str | None) -> None:
        if words:
            self.text.append(words)
            self.drawn.append(escape(words))


def _leads_on(href: str) -> bool:
    """Whether a link leads to a page."""
    try:
        return urlsplit(href).scheme in ("", "http", "https") and bool(href.strip("# "))
    except ValueError:
        return False


def _of_figures(table: "etree._Element") -> Block | None:
    """A table of figures as a block; None for the tables by which old portals laid out their pages."""
    rows = [list(_cells(row)) for row in table.iter("tr")]
    if (
        not rows[1:]
        or not any(row[1:] for row in rows)
        or next(table.iterdescendants("table", "ul", "h1", "h2"), None) is not None
    ):
        return None
    if any(len(cell) > LONGEST_CELL for row in rows for cell in row):
        return None
    drawn = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows if row)
    return Block(" ".join(cell for row in rows for cell in row), f"<table><tbody>{drawn}</tbody></table>", Tag.TABLE)


def _cells(row: "etree._Element") -> Iterator[str]:
    for cell in row:
        if cell.tag in ("td", "th"):
            yield " ".join("".join(map(str, cell.itertext())).split())
