"""A whole article out of a Word file: its words with headings, lists and tables; pictures are added apart."""

from io import BytesIO
from typing import TYPE_CHECKING

import mammoth

from vidan.foundation.files.clean import cleaned as checked
from vidan.foundation.files.kinds import FileKind
from vidan.foundation.files.limits import check_size
from vidan.foundation.files.refusals import DAMAGED, NotTaken
from vidan.foundation.texts.document import converted
from vidan.foundation.texts.read import kind_told
from vidan.foundation.texts.refusals import NO_WORD_FILE
from vidan.foundation.texts.word_unicode import in_unicode
from vidan.outreach.article_text import cleaned, words_of
from vidan.outreach.services.write_article import Written

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

STYLES = """
p[style-name='Title'] => h2:fresh
p[style-name='Heading 1'] => h2:fresh
p[style-name='Heading 2'] => h3:fresh
p[style-name='Heading 3'] => h3:fresh
p[style-name='Quote'] => blockquote:fresh
"""
LONGEST_TITLE, LONGEST_SUMMARY = 200, 500


def brought(upload: "UploadedFile[bytes]", category: str) -> tuple[Written, str]:
    """The article that a Word file holds, its first line the heading, the next one the summary; and what was done to its words.

    Words in old fonts are put into Unicode. Raises NotTaken.
    """
    upload.seek(0)
    data = upload.read()
    if kind_told(data, NO_WORD_FILE) is not FileKind.DOCX:
        raise NotTaken(NO_WORD_FILE)
    check_size(FileKind.DOCX, len(data))
    checked(FileKind.DOCX, data)  # swollen, locked and macro-carrying packages are refused there
    read, codes = in_unicode(data)
    try:
        told = mammoth.convert_to_html(
            BytesIO(read), style_map=STYLES, ignore_empty_paragraphs=True, convert_image=lambda _image: []
        )
    except Exception as broken:  # hostile input: the reader raises what it likes
        raise NotTaken(DAMAGED) from broken
    body = cleaned(str(told.value))
    lines = words_of(body).split("\n")
    title = lines[0] if lines else ""
    if not title:
        raise NotTaken(DAMAGED)
    rest = body.split("\n", 1)[1] if len(title) <= LONGEST_TITLE and "\n" in body else body
    summary = words_of(rest).split("\n")[0]
    return Written(title[:LONGEST_TITLE], summary[:LONGEST_SUMMARY], rest, category), converted(codes)
