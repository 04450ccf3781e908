"""A wording goes out to Word and comes back the same; what it cannot hold is named; hostile files are refused."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from docx import Document

from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.papers.slots import all_kinds
from vidan.foundation.papers.word import from_word, shown, to_word
from vidan.foundation.papers.wording import filled, original

SETTLE = next(kind for kind in all_kinds() if kind.name == "transfer_settle")
LINES = ("Về [mã hồ sơ] tại [nơi được nói đến], gửi [nơi nhận], hạn [hạn trả lời].", "[bản chuyển]")


def word(*lines: str, change: Callable[[Any], object] = lambda _document: None) -> bytes:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    change(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def refused(data: bytes) -> str:
    with pytest.raises(NotTaken) as told:
        from_word(SETTLE, data)
    return str(told.value)


@pytest.mark.parametrize("kind", all_kinds(), ids=lambda kind: kind.name)
def test_out_to_word_and_back_is_the_same(kind: Any) -> None:
    assert from_word(kind, to_word(kind, original(kind.name))) == original(kind.name)


@pytest.mark.parametrize("kind", all_kinds(), ids=lambda kind: kind.name)
def test_every_original_holds_its_required_slots_and_fills_with_samples(kind: Any) -> None:
    assert filled(kind.name, original(kind.name), kind.sample)


def test_brackets_become_slots_whatever_their_marks_and_however_word_splits_them() -> None:
    def split(document: Any) -> None:
        line = document.add_paragraph("Kính chuyển [ma ")
        line.add_run("HO so").bold = True
        line.add_run("].")

    assert "{code}" in from_word(SETTLE, word(*LINES, change=split)).split("\n\n")[-1]


def test_the_copy_is_always_a_quotation() -> None:
    assert from_word(SETTLE, word(*LINES)).endswith("> {copy}")


def test_braces_that_somebody_types_stay_braces() -> None:
    text = from_word(SETTLE, word(*LINES, "Mục {1} và {code}."))
    assert filled("x", text, SETTLE.sample)[-1].text == "Mục {1} và {code}."
    assert shown(SETTLE, text).endswith("Mục {1} và {code}.")


def test_an_unknown_slot_is_named() -> None:
    assert "[tên người gửi]" in refused(word(*LINES, "Ông [tên người gửi]"))


def test_a_missing_slot_is_named() -> None:
    assert "[hạn trả lời]" in refused(word(LINES[0].replace("[hạn trả lời]", "sớm"), LINES[1]))


def test_an_empty_file_is_refused() -> None:
    assert "không có chữ" in refused(word())


def test_a_table_is_named() -> None:
    assert "bảng" in refused(word(*LINES, change=lambda document: document.add_table(1, 1)))


def parts(data: bytes, **changed: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, changed.pop(name, old.read(name)))
        for name, body in changed.items():
            new.writestr(name, body)
    return file.getvalue()


def main(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return file.read("word/document.xml")


def test_changes_that_wait_for_a_decision_are_named() -> None:
    data = word(*LINES)
    body = main(data).replace(
        b"<w:sectPr", b'<w:p><w:ins w:id="1" w:author="x"><w:r><w:t>a</w:t></w:r></w:ins></w:p><w:sectPr', 1
    )
    assert "chưa chấp nhận" in refused(parts(data, **{"word/document.xml": body}))


def test_macros_are_refused() -> None:
    assert "macro" in refused(parts(word(*LINES), **{"word/vbaProject.bin": b"x"}))


def test_a_bomb_is_refused_before_it_unfolds() -> None:
    bomb = parts(word(*LINES), **{"word/media/image1.png": b"\0" * (240 * 1024 * 1024)})
    assert len(bomb) < 1024 * 1024
    assert refused(bomb)


def test_entities_are_not_expanded() -> None:
    evil = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>' + main(word(*LINES)).split(b"?>", 1)[1]
    assert refused(parts(word(*LINES), **{"word/document.xml": evil}))


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"PK\x03\x04rubbish", b"\xd0\xcf\x11\xe0", b"", b"x" * 11 * 1024 * 1024])
def test_another_kind_of_file_is_refused(data: bytes) -> None:
    assert refused(data)


def test_a_workbook_is_refused() -> None:
    from openpyxl import Workbook

    file = io.BytesIO()
    Workbook().save(file)
    assert "Word" in refused(file.getvalue())
