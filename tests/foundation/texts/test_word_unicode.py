"""A Word file in old fonts, written anew in Unicode."""

import io

import pytest
from docx import Document
from tests.foundation.texts.documents import docx, docx_of, saved, spoken, with_part

from vidan.domain.vietnamese.old_codes import OldCode
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.texts.word_unicode import in_unicode


def runs_of(data: bytes) -> list[list[str]]:
    return [[run.text for run in one.runs] for one in Document(io.BytesIO(data)).paragraphs]


def test_each_run_keeps_its_own_words() -> None:
    runs = spoken("Tr¸ch ", ".VnTime") + spoken("nhiÖm", ".VnTime") + spoken(" Quận 2", "Times New Roman")
    read, codes = in_unicode(docx_of(f"<w:p>{runs}</w:p>"))
    assert runs_of(read)[0] == ["Trách ", "nhiệm", " Quận 2"]
    assert codes == {OldCode.TCVN3}


def test_a_mark_goes_to_the_run_of_its_letter() -> None:
    runs = spoken("Coäng ho", "VNI-Times") + spoken("øa", "VNI-Times") + spoken(" xaõ hoäi", "VNI-Times")
    read, _codes = in_unicode(docx_of(f"<w:p>{runs}</w:p>"))
    assert runs_of(read)[0] == ["Cộng hòa", "", " xã hội"]


def test_a_font_of_capitals_makes_capitals() -> None:
    read, _codes = in_unicode(docx_of(f"<w:p>{spoken('Uû ban nh©n d©n', '.VnTimeH')}</w:p>"))
    assert runs_of(read)[0] == ["UỶ BAN NHÂN DÂN"]


def test_how_words_look_stays() -> None:
    document = Document()
    run = document.add_paragraph().add_run("Tr¸ch nhiÖm cña Ban")
    run.bold, run.font.name = True, ".VnTime"
    read, _codes = in_unicode(saved(document))
    made = Document(io.BytesIO(read)).paragraphs[0].runs[0]
    assert (made.text, made.bold) == ("Trách nhiệm của Ban", True)


@pytest.mark.parametrize("words", ["Trách nhiệm", "Khá nhiều người dân được trả kết quả tại nhà"])
def test_a_file_in_unicode_stays_the_same_file(words: str) -> None:
    for data in (docx(words), docx_of(f"<w:p>{spoken(words, '.VnTime')}</w:p>")):
        assert in_unicode(data) == (data, frozenset())


def test_a_file_without_a_body_is_refused() -> None:
    broken = with_part(docx("Một"), "word/document.xml", "<other/>")
    with pytest.raises(NotTaken):
        in_unicode(broken)
