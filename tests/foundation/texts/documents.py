"""Word and PDF files with a text, made for tests."""

import io
import zipfile
from collections.abc import Sequence
from typing import Any

import typst
from django.conf import settings
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls


def docx(*paragraphs: str) -> bytes:
    """A Word file of plain paragraphs."""
    document = Document()
    for words in paragraphs:
        document.add_paragraph(words)
    return saved(document)


def docx_of(body: str, numbering: str = "") -> bytes:
    """A Word file whose body, and lists, are given as WordprocessingML."""
    document = Document()
    for element in parse_xml(f"<w:body {nsdecls('w')}>{body}</w:body>"):
        document.element.body.insert(len(document.element.body) - 1, element)
    data = saved(document)
    return (
        with_part(data, "word/numbering.xml", f"<w:numbering {nsdecls('w')}>{numbering}</w:numbering>")
        if numbering
        else data
    )


def spoken(words: str, font: str = "", style: str = "") -> str:
    """One run, with a font or a style of its own."""
    own = f"<w:rFonts w:ascii='{font}' w:hAnsi='{font}'/>" if font else ""
    told = f"<w:rPr>{f'<w:rStyle w:val={style!r}/>' if style else ''}{own}</w:rPr>"
    return f"<w:r>{told}<w:t xml:space='preserve'>{words}</w:t></w:r>"


def saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_part(data: bytes, name: str, content: str) -> bytes:
    """A package with one part in place of its own."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as was, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for entry in was.namelist():
            if entry != name:
                made.writestr(entry, was.read(entry))
        made.writestr(name, content)
    return out.getvalue()


def pdf(paragraphs: Sequence[str], *, header: str = "") -> bytes:
    """A PDF of paragraphs as Word lays them out, with page numbers, and a header on each page if one is given."""
    head = f"header: [{header}], " if header else ""
    setting = f'#set page(width: 14cm, height: 12cm, numbering: "1", {head})\n#set text(lang: "vi", size: 12pt)\n'
    words = "\n\n".join("#text(" + _quoted(paragraph) + ")" for paragraph in paragraphs)
    source: Any = (setting + words).encode()  # the library's own stubs know no bytes
    made: bytes = typst.compile(source, font_paths=[settings.DATA_FOLDER / "fonts"], ignore_system_fonts=True)
    return made


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
