"""What every page of a procedure shows, for everybody and at the desk."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from vidan.outreach.models import FormFile, Procedure
from vidan.outreach.procedure_lines import PAPER_KINDS, SHOWN
from vidan.outreach.procedure_selectors import receivers_of
from vidan.outreach.procedure_words import done_words, fee_words, limit_words


def shown(procedure: Procedure) -> dict[str, Any]:
    """The answers first, then the steps and the basis; each paper with its kind in words, and its form where it has one."""
    forms = {one.number: one for one in FormFile.objects.filter(code=procedure.code).select_related("file")}
    return {
        "procedure": procedure,
        "limit": limit_words(procedure),
        "done": done_words(procedure),
        "fee": fee_words(procedure),
        "papers": [(paper, _kind_words(paper), forms.get(paper["form"])) for paper in procedure.papers],
        "forms": list(forms.values()),
        "bases": [(basis, date.fromisoformat(basis["date"]) if basis["date"] else None) for basis in procedure.bases],
        "receivers": receivers_of(procedure),
    }


def _kind_words(paper: Mapping[str, Any]) -> str:
    """`2 bản sao`; what is only shown is not counted."""
    words = str(PAPER_KINDS[paper["kind"]])
    return words if paper["kind"] == SHOWN and paper["count"] == 1 else f"{paper['count']} {words}"
