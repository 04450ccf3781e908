import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.anchoring.drafts import drafts

from vidan.domain.anchoring import Level, Piece, as_paragraphs, parents, paths, read_outline

T, PA, CH, SE, AR, CL, PO = Level


@pytest.mark.parametrize(
    ("line", "piece"),
    [
        ("Phần I. Việc chung", Piece(PA, "I", "Việc chung")),
        ("PHẦN THỨ NHẤT", Piece(PA, "thứ nhất")),
        ("Phần thứ hai: NHIỆM VỤ", Piece(PA, "thứ hai", "NHIỆM VỤ")),
        ("PHẦN THỨ HAI NHIỆM VỤ", Piece(PA, "thứ hai", "NHIỆM VỤ")),
        ("A. ĐẶC ĐIỂM", Piece(PA, "A", "ĐẶC ĐIỂM")),
        ("Chương I. Quy định chung", Piece(CH, "I", "Quy định chung")),
        ("CHƯƠNG IV – CÁCH LÀM", Piece(CH, "IV", "CÁCH LÀM")),
        ("Chương 2 CÁCH LÀM", Piece(CH, "2", "CÁCH LÀM")),
        ("Mục 1. Nhận hồ sơ", Piece(SE, "1", "Nhận hồ sơ")),
        ("II. MỤC ĐÍCH, YÊU CẦU", Piece(SE, "II", "MỤC ĐÍCH, YÊU CẦU")),
        ("Điều 5. Tên điều", Piece(AR, "5", "Tên điều")),
        ("ĐIỀU 12: Tên điều", Piece(AR, "12", "Tên điều")),
        ("Điều 5a.  Tên  điều", Piece(AR, "5a", "Tên điều")),
        ("Điều 2. Quyết định có hiệu lực từ ngày ký.", Piece(AR, "2", "", "Quyết định có hiệu lực từ ngày ký.")),
        ("1. Người già", Piece(CL, "1", text="Người già")),
        ("2) Người già", Piece(CL, "2", text="Người già")),
        ("3.Người già", Piece(CL, "3", text="Người già")),
        ("3a. Người già", Piece(CL, "3a", text="Người già")),
        ("a) người già;", Piece(PO, "a", text="người già;")),
        ("đ) người già;", Piece(PO, "đ", text="người già;")),
        ("e. người già;", Piece(PO, "e", text="người già;")),
        ("f) người già;", Piece(PO, "f", text="người già;")),
        ("1.2. Người già", Piece(PO, "1.2", text="Người già")),
        ("PHỤ LỤC II", Piece(T, heading="PHỤ LỤC II")),
        # words that only look like a beginning
        ("Chương I của Quy định này", Piece(T, text="Chương I của Quy định này")),
        ("Mục 1 Chương II được sửa", Piece(T, text="Mục 1 Chương II được sửa")),
        ("Điều 5 của Quy định này", Piece(T, text="Điều 5 của Quy định này")),
        ("15.000 đồng một lần", Piece(T, text="15.000 đồng một lần")),
        ("2018. Năm ấy", Piece(T, text="2018. Năm ấy")),
        ("é) không có chữ này", Piece(T, text="é) không có chữ này")),
        ("- một gạch đầu dòng", Piece(T, text="- một gạch đầu dòng")),
    ],
)
def test_a_line_begins_the_piece_that_its_number_says(line: str, piece: Piece) -> None:
    assert read_outline([line]) == [piece]


def test_a_chapter_takes_its_title_from_the_lines_below_while_they_are_in_capitals() -> None:
    read = read_outline(["CHƯƠNG I", "QUY ĐỊNH", "CHUNG", "Lời nói đầu chương."])

    assert read == [Piece(CH, "I", "QUY ĐỊNH CHUNG", "Lời nói đầu chương.")]


def test_unnumbered_paragraphs_belong_to_the_piece_before_them() -> None:
    read = read_outline(["Điều 1. Tên", "Một.", "Hai.", "1. Khoản", "- gạch"])

    assert read == [Piece(AR, "1", "Tên", "Một.\nHai."), Piece(CL, "1", text="Khoản\n- gạch")]


def test_words_before_the_first_number_and_from_the_signature_on_are_texts() -> None:
    read = read_outline(["Căn cứ Luật;", "Theo đề nghị;", "Điều 1. Tên", "Nơi nhận:", "1. Như Điều 1;", "TM. ỦY BAN"])

    assert read == [
        Piece(T, text="Căn cứ Luật;\nTheo đề nghị;"),
        Piece(AR, "1", "Tên"),
        Piece(T, text="Nơi nhận:\n1. Như Điều 1;\nTM. ỦY BAN"),
    ]


def test_a_text_attached_after_the_signature_has_its_articles_again() -> None:
    read = read_outline(["Điều 1. Tên", "TM. ỦY BAN NHÂN DÂN", "QUY ĐỊNH", "Điều 1. Khác", "1. Khoản"])

    assert [piece.level for piece in read] == [AR, T, AR, CL]
    assert paths(read) == ["Điều 1", "Lời kết", "Điều 1 (2)", "Điều 1 (2) khoản 1"]


def test_new_wording_quoted_in_an_amending_text_begins_nothing() -> None:
    read = read_outline(["1. Sửa Điều 5 như sau:", "“Điều 5. Mới", "1. Khoản mới", "a) điểm mới”.", "2. Tiếp"])

    assert [piece.number for piece in read] == ["1", "2"]


def test_a_quotation_that_never_closes_swallows_nothing() -> None:
    assert [piece.number for piece in read_outline(["1. Gọi là “hồ sơ", "2. Tiếp"])] == ["1", "2"]


def test_a_plan_without_articles_is_read_by_its_own_numbers() -> None:
    read = read_outline(["KẾ HOẠCH", "I. MỤC ĐÍCH", "1. Một", "a) hai", "- ba", "II. TỔ CHỨC", "1. Bốn"])

    assert paths(read) == [
        "Lời dẫn",
        "Mục I",
        "Mục I khoản 1",
        "Mục I khoản 1 điểm a",
        "Mục II",
        "Mục II khoản 1",
    ]


def test_a_text_without_any_number_is_one_piece() -> None:
    assert read_outline(["Một.", "Hai."]) == [Piece(T, text="Một.\nHai.")]


def test_nothing_is_read_from_nothing() -> None:
    assert read_outline(["", "  ", "\u200b"]) == []


def test_a_piece_is_named_by_article_clause_and_point() -> None:
    lines = ["Chương I", "CHUNG", "Mục 1. Một", "Điều 5. Tên", "2. Khoản", "a) điểm", "PHỤ LỤC I"]

    assert paths(read_outline(lines)) == [
        "Chương I",
        "Chương I Mục 1",
        "Điều 5",
        "Điều 5 khoản 2",
        "Điều 5 khoản 2 điểm a",
        "Phụ lục I",
    ]


def test_a_piece_stands_in_the_nearest_wider_one() -> None:
    read = read_outline(["Lời", "Chương I", "CHUNG", "Điều 1. Tên", "a) điểm", "1. khoản", "a) điểm", "Điều 2. Tên"])

    assert parents(read) == [None, None, 1, 2, 2, 4, 1]


@given(drafts())
def test_what_is_written_out_is_read_back_the_same(pieces: list[Piece]) -> None:
    assert read_outline(as_paragraphs(pieces)) == pieces


@given(drafts())
def test_every_piece_has_a_name_of_its_own(pieces: list[Piece]) -> None:
    assert len(set(paths(pieces))) == len(pieces)


@given(st.lists(st.text(alphabet="ĐđiềuChươngMục I1aà2.):;“”\n\u00a0\x00\ud800", max_size=40), max_size=20))
def test_any_letters_are_read_into_something_that_loses_no_word(lines: list[str]) -> None:
    read = read_outline(lines)

    assert sum(len(piece.text) + len(piece.heading) for piece in read) <= sum(map(len, lines)) + len(lines)
    assert len(paths(read)) == len(parents(read)) == len(read)
