"""One page a move of an inspection: what must be seen before, what it asks, and taking it; papers and files as downloads."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from vidan.foundation.accounts.actors import acting
from vidan.foundation.papers.models import Paper
from vidan.foundation.papers.send import send_paper
from vidan.oversight.inspection_acts import ACTS, BY_SLUG, Act
from vidan.oversight.inspection_facts import Known
from vidan.oversight.inspection_files import file_of, sent_file
from vidan.oversight.inspection_kinds import PressingKind
from vidan.oversight.inspection_moves import LABELS
from vidan.oversight.inspection_selectors import reads, visible
from vidan.oversight.models import Inspection, Pressing
from vidan.oversight.models.recommendation import SLUGS
from vidan.oversight.views.inspection_turn import done, turn
from vidan.oversight.views.inspections import findings_of

TO_UNIT = {
    "thong-bao": "notice",
    "quyet-dinh": "decision",
    "du-thao": "draft_letter",
    "ket-luan": "conclusion_paper",
}
"""The papers by their name in the address; all of them reach the unit, and so does each urging."""

PRESSED = {slug: kind for kind, slug in SLUGS.items()}


@require_http_methods(["GET", "POST"])
def take(request: HttpRequest, code: str, slug: str) -> HttpResponse:
    """Show a move's page, or take it."""
    actor = acting(request)
    one = visible(actor, code)
    known = Known(one, actor)
    move = BY_SLUG.get(slug, "")
    if not move:
        raise Http404
    act = ACTS[move]
    row = turn(request, known, move)
    if isinstance(row, HttpResponse):
        return row
    sent = request.method == "POST"
    form = act.form(*((request.POST, request.FILES) if sent else ()), inspection=one)
    if sent and form.is_valid() and done(form, lambda: act.run(form, actor)):
        messages.success(request, str(act.said))
        return redirect("oversight:inspection", code)
    told = {"one": one, "act": act, "label": LABELS[move], "basis": row.basis, "form": form}
    return render(
        request, "oversight/inspections/move.html", told | _beside(act, known), status=422 if form.errors else 200
    )


def _beside(act: Act, known: Known) -> dict[str, Any]:
    """What stands above the form of a move."""
    match act.shows:
        case "delegation":
            return {"delegates": known.delegates}
        case "findings":
            return {"findings": findings_of(known.inspection)}
        case "draft" | "hearing":
            return {"draft_rows": known.recommendations}
        case _:
            return {}


@require_safe
def paper(request: HttpRequest, code: str, which: str, form: str) -> HttpResponseBase:
    """A numbered paper of the inspection; the unit has each once it was told, the petition only by its superior."""
    actor = acting(request)
    one = visible(actor, code)
    found = _paper(one, which)
    of_unit = which in TO_UNIT or which.startswith(f"{SLUGS[PressingKind.URGING]}-")
    if not reads(actor, one) and (not of_unit or found is None or one.told_on is None):
        raise Http404
    return send_paper(found, form, subject=code, actor=actor, unit_id=one.front_id, event="inspection.download")


def _paper(one: Inspection, which: str) -> Paper | None:
    if which in TO_UNIT:
        found: Paper | None = getattr(one, TO_UNIT[which])
        return found
    name, _dash, pk = which.rpartition("-")
    if name not in PRESSED or not (pk.isascii() and pk.isdigit() and len(pk) < 10):
        return None
    rows = Pressing.objects.filter(recommendation__inspection=one, kind=PRESSED[name], pk=int(pk))
    row = rows.select_related("paper").first()
    return row.paper if row else None


@require_safe
def file(request: HttpRequest, code: str, name: str) -> HttpResponseBase:
    """A scan of a paper that came in, or evidence; the unit reads its own papers only."""
    actor = acting(request)
    one = visible(actor, code)
    found = file_of(code, name, papers_only=not reads(actor, one))
    return sent_file(found, f"{code}-tep-{found.position if found else 0}")
