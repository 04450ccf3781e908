"""Hết hạn lưu: what is due by the tables of retention in every duty, and the head's decision on it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from vidan.cases.models import Erasure
from vidan.cases.services import erase as of_cases
from vidan.consultations.models import OpinionErasure
from vidan.consultations.services import erase as of_opinions
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.intake.data_forms import ErasureForm
from vidan.foundation.intake.personal import ErasureState, KeptFor
from vidan.foundation.intake.retention import all_keep_rows
from vidan.oversight.models import InspectionErasure
from vidan.oversight.services import erase_inspection as of_inspections

PAGE = 30
DECIDED = 20
DUTIES = (of_cases, of_opinions, of_inspections)
TABLES = (Erasure, OpinionErasure, InspectionErasure)
Proposals = list[Erasure | OpinionErasure | InspectionErasure]


@require_http_methods(["GET", "POST"])
def erasures(request: HttpRequest) -> HttpResponse:
    """The files that are due, oldest first; chosen ones are erased or kept for another year."""
    actor = acting(request)
    waiting = _waiting(actor)
    form = ErasureForm(request.POST if request.method == "POST" else None, subjects=[one.subject for one in waiting])
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data["chosen"]
        if form.cleaned_data["act"] == "keep":
            why = KeptFor(form.cleaned_data["why"])
            n = sum(one.keep_longer(subjects=chosen, why=why, actor=actor) for one in DUTIES)
            messages.success(
                request, ngettext("Giữ thêm %(n)d hồ sơ một năm.", "Giữ thêm %(n)d hồ sơ một năm.", n) % {"n": n}
            )
        else:
            n = sum(one.erase(subjects=chosen, actor=actor) for one in DUTIES)
            words = ngettext("Đã xóa nội dung %(n)d hồ sơ.", "Đã xóa nội dung %(n)d hồ sơ.", n)
            messages.success(request, words % {"n": n})
        return redirect("site:erasures")
    table = all_keep_rows()
    titles = {row.id: row for row in table}
    told = {
        "form": form,
        "waiting": [(one, titles.get(one.rule)) for one in waiting[:PAGE]],
        "more": len(waiting) > PAGE,
        "decided": _decided(actor),
        "reasons": KeptFor.choices,
        "table": table,
    }
    return render(request, "site/custody/erasures.html", told, status=422 if form.errors else 200)


def _waiting(actor: Actor) -> Proposals:
    """The oldest that are due, one more than a page holds."""
    found: Proposals = []
    for table in TABLES:
        rows = table.objects.visible_to(actor).filter(state=ErasureState.PROPOSED)
        found += rows.order_by("due_on", "pk")[: PAGE + 1]
    return sorted(found, key=lambda one: one.due_on)[: PAGE + 1]


def _decided(actor: Actor) -> Proposals:
    found: Proposals = []
    for table in TABLES:
        rows = table.objects.visible_to(actor).exclude(state=ErasureState.PROPOSED).select_related("decided_by")
        found += rows.order_by("-decided_on", "-pk")[:DECIDED]
    return sorted(found, key=lambda one: (one.decided_on, one.pk), reverse=True)[:DECIDED]
