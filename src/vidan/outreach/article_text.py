"""The text of an article: the one place where what was typed, pasted or brought from Word becomes HTML that may be shown."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import nh3

from vidan.foundation.intake.fields import clean_text

if TYPE_CHECKING:
    from vidan.outreach.models import ArticlePicture

BLOCKS = frozenset({"p", "h2", "h3", "ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr", "th", "td"})
TAGS = BLOCKS | {"strong", "em", "a", "br"}
RENAMED = {"b": "strong", "i": "em", "h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3", "div": "p"}
ATTRIBUTES = {"a": {"href"}, "th": {"colspan", "rowspan"}, "td": {"colspan", "rowspan"}}
SCHEMES = {"http", "https", "mailto"}
NOT_EVEN_WORDS = {
    "script",
    "style",
    "title",
    "xml",
    "svg",
    "math",
    "template",
    "noscript",
    "iframe",
    "object",
    "select",
}
"""Elements whose content goes with them: it was never meant to be read."""

LOOKS_LIKE_HTML = re.compile(rf"</?(?:{'|'.join(TAGS | set(RENAMED) | {'span', 'font'})})\b[^>]*>", re.IGNORECASE)
OLD_NAME = re.compile(rf"<(/?)({'|'.join(RENAMED)})>")
EMPTY = re.compile(r"<(p|h2|h3|strong|em|li|ul|ol|blockquote)>(?:\s|<br>)*</\1>")
DEEPEST_EMPTY = 4
NO_LINK = re.compile(r"<a>(.*?)</a>", re.DOTALL)
BULLET = re.compile(r"<p>\s*[·•▪\uf0b7§]\s*(.*?)</p>", re.DOTALL)
BULLETS = re.compile(r"(?:<p>\s*[·•▪\uf0b7§].*?</p>\s*)+", re.DOTALL)
PLACE = re.compile(r"<p>\s*\[(?:ảnh )?(\d{1,2})\]\s*</p>", re.IGNORECASE)


def cleaned(typed: str) -> str:
    """HTML of the allowed elements only, whatever came in; plain text becomes paragraphs, lists and headings."""
    if not LOOKS_LIKE_HTML.search(typed):
        return _tidy(_from_plain(clean_text(typed)))
    wide = _allowed(typed, TAGS | set(RENAMED))
    renamed = OLD_NAME.sub(lambda found: f"<{found[1]}{RENAMED[found[2]]}>", wide)
    return _allowed(_tidy(_allowed(renamed, TAGS)), TAGS)


def words_of(body: str) -> str:
    """The words of a cleaned body, a line a block: for searching and comparing."""
    reader = _Words()
    reader.feed(body)
    reader.close()
    return "\n".join(line for line in (" ".join(one.split()) for one in "".join(reader.told).split("\n")) if line)


@dataclass(frozen=True)
class Part:
    """A stretch of the body, or one of the pictures that stands where the writer put its mark."""

    html: str = ""
    picture: "ArticlePicture | None" = None


def parts_of(body: str, pictures: Sequence["ArticlePicture"]) -> list[Part]:
    """A body with its pictures where `[ảnh 2]` stands; pictures without a mark: the first on top, the others below."""
    placed = {int(number) for number in PLACE.findall(body) if 1 <= int(number) <= len(pictures)}
    rest = [Part(picture=one) for number, one in enumerate(pictures, start=1) if number not in placed]
    return [*rest[:1], *_in_place(body, pictures), *rest[1:]]


def _in_place(body: str, pictures: Sequence["ArticlePicture"]) -> Iterator[Part]:
    for number, piece in enumerate(PLACE.split(body)):
        if number % 2 and 1 <= int(piece) <= len(pictures):
            yield Part(picture=pictures[int(piece) - 1])
        elif number % 2 == 0 and piece.strip():
            yield Part(html=piece)


def _allowed(html: str, tags: frozenset[str] | set[str]) -> str:
    return nh3.clean(
        html,
        tags=set(tags),
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        clean_content_tags=NOT_EVEN_WORDS,
        link_rel=None,
        strip_comments=True,
    )


def _tidy(html: str) -> str:
    """Without what Word leaves behind: hard spaces, empty paragraphs, dots that stand for a list."""
    html = re.sub(r"[ \t\n]+", " ", clean_text(html.replace("&nbsp;", " ").replace("\xa0", " ")))
    html = BULLETS.sub(lambda found: "<ul>" + BULLET.sub(r"<li>\1</li>", found[0]) + "</ul>", html)
    html = NO_LINK.sub(r"\1", html)
    for _pass in range(DEEPEST_EMPTY):
        html = EMPTY.sub("", html)
    return re.sub(r"(</(?:p|h2|h3|ul|ol|li|blockquote|table|tr)>)\s*", r"\1\n", html).strip()


def _from_plain(text: str) -> str:
    """Plain paragraphs: a line each; `## ` begins a heading, `- ` an item of a list."""
    told: list[str] = []
    for line in filter(None, (one.strip() for one in text.split("\n"))):
        if line.startswith("## "):
            told.append(f"<h2>{escape(line[3:])}</h2>")
        elif line.startswith("- "):
            told.append(f"<p>•{escape(line[2:])}</p>")
        else:
            told.append(f"<p>{escape(line)}</p>")
    return "".join(told)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    def handle_data(self, data: str) -> None:
        self.told.append(data)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in BLOCKS or tag == "br":
            self.told.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self.told.append("\n")
