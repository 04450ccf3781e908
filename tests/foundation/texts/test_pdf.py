import io

import pytest
from PIL import Image
from tests.domain.vietnamese.test_old_codes import encoded
from tests.foundation.texts.documents import docx, pdf

from vidan.domain.anchoring import paths, read_outline
from vidan.domain.vietnamese.old_codes import OldCode
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.texts.read import read_document, read_pdf
from vidan.foundation.texts.refusals import NO_DOCUMENT, SCANNED

DRAFT = [
    "QUY ĐỊNH",
    "Căn cứ Luật Tổ chức chính quyền địa phương và theo đề nghị của Văn phòng Ủy ban nhân dân Quận 2;",
    "Chương I. QUY ĐỊNH CHUNG",
    "Điều 1. Phạm vi",
    (
        "Quy định này nói về việc trả kết quả thủ tục hành chính tại nhà cho người cao tuổi, người khuyết tật nặng sống trên "
        "địa bàn các phường của Quận 2 và trách nhiệm của cơ quan, cán bộ có liên quan."
    ),
    "Điều 2. Người được phục vụ",
    "1. Người từ đủ 70 tuổi sống một mình, có đăng ký thường trú hoặc tạm trú từ sáu tháng trở lên tại phường nơi nộp hồ sơ.",
    "2. Người khuyết tật nặng, gồm:",
    "a) người không tự đi lại được;",
    "b) người không nhìn thấy.",
    *(f"Điều {n}. Việc thứ {n}" for n in range(3, 16)),
]


def test_lines_are_put_together_into_paragraphs() -> None:
    assert read_pdf(pdf(DRAFT)).paragraphs == DRAFT


def test_page_numbers_and_what_stands_on_every_page_are_left_out() -> None:
    assert read_pdf(pdf(DRAFT, header="Dự thảo lần 2")).paragraphs == DRAFT


def test_what_was_read_has_the_articles_of_the_draft() -> None:
    named = paths(read_outline(read_document(pdf(DRAFT)).paragraphs))

    assert named[:7] == [
        "Lời dẫn",
        "Chương I",
        "Điều 1",
        "Điều 2",
        "Điều 2 khoản 1",
        "Điều 2 khoản 2",
        "Điều 2 khoản 2 điểm a",
    ]
    assert named[-1] == "Điều 15"


def test_a_scan_is_refused_with_what_to_do() -> None:
    out = io.BytesIO()
    Image.new("RGB", (200, 300), "white").save(out, "PDF")

    with pytest.raises(NotTaken) as refused:
        read_pdf(out.getvalue())
    assert refused.value.sentence == SCANNED


def test_a_word_file_is_no_pdf() -> None:
    with pytest.raises(NotTaken) as refused:
        read_pdf(docx("Một"))
    assert refused.value.sentence == NO_DOCUMENT


def test_a_damaged_pdf_is_refused() -> None:
    with pytest.raises(NotTaken):
        read_pdf(b"%PDF-1.4\nhong")


@pytest.mark.parametrize("code", OldCode)
def test_a_text_in_an_old_code_is_told_by_its_words_and_put_into_unicode(code: OldCode) -> None:
    lines = [line.replace("Ủy", "Uỷ") for line in DRAFT if "QUY" not in line]  # TCVN3 has no capital with a tone
    read = read_pdf(pdf([encoded(line, code) for line in lines]))
    assert read.codes == {code}
    assert read.paragraphs == lines


def test_a_text_in_unicode_is_left_alone() -> None:
    assert read_pdf(pdf(DRAFT)).codes == frozenset()
