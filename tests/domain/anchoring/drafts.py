"""Drafts for tests of anchoring: well formed; and what drafters do to them, with the truth about every piece."""

from dataclasses import dataclass, replace

from hypothesis import strategies as st

from vidan.domain.anchoring import Keyed, Level, Piece, parents
from vidan.domain.anchoring.outline import ALPHABET

TOLD = (
    "người dân hồ sơ trả kết quả tại nhà cán bộ tiếp nhận thời gian ngày làm việc phường quận ủy ban thông báo miễn phí "
    "người già khuyết tật đăng ký bưu điện điện thoại giấy hẹn chữ ký lệ phí kiểm tra báo cáo tháng quý năm trách nhiệm "
    "phối hợp công khai niêm yết góp ý giám sát khen thưởng kỷ luật kinh phí ngân sách tập huấn máy móc phần mềm"
)
WORDS = TOLD.split()
ROMANS = ("I", "II", "III", "IV", "V", "VI")


@st.composite
def sentences(draw: st.DrawFn, least: int = 6) -> str:
    """A sentence, with a last word that no part of it has."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=least, max_size=30))
    return f"{' '.join(words).capitalize()} hết."


@st.composite
def drafts(draw: st.DrawFn) -> list[Piece]:
    """A draft of chapters, articles, clauses and points, numbered in order."""
    pieces: list[Piece] = []
    if draw(st.booleans()):
        pieces.append(Piece(Level.TEXT, text=draw(sentences())))
    article = 0
    for chapter in range(draw(st.integers(1, 3))):
        pieces.append(Piece(Level.CHAPTER, ROMANS[chapter], draw(st.sampled_from(("QUY ĐỊNH CHUNG", "Cách làm")))))
        for _article in range(draw(st.integers(1, 4))):
            article += 1
            heading = draw(st.sampled_from(("", "Phạm vi", "Trách nhiệm của phường")))
            clauses = draw(st.integers(0, 4))
            text = draw(sentences()) if not clauses or draw(st.booleans()) else ""
            pieces.append(Piece(Level.ARTICLE, str(article), heading, text))
            for clause in range(clauses):
                pieces.append(Piece(Level.CLAUSE, str(clause + 1), text=draw(sentences())))
                pieces += [
                    Piece(Level.POINT, ALPHABET[n], text=draw(sentences())) for n in range(draw(st.integers(0, 2)))
                ]
    return pieces


@dataclass
class Edited:
    """A draft, its next version, and the key that each piece of the next version truly has; none where its words changed."""

    old: list[Keyed]
    new: list[tuple[str | None, Piece]]


@st.composite
def edits(draw: st.DrawFn) -> Edited:
    """A draft and what became of it: pieces put in, taken out, moved, renamed, split, merged, reworded, then renumbered."""
    old = [Keyed(f"k{place}", piece) for place, piece in enumerate(draw(drafts()))]
    new: list[tuple[str | None, Piece]] = [(keyed.key, keyed.piece) for keyed in old]
    for count, edit in enumerate(draw(st.lists(st.sampled_from(sorted(EDITS)), max_size=5))):
        at = draw(st.integers(0, len(new) - 1))
        to = draw(st.integers(0, len(new) - 1))
        EDITS[edit](new, at, to, f"{ROMANS[count]}")
    return Edited(old, renumbered(new))


Rows = list[tuple[str | None, Piece]]


def _leaf(rows: Rows, at: int) -> bool:
    return at + 1 >= len(rows) or parents([piece for _key, piece in rows])[at + 1] != at


def _end(rows: Rows, at: int) -> int:
    """Where the piece with all that stands in it ends."""
    above = parents([piece for _key, piece in rows])
    inside = {at}
    while (end := max(inside) + 1) < len(rows) and above[end] in inside:
        inside.add(end)
    return max(inside) + 1


def insert(rows: Rows, at: int, to: int, mark: str) -> None:
    """A new piece behind one that stands."""
    rows.insert(_end(rows, at), (None, Piece(rows[at][1].level, "1", text=f"Điều khoản mới viết thêm lần {mark} hết.")))


def delete(rows: Rows, at: int, to: int, mark: str) -> None:
    """A piece is gone, with all that stands in it."""
    end = _end(rows, at)
    if end - at < len(rows):
        del rows[at:end]


def move(rows: Rows, at: int, to: int, mark: str) -> None:
    """A piece changes places with all that stands in it, behind another of its level."""
    end = _end(rows, at)
    moved = rows[at:end]
    if not at <= to < end and rows[to][1].level is rows[at][1].level and moved[0][1].level is not Level.TEXT:
        behind = rows[to]
        del rows[at:end]
        place = _end(rows, rows.index(behind))
        rows[place:place] = moved


def rename(rows: Rows, at: int, to: int, mark: str) -> None:
    """Another heading."""
    if rows[at][1].level is not Level.TEXT and rows[at][1].heading:
        rows[at] = (None, replace(rows[at][1], heading=f"Tên mới lần {mark}"))


def reword(rows: Rows, at: int, to: int, mark: str) -> None:
    """A word is put into the text."""
    words = rows[at][1].text.split(" ")
    if len(words) > 3:
        rows[at] = (None, replace(rows[at][1], text=" ".join([*words[:2], f"sửa{mark}", *words[2:]])))


def split(rows: Rows, at: int, to: int, mark: str) -> None:
    """One piece becomes two."""
    words = rows[at][1].text.split(" ")
    if _leaf(rows, at) and len(words) > 6 and rows[at][1].level in {Level.CLAUSE, Level.POINT}:
        rows[at] = (None, replace(rows[at][1], text=" ".join(words[:4])))
        rows.insert(at + 1, (None, replace(rows[at][1], text=" ".join(words[4:]))))


def merge(rows: Rows, at: int, to: int, mark: str) -> None:
    """Two neighbours become one."""
    if at + 1 == len(rows) or not (_leaf(rows, at) and _leaf(rows, at + 1)):
        return
    one, other = rows[at][1], rows[at + 1][1]
    if one.level is other.level and one.text and other.text and not other.heading:
        rows[at : at + 2] = [(None, replace(one, text=f"{one.text} {other.text}"))]


EDITS = {edit.__name__: edit for edit in (insert, delete, move, rename, reword, split, merge)}


def renumbered(rows: Rows) -> Rows:
    """The pieces with numbers in order, as drafters leave them."""
    counts: dict[tuple[Level, int | None], int] = {}
    above = parents([piece for _key, piece in rows])
    numbered: Rows = []
    for (key, piece), within in zip(rows, above, strict=True):
        at = (piece.level, None if piece.level in {Level.CHAPTER, Level.ARTICLE} else within)
        counts[at] = counts.get(at, 0) + 1
        number = "" if piece.level is Level.TEXT else str(counts[at])
        numbered.append((key, replace(piece, number=number)))
    return numbered
