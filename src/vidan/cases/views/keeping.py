"""Tiêu hủy nội dung: what is due by the table of retention, and the head's decision on it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from vidan.cases.forms.keeping import ErasureForm
from vidan.cases.models import Erasure
from vidan.cases.models.erasure import ErasureState, KeptFor
from vidan.cases.retention import keep_rows, keep_titles
from vidan.cases.services.erase import erase, keep_longer
from vidan.foundation.accounts.actors import acting

PAGE = 30
DECIDED = 20


@require_http_methods(["GET", "POST"])
def erasures(request: HttpRequest) -> HttpResponse:
    """The files that are due, oldest first; chosen ones are erased or kept for another year."""
    actor = acting(request)
    rows = Erasure.objects.visible_to(actor)
    waiting = list(rows.filter(state=ErasureState.PROPOSED).order_by("due_on", "pk")[: PAGE + 1])
    form = ErasureForm(request.POST if request.method == "POST" else None, subjects=[one.subject for one in waiting])
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data["chosen"]
        if form.cleaned_data["act"] == "keep":
            n = keep_longer(subjects=chosen, why=KeptFor(form.cleaned_data["why"]), actor=actor)
            messages.success(
                request, ngettext("Giữ thêm %(n)d hồ sơ một năm.", "Giữ thêm %(n)d hồ sơ một năm.", n) % {"n": n}
            )
        else:
            n = erase(subjects=chosen, actor=actor)
            words = ngettext("Đã xóa nội dung %(n)d hồ sơ.", "Đã xóa nội dung %(n)d hồ sơ.", n)
            messages.success(request, words % {"n": n})
        return redirect("cases:erasures")
    titles = keep_titles()
    decided = rows.exclude(state=ErasureState.PROPOSED).select_related("decided_by").order_by("-decided_on", "-pk")
    told = {
        "form": form,
        "waiting": [(one, titles.get(one.rule)) for one in waiting[:PAGE]],
        "more": len(waiting) > PAGE,
        "decided": decided[:DECIDED],
        "reasons": KeptFor.choices,
        "table": keep_rows(),
    }
    return render(request, "cases/keeping/erasures.html", told, status=422 if form.errors else 200)
