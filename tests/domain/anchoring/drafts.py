"""Drafts for tests of anchoring: well formed, with words that tell the pieces apart."""

from hypothesis import strategies as st

from vidan.domain.anchoring import Level, Piece
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
    """A sentence that no other is likely to equal."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=least, max_size=30))
    return f"{' '.join(words).capitalize()}."


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
