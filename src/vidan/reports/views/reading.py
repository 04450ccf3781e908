"""One report at the desk: its sections with numbers, texts and comments, what is doubtful, and what may be done next."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vidan.foundation.accounts.actors import acting
from vidan.reports.doubted import sentences
from vidan.reports.drafted import Known
from vidan.reports.files import FORMS
from vidan.reports.kinds import ReportKind, State, period_words
from vidan.reports.paper import changed_rows
from vidan.reports.shown import WIDTH, bars_of, shown_figures
from vidan.reports.views.visible import names_of, next_moves, reads_own, visible


@require_safe
def page(request: HttpRequest, code: str) -> HttpResponse:
    """One report, as the actor works on it or reads it."""
    known = visible(acting(request), code)
    answer = render(request, "reports/report.html", told_of(known) | {"acts": next_moves(known)})
    if "HX-Request" in request.headers and known.counting is None:
        answer["HX-Refresh"] = "true"  # the numbers are there: they stand all over the page
    return answer


def told_of(known: Known) -> dict[str, Any]:
    """What every page of a report shows."""
    report, content, own = known.report, known.content, reads_own(known)
    frozen = report.frozen is not None
    told = {
        "report": report,
        "content": content,
        "state": State(report.state).label,
        "kind": ReportKind(report.kind).label,
        "period": period_words(report.period),
        "own": own,
        "frozen": frozen,
        "lacks_numbers": known.lacks_numbers,
        "counting": None if frozen else known.counting,
        "counted": None if frozen else known.counted,
        "files": [(form, made.name) for form, made in FORMS.items()],
        "sections": sections_of(known) if own else sections_read(content),
        "tables": content["tables"],
        "width": WIDTH,
        "changes": list(changed_rows(content.get("changes", ()))),
    }
    if own:
        told["doubts"] = (
            [(one, "", "") for one in content["doubts"]] if frozen else sentences(known.doubts, known.brief)
        )
    return told


def sections_of(known: Known) -> list[dict[str, Any]]:
    """The sections with their comments and what has changed in them since they were written."""
    names = names_of({one.said_by for one in known.comments} | {one.written_by for one in known.texts.values()})
    told = sections_read(known.content, leads=not known.report.below)
    marks = {} if known.report.frozen is not None else {one.where: one for one in known.doubts if one.why == "changed"}
    for part in told:
        written = known.texts.get(part["code"])
        part["comments"] = [(one, names.get(one.said_by, "")) for one in known.comments if one.section == part["code"]]
        part["written"] = written
        part["writer"] = names.get(written.written_by, "") if written else ""
        part["changed"] = "; ".join(marks[part["code"]].told) if part["code"] in marks else ""
    return told


def sections_read(content: dict[str, Any], *, leads: bool = False) -> list[dict[str, Any]]:
    """The sections as anybody reads them."""
    return [
        {
            "code": part["code"],
            "title": part["title"],
            "heading": part["heading"],
            "text": part["text"],
            "figures": shown_figures(part["figures"], content, leads=leads),
            "charts": [bars_of(chart) for chart in part["charts"]],
        }
        for part in content["sections"]
    ]
