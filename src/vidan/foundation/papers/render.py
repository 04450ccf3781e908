"""A paper as DOCX and PDF, made at the first download and kept by its digest."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings

from vidan.foundation.papers.models import Paper
from vidan.foundation.papers.pdf import make_pdf
from vidan.foundation.papers.structure import Structure, from_json


def _docx(structure: Structure, **told: Any) -> bytes:
    from vidan.foundation.papers.docx import make_docx

    return make_docx(structure, **told)


FORMS: dict[str, tuple[Callable[..., bytes], str]] = {
    "docx": (_docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "pdf": (make_pdf, "application/pdf"),
}
"""What a paper can be had as: who makes it, and its content type."""


def rendered(paper: Paper, form: str) -> bytes:
    """The paper's bytes; a draft is made anew each time, an issued one once. Raises KeyError for an unknown form."""
    make, _type = FORMS[form]
    structure = from_json(paper.structure)
    if not paper.digest:
        return make(structure, number="", day=None)
    kept = _place(paper, form)
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        beside = kept.with_suffix(f".{os.getpid()}")
        beside.write_bytes(make(structure, number=paper.label, day=paper.issued_on))
        beside.chmod(0o600)
        beside.replace(kept)
    return kept.read_bytes()


def remove_rendered(paper: Paper) -> None:
    """Remove what was drawn of a paper whose content is erased."""
    if paper.digest:
        for form in FORMS:
            _place(paper, form).unlink(missing_ok=True)


def _place(paper: Paper, form: str) -> Path:
    folder: Path = settings.FILES_FOLDER / "papers" / paper.digest[:2]
    return folder / f"{paper.digest}.{form}"
