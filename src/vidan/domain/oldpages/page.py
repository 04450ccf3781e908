"""One page of an old portal: its frame left out, its parts told apart, and what is doubtful about it said.

Old portals put a line with category and moment over the heading, then summary and body, then how often the page was opened
("Số lượt người xem"), lists of newer and older news, and the titles of films. What stands before the first and between the
lists is the portal's frame.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from vidan.domain.oldpages.moments import NoSuchMoment, Told, told_in
from vidan.domain.vietnamese.fold import fold

LONGEST_TITLE, LONGEST_SUMMARY = 200, 500
"""Letters of a heading and of a summary; longer ones are cut, and the page is doubtful."""


class Tag(StrEnum):
    """What a block of a page is."""

    TEXT = "p"
    HEADING = "h2"
    ITEM = "li"
    TABLE = "table"
    PICTURE = "img"


class Doubt(StrEnum):
    """Why a page was taken with doubts."""

    NO_VIEWS = "no_views"
    NO_SUMMARY = "no_summary"
    LONG_TITLE = "long_title"
    LONG_SUMMARY = "long_summary"
    BROKEN_LETTERS = "broken_letters"
    SECOND_PAGE = "second_page"
    PICTURES_LEFT = "pictures_left"


class Unfit(StrEnum):
    """Why a page was refused."""

    NO_MOMENT = "no_moment"
    WRONG_MOMENT = "wrong_moment"
    IN_FUTURE = "in_future"
    NO_TITLE = "no_title"
    NO_BODY = "no_body"


@dataclass(frozen=True)
class Block:
    """One block: its words, the same as HTML (escaped; inline elements only, or a whole table), and where it leads to.

    A picture is a block without words.
    """

    text: str
    html: str
    tag: Tag = Tag.TEXT
    leads_to: str = ""


@dataclass(frozen=True)
class Lead:
    """A title that stood beside the page: a link to look for among what was brought over."""

    title: str
    leads_to: str = ""


@dataclass(frozen=True)
class OldPage:
    """What a page tells; `posted_at` is local time, `views` 0 where the page does not say."""

    posted_at: datetime
    category: str
    title: str
    summary: str
    body: tuple[Block, ...]
    views: int = 0
    newer: tuple[Lead, ...] = ()
    older: tuple[Lead, ...] = ()
    films: tuple[Lead, ...] = ()
    doubts: frozenset[Doubt] = field(default_factory=frozenset)


class NotTaken(Exception):
    """The page is refused; `why` says for which reason."""

    def __init__(self, why: Unfit) -> None:
        super().__init__(why)
        self.why = why


VIEWS = re.compile(r"^(?:so luot (?:nguoi )?xem|luot xem)\s*:?\s*(?P<count>[\d.,]*)")
BROKEN = "\ufffd"


class _Part(StrEnum):
    NEWER = "newer"
    OLDER = "older"
    FRAME = "frame"
    FILMS = "films"


MARKS = {
    "tin moi hon": _Part.NEWER,
    "cac tin moi hon": _Part.NEWER,
    "tin da dua": _Part.OLDER,
    "cac tin da dua": _Part.OLDER,
    "tin cu hon": _Part.OLDER,
    "xem tiep": _Part.FRAME,
    "tim kiem": _Part.FRAME,
    "xem theo ngay": _Part.FILMS,
    "xem theo ngay xem theo ngay": _Part.FILMS,
    "video": _Part.FILMS,
}
"""Lines of the frame, folded, and what follows them."""


def read_page(blocks: Sequence[Block], now: datetime) -> OldPage:
    """What the blocks of a page tell; `now` is local time. Raises NotTaken."""
    blocks = [block for block in blocks if block.text.strip() or block.tag is Tag.PICTURE]
    begins, told = _begin(blocks)
    if told.at > now:
        raise NotTaken(Unfit.IN_FUTURE)
    whole, views, after = _inside(blocks[begins + 1 :])
    inside = [block for block in whole if block.tag is not Tag.PICTURE]
    if not inside:
        raise NotTaken(Unfit.NO_TITLE)
    beside = _beside(after)
    title, summary, body = _parts(inside)
    if not body:
        raise NotTaken(Unfit.NO_BODY)
    doubts = {
        Doubt.NO_VIEWS: views is None,
        Doubt.NO_SUMMARY: not summary,
        Doubt.LONG_TITLE: len(inside[0].text) > LONGEST_TITLE,
        Doubt.LONG_SUMMARY: summary != "" and len(inside[1].text) > LONGEST_SUMMARY,
        Doubt.BROKEN_LETTERS: any(BROKEN in block.text for block in inside),
        Doubt.SECOND_PAGE: any(_tells_a_moment(block.text) for block in inside[1:]),
        Doubt.PICTURES_LEFT: len(inside) < len(whole),
    }
    return OldPage(
        posted_at=told.at,
        category=told.before,
        title=title,
        summary=summary,
        body=tuple(body),
        views=views or 0,
        newer=tuple(beside[_Part.NEWER]),
        older=tuple(beside[_Part.OLDER]),
        films=tuple(beside[_Part.FILMS]),
        doubts=frozenset(doubt for doubt, is_so in doubts.items() if is_so),
    )


def _begin(blocks: Sequence[Block]) -> tuple[int, Told]:
    """Where the line with the moment stands, and what it tells."""
    wrong = False
    for number, block in enumerate(blocks):
        try:
            told = told_in(block.text)
        except NoSuchMoment:
            wrong = True
            continue
        if told is not None:
            return number, told
    raise NotTaken(Unfit.WRONG_MOMENT if wrong else Unfit.NO_MOMENT)


def _inside(blocks: Sequence[Block]) -> tuple[list[Block], int | None, Sequence[Block]]:
    """The blocks of the article, how often it was opened, and the blocks behind."""
    for number, block in enumerate(blocks):
        line = fold(block.text)
        found = VIEWS.match(line)
        if found is not None:
            count, behind = found["count"], blocks[number + 1 :]
            if not count and behind and _number(behind[0].text) is not None:
                return list(blocks[:number]), _number(behind[0].text), behind[1:]
            return list(blocks[:number]), _number(count), behind
        if MARKS.get(line.rstrip(":")) in (_Part.NEWER, _Part.OLDER):
            return list(blocks[:number]), None, blocks[number:]
    return list(blocks), None, ()


def _number(text: str) -> int | None:
    plain = re.sub(r"[.,\s]", "", text)
    return min(int(plain), 2**31 - 1) if plain.isascii() and plain.isdigit() and len(plain) < len(str(2**31)) else None


def _beside(blocks: Sequence[Block]) -> dict[_Part, list[Lead]]:
    told: dict[_Part, list[Lead]] = {part: [] for part in _Part}
    part = _Part.FRAME
    for block in blocks:
        mark = MARKS.get(fold(block.text).rstrip(":"))
        if mark is not None:
            part = mark
        elif title := without_bullet(block.text):
            told[part].append(Lead(title[:LONGEST_TITLE], block.leads_to))
    return told


def _parts(inside: Sequence[Block]) -> tuple[str, str, list[Block]]:
    """Heading, summary and body; a summary that had to be cut stands whole in the body too."""
    title = cut(inside[0].text, LONGEST_TITLE)
    rest = list(inside[1:])
    if not rest[1:] or rest[0].tag is not Tag.TEXT or is_heading(rest[0]):
        return title, "", rest
    summary = cut(rest[0].text, LONGEST_SUMMARY)
    return title, summary, rest if summary != rest[0].text else rest[1:]


def cut(text: str, most: int) -> str:
    """At most so many letters, ending with a whole word and a mark that something follows."""
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _tells_a_moment(text: str) -> bool:
    try:
        return told_in(text) is not None
    except NoSuchMoment:
        return False


NUMBERED = re.compile(r"^(?:[IVX]{1,5}|\d{1,2})[.)]\s+(?P<words>.+)$")
BULLET = re.compile(r"^[-–•·▪*+]\s*(?P<words>.*)$")
LONGEST_HEADING = 120


def is_heading(block: Block) -> bool:
    """Whether a block heads a numbered part: "1. MỤC ĐÍCH"."""
    numbered = NUMBERED.match(block.text)
    return block.tag is Tag.HEADING or bool(
        numbered and len(block.text) <= LONGEST_HEADING and numbered["words"].isupper()
    )


def without_bullet(text: str) -> str:
    """A line without the dot or dash that makes it an item of a list."""
    found = BULLET.match(text.strip())
    return (found["words"] if found else text).strip()


def body_html(blocks: Sequence[Block]) -> str:
    """The body as HTML: headings, paragraphs, lists and tables."""
    return "\n".join(_drawn(blocks))


def _drawn(blocks: Sequence[Block]) -> Iterator[str]:
    items: list[str] = []
    for block in blocks:
        is_item = block.tag is Tag.ITEM or (block.tag is Tag.TEXT and BULLET.match(block.text))
        if items and not is_item:
            yield f"<ul>{''.join(items)}</ul>"
            items = []
        if is_item:
            items.append(f"<li>{without_bullet(block.html)}</li>")
        elif is_heading(block):
            yield f"<h2>{block.html}</h2>"
        elif block.tag is Tag.TABLE:
            yield block.html
        else:
            yield f"<p>{block.html}</p>"
    if items:
        yield f"<ul>{''.join(items)}</ul>"
