"""The copy of a Word or Excel file shows its content and does not tell who made it."""

import zipfile
from io import BytesIO

import openpyxl
import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from tests.foundation.files import samples
from tests.foundation.files.samples import assert_sentence

from vidan.foundation.files import limits, package, refusals
from vidan.foundation.files.clean import cleaned
from vidan.foundation.files.kinds import FileKind
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.files.tell import tell

pytestmark = pytest.mark.once

BODY = "word/document.xml"


def word_copy(body: str) -> bytes:
    """The copy of a document whose body has more in it, by XML."""
    old = samples.part(samples.docx(), BODY).decode()
    data = samples.with_parts(samples.docx(), {BODY: old.replace("<w:body>", f"<w:body>{body}").encode()})
    return cleaned(FileKind.DOCX, data)[0]


@pytest.mark.parametrize(("kind", "data"), [(FileKind.DOCX, samples.docx()), (FileKind.XLSX, samples.xlsx())])
def test_a_copy_loses_authors_comments_and_properties(kind: FileKind, data: bytes) -> None:
    assert samples.CANARY.encode() in samples.everything(data)
    copy, extension = cleaned(kind, data)
    assert extension == kind.value
    plain = samples.everything(copy)
    for trace in (samples.CANARY.encode(), b"docProps", b"comment", b"customXml", b"rsid", b"thumbnail"):
        assert trace not in plain
    assert samples.TEXT.encode() in plain
    assert tell(copy) is kind


def test_word_still_reads_the_copy() -> None:
    opened = Document(BytesIO(cleaned(FileKind.DOCX, samples.docx())[0]))
    assert opened.paragraphs[0].text == samples.TEXT
    assert len(opened.inline_shapes) == 1


def test_excel_still_reads_the_copy() -> None:
    sheet = openpyxl.load_workbook(BytesIO(cleaned(FileKind.XLSX, samples.xlsx())[0])).active
    assert sheet is not None
    assert (sheet["A1"].value, sheet["A2"].value, sheet["A1"].comment) == (samples.TEXT, "=1+1", None)


def test_a_photograph_inside_is_drawn_again_under_a_number() -> None:
    copy = cleaned(FileKind.DOCX, samples.docx())[0]
    with zipfile.ZipFile(BytesIO(copy)) as opened:
        (name,) = [name for name in opened.namelist() if "media" in name]
        with Image.open(BytesIO(opened.read(name))) as kept:
            assert not kept.getexif()
            assert kept.size == (64, 40)


def test_struck_out_words_are_gone_and_added_words_stay() -> None:
    change = 'w:id="1" w:author="Canary" w:date="2018-01-01T00:00:00Z"'
    copy = word_copy(
        f"<w:p><w:del {change}><w:r><w:delText>da bo</w:delText></w:r></w:del>"
        f"<w:ins {change}><w:r><w:t>moi them</w:t></w:r></w:ins></w:p>"
    )
    plain = samples.part(copy, BODY)
    assert b"da bo" not in plain
    assert b"Canary" not in plain
    assert b"moi them" in plain


def test_a_struck_out_row_goes_whole() -> None:
    row = '<w:tr><w:trPr><w:del w:id="1" w:author="C"/></w:trPr><w:tc><w:p><w:r><w:t>hang bo</w:t></w:r></w:p></w:tc></w:tr>'
    kept = "<w:tr><w:tc><w:p><w:r><w:t>hang giu</w:t></w:r></w:p></w:tc></w:tr>"
    plain = samples.part(word_copy(f"<w:tbl>{row}{kept}</w:tbl>"), BODY)
    assert b"hang bo" not in plain
    assert b"hang giu" in plain


def test_a_link_keeps_its_words_and_loses_its_address() -> None:
    relations = samples.part(samples.docx(), "word/_rels/document.xml.rels").decode()
    link = (
        '<Relationship Id="rId99" TargetMode="External" Target="file:///C:/Users/Canary/a.docx" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"/></Relationships>'
    )
    body = samples.part(samples.docx(), BODY).decode()
    body = body.replace(
        "<w:body>", '<w:body><w:p><w:hyperlink r:id="rId99"><w:r><w:t>xem them</w:t></w:r></w:hyperlink></w:p>'
    )
    data = samples.with_parts(
        samples.docx(),
        {"word/_rels/document.xml.rels": relations.replace("</Relationships>", link).encode(), BODY: body.encode()},
    )
    plain = samples.everything(cleaned(FileKind.DOCX, data)[0])
    assert b"xem them" in plain
    assert b"Canary" not in plain
    assert b"rId99" not in plain


def test_a_workbook_forgets_the_path_it_was_saved_at() -> None:
    name = "xl/workbook.xml"
    old = samples.part(samples.xlsx(), name).decode()
    path = '<absPath xmlns="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac" url="C:\\Users\\Canary\\"/>'
    data = samples.with_parts(samples.xlsx(), {name: old.replace("<sheets>", f"{path}<sheets>").encode()})
    assert b"Users" not in samples.part(cleaned(FileKind.XLSX, data)[0], name)


@pytest.mark.parametrize("how", ["part", "type"])
def test_macros_are_refused_with_a_sentence(how: str) -> None:
    changed = {"word/vbaProject.bin": b"macro"}
    if how == "type":
        types = samples.part(samples.docx(), "[Content_Types].xml")
        plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
        changed = {
            "[Content_Types].xml": types.replace(plain, b"application/vnd.ms-word.document.macroEnabled.main+xml"),
        }
    with pytest.raises(NotTaken, match="macro"):
        tell(samples.with_parts(samples.docx(), changed))


def test_a_zip_that_unfolds_too_far_is_refused_before_it_does() -> None:
    swollen = samples.with_parts(samples.docx(), {"word/media/a.bin": bytes(60 * limits.MB)})
    with pytest.raises(NotTaken) as told:
        tell(swollen)
    assert str(told.value) == str(refusals.SWOLLEN)


def test_a_zip_of_too_many_parts_is_refused() -> None:
    with pytest.raises(NotTaken) as told:
        tell(samples.with_parts(samples.docx(), {f"a/{n}": b"" for n in range(limits.MAX_PARTS + 1)}))
    assert str(told.value) == str(refusals.SWOLLEN)


def test_a_plain_archive_is_refused_with_a_sentence() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("a.txt", "a")
    with pytest.raises(NotTaken, match="tệp nén"):
        tell(out.getvalue())


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "word/../../a"])
def test_part_names_that_leave_the_package_are_refused(name: str) -> None:
    with pytest.raises(NotTaken):
        tell(samples.with_parts(samples.docx(), {name: b"a"}))


def test_entities_are_not_expanded() -> None:
    bomb = (
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">'
        b'<!ENTITY c SYSTEM "file:///etc/passwd">]><a>&b;&c;</a>'
    )
    with pytest.raises(NotTaken):
        package.parse_xml(bomb)
    with pytest.raises(NotTaken):
        cleaned(FileKind.DOCX, samples.with_parts(samples.docx(), {BODY: bomb}))


def test_a_picture_bomb_inside_is_left_out() -> None:
    with zipfile.ZipFile(BytesIO(samples.docx())) as opened:
        (name,) = [name for name in opened.namelist() if "media" in name]
    copy = cleaned(FileKind.DOCX, samples.with_parts(samples.docx(), {name: samples.bomb_png()}))[0]
    assert b"media" not in samples.everything(copy)
    assert Document(BytesIO(copy)).paragraphs[0].text == samples.TEXT


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_damaged_package_is_told_cleaned_or_refused_but_never_fails(data: st.DataObject) -> None:
    original = bytearray(data.draw(st.sampled_from([DOCX, XLSX])))
    for _ in range(data.draw(st.integers(1, 20))):
        original[data.draw(st.integers(4, len(original) - 1))] = data.draw(st.integers(0, 255))
    try:
        cleaned(tell(bytes(original)), bytes(original))
    except NotTaken as told:
        assert_sentence(told)


DOCX, XLSX = samples.docx(), samples.xlsx()
