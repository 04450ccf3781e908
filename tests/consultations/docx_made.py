"""The long sample draft as the Word file that an office sends."""

from django.core.files.uploadedfile import SimpleUploadedFile

from vidan.site.sample.drafts import docx_of, lines_of

LONG = "tra-ket-qua"
ARTICLES = 42


def long_draft() -> SimpleUploadedFile:
    """A draft of 42 articles, with chapters, sections, clauses and points."""
    return SimpleUploadedFile(f"{LONG}.docx", docx_of(lines_of(LONG)))
