import pytest
from docx.oxml.ns import nsdecls
from tests.foundation.files.samples import docx as any_docx
from tests.foundation.texts.documents import docx, docx_of, spoken, with_part

from vidan.domain.vietnamese.old_codes import OldCode
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.texts.read import read_document, read_docx
from vidan.foundation.texts.refusals import NO_DOCUMENT, NO_WORDS

NS = nsdecls("w")


def paragraph(words: str, before: str = "") -> str:
    return f"<w:p>{before}<w:r><w:t xml:space='preserve'>{words}</w:t></w:r></w:p>"


def numbered(words: str, level: int = 0, number: int = 1) -> str:
    told = f"<w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{number}'/></w:numPr></w:pPr>"
    return paragraph(words, told)


def level(place: int, form: str, text: str, start: int = 1) -> str:
    return f"<w:lvl w:ilvl='{place}'><w:start w:val='{start}'/><w:numFmt w:val='{form}'/><w:lvlText w:val='{text}'/></w:lvl>"


LISTS = (
    "<w:abstractNum w:abstractNumId='0'>"
    + level(0, "decimal", "Điều %1.")
    + level(1, "decimal", "%2.")
    + level(2, "lowerLetter", "%3)")
    + level(3, "decimal", "%2.%4.")
    + "</w:abstractNum>"
    + "<w:abstractNum w:abstractNumId='1'>"
    + level(0, "upperRoman", "Chương %1")
    + level(1, "bullet", "x")
    + "</w:abstractNum>"
    + "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
    + "<w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num>"
    + "<w:num w:numId='3'><w:abstractNumId w:val='0'/>"
    + "<w:lvlOverride w:ilvl='1'><w:startOverride w:val='1'/></w:lvlOverride></w:num>"
)


def test_paragraphs_come_in_their_order() -> None:
    assert read_docx(docx("Điều 1. Một", "1. Hai", "", "a) ba")).paragraphs == ["Điều 1. Một", "1. Hai", "a) ba"]


def test_numbers_that_word_counts_by_itself_are_written_out() -> None:
    body = "".join(
        [
            numbered("QUY ĐỊNH CHUNG", 0, 2),
            numbered("Phạm vi"),
            numbered("Người già", 1),
            numbered("đủ 70 tuổi", 2),
            numbered("ở một mình", 2),
            numbered("con", 3),
            numbered("Người khác", 1),
            numbered("gạch", 1, 2),
            numbered("Thời gian"),
            numbered("Năm ngày", 1),
        ]
    )

    assert read_docx(docx_of(body, LISTS)).paragraphs == [
        "Chương I QUY ĐỊNH CHUNG",
        "Điều 1. Phạm vi",
        "1. Người già",
        "a) đủ 70 tuổi",
        "b) ở một mình",
        "1.1. con",
        "2. Người khác",
        "- gạch",
        "Điều 2. Thời gian",
        "1. Năm ngày",
    ]


def test_a_list_may_begin_anew() -> None:
    body = numbered("một", 1) + numbered("hai", 1) + numbered("lại một", 1, 3) + numbered("lại hai", 1, 3)

    assert read_docx(docx_of(body, LISTS)).paragraphs == ["1. một", "2. hai", "1. lại một", "2. lại hai"]


def test_a_number_may_come_from_the_style_of_a_paragraph() -> None:
    styles = (
        "<w:styles xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
        "<w:style w:styleId='Dieu'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
        "<w:style w:styleId='DieuCon'><w:basedOn w:val='Dieu'/></w:style></w:styles>"
    )
    body = paragraph("Một", "<w:pPr><w:pStyle w:val='Dieu'/></w:pPr>")
    body += paragraph("Hai", "<w:pPr><w:pStyle w:val='DieuCon'/></w:pPr>")

    assert read_docx(with_part(docx_of(body, LISTS), "word/styles.xml", styles)).paragraphs == [
        "Điều 1. Một",
        "Điều 2. Hai",
    ]


@pytest.mark.parametrize(
    "styles",
    [
        "<w:style w:styleId='A'><w:basedOn w:val='A'/></w:style>",
        "<w:style w:styleId='A'><w:basedOn w:val='B'/></w:style><w:style w:styleId='B'><w:basedOn w:val='A'/></w:style>",
    ],
)
def test_styles_that_lead_in_a_circle_end(styles: str) -> None:
    styles = f"<w:styles xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>{styles}</w:styles>"
    body = paragraph("Một", "<w:pPr><w:pStyle w:val='A'/></w:pPr>")

    assert read_docx(with_part(docx_of(body, LISTS), "word/styles.xml", styles)).paragraphs == ["Một"]


def test_deleted_words_are_left_out_and_inserted_ones_read() -> None:
    body = (
        "<w:p><w:r><w:t xml:space='preserve'>Trong </w:t></w:r>"
        "<w:del><w:r><w:delText>5</w:delText></w:r></w:del><w:ins><w:r><w:t>7</w:t></w:r></w:ins>"
        "<w:moveFrom><w:r><w:t>cũ</w:t></w:r></w:moveFrom><w:r><w:t xml:space='preserve'> ngày</w:t></w:r></w:p>"
    )

    assert read_docx(docx_of(body)).paragraphs == ["Trong 7 ngày"]


def test_two_paragraphs_whose_boundary_was_deleted_are_one() -> None:
    body = paragraph("Một ", "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>") + paragraph("hai")

    assert read_docx(docx_of(body)).paragraphs == ["Một hai"]


def test_hidden_words_and_field_codes_are_left_out() -> None:
    body = (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>hiện</w:t></w:r></w:p>"
    )

    assert read_docx(docx_of(body)).paragraphs == ["hiện"]


def test_a_row_of_a_table_is_one_line() -> None:
    cell = "<w:tc>{}</w:tc>"
    row = (
        "<w:tr>"
        + cell.format(paragraph("ỦY BAN") + paragraph("QUẬN 2"))
        + cell.format(paragraph("CỘNG HÒA"))
        + "</w:tr>"
    )

    assert read_docx(docx_of(f"<w:tbl>{row}</w:tbl>{paragraph('Sau')}")).paragraphs == [
        "ỦY BAN QUẬN 2 | CỘNG HÒA",
        "Sau",
    ]


def test_a_break_inside_a_paragraph_is_a_line() -> None:
    body = "<w:p><w:r><w:t>Chương I</w:t><w:br/><w:t>CHUNG</w:t></w:r></w:p>"

    assert read_docx(docx_of(body)).paragraphs == ["Chương I\nCHUNG"]


def test_what_is_no_word_document_is_refused_with_its_sentence() -> None:
    with pytest.raises(NotTaken) as refused:
        read_document(b"\x89PNG\r\n\x1a\n" + b"\0" * 40)
    assert refused.value.sentence == NO_DOCUMENT
    with pytest.raises(NotTaken, match="kiểu cũ"):
        read_document(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)


def test_an_empty_document_is_refused() -> None:
    with pytest.raises(NotTaken) as refused:
        read_docx(docx("", " "))
    assert refused.value.sentence == NO_WORDS


def test_broken_parts_are_refused() -> None:
    for part in ("word/document.xml", "word/numbering.xml", "word/styles.xml"):
        with pytest.raises(NotTaken):
            read_docx(with_part(docx("Một"), part, "<w:broken"))


def test_comments_are_not_read() -> None:
    assert all("Canary" not in line for line in read_docx(any_docx()).paragraphs)


def test_words_in_fonts_of_old_codes_are_put_into_unicode_and_that_is_told() -> None:
    body = (
        f"<w:p>{spoken('§iÒu 1. Tr¸ch nhiÖm', '.VnTime')}</w:p>"
        f"<w:p>{spoken('Uû ban nh©n d©n', '.VnTimeH')}{spoken(' Quận 2', 'Times New Roman')}</w:p>"
        f"<w:p>{spoken('Coäng ho', 'VNI-Times')}{spoken('øa', 'VNI-Times')}</w:p>"
    )
    read = read_docx(docx_of(body))
    assert read.paragraphs == ["Điều 1. Trách nhiệm", "UỶ BAN NHÂN DÂN Quận 2", "Cộng hòa"]
    assert read.codes == {OldCode.TCVN3, OldCode.VNI}
    assert "TCVN3 (ABC), VNI" in read.converted


def test_the_font_may_come_from_a_style_and_what_it_is_based_on() -> None:
    styles = (
        f"<w:styles {NS}><w:style w:type='paragraph' w:styleId='Cu'><w:rPr><w:rFonts w:ascii='.VnTime'/></w:rPr></w:style>"
        "<w:style w:type='paragraph' w:styleId='Moi'><w:basedOn w:val='Cu'/></w:style></w:styles>"
    )
    body = paragraph("§iÒu 1. Tr¸ch nhiÖm", "<w:pPr><w:pStyle w:val='Moi'/></w:pPr>") + paragraph("Điều 2")
    read = read_docx(with_part(docx_of(body), "word/styles.xml", styles))
    assert read.paragraphs == ["Điều 1. Trách nhiệm", "Điều 2"]


def test_unicode_words_in_a_font_of_an_old_code_stay_as_they_are() -> None:
    words = "Khá nhiều người dân được trả kết quả tại nhà"
    read = read_docx(docx_of(f"<w:p>{spoken(words, '.VnTime')}</w:p>"))
    assert (read.paragraphs, read.codes, read.converted) == ([words], frozenset(), "")
