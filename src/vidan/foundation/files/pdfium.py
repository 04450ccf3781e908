"""A PDF opened to be drawn or read: judged and rewritten first, and by one thread at a time."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2 as pdfium

from vidan.foundation.files.paper import rewritten
from vidan.foundation.files.refusals import DAMAGED, NotTaken

_one_at_a_time = threading.Lock()
"""PDFium keeps state of its own and may be entered by one thread only."""


@contextmanager
def opened(data: bytes) -> "Iterator[pdfium.PdfDocument]":
    """A PDF of which only the drawing reaches PDFium; raises NotTaken."""
    plain = rewritten(data)
    with _one_at_a_time:
        try:
            document = pdfium.PdfDocument(plain)
        except pdfium.PdfiumError as refused:
            raise NotTaken(DAMAGED) from refused
        try:
            yield document
        finally:
            document.close()
