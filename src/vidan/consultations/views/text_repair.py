"""Sửa lỗi nhận dạng trong lời dự thảo at the desk: place by place or all of a kind, a stretch of a long text at a time."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from vidan.consultations.forms.moves import DraftForm
from vidan.consultations.selectors import said_in
from vidan.consultations.services import repair_text
from vidan.consultations.views.text import done, text_of, workable
from vidan.foundation.accounts.actors import acting
from vidan.foundation.texts.repairing import NONE_CHOSEN, chosen_in, grouped, offers


@require_http_methods(["GET", "POST"])
def repair(request: HttpRequest, code: str) -> HttpResponse:
    """Show what is proposed for a stretch of the text in hand; take what was accepted, or undo what was accepted last."""
    actor = acting(request)
    draft = workable(actor, code)
    text = text_of(draft)
    rows = list(text.pieces.all())
    some, after = repair_text.stretch(rows, said_in(request, "tu"))
    found = offers(repair_text.read(some))
    form = DraftForm(request.POST if request.method == "POST" else None, draft=draft)
    undoes, chosen = "undo" in request.POST, chosen_in(request.POST, found)

    def run() -> None:
        version = form.cleaned_data["version"]
        if undoes:
            repair_text.undo(code=code, actor=actor, version=version)
        else:
            repair_text.repair(code=code, chosen=chosen, actor=actor, version=version)

    if request.method == "POST" and not (undoes or chosen):
        form.add_error(None, NONE_CHOSEN)
    elif done(request, form, run):
        n = len(chosen)
        said = ngettext("Đã sửa %(n)d chỗ.", "Đã sửa %(n)d chỗ.", n) % {"n": n}
        messages.success(request, _("Đã hoàn tác lần sửa vừa rồi.") if undoes else said)
        here = reverse("consultations:text_repair", args=[code])
        return redirect(f"{here}?tu={some[0].key}" if some and some[0] != rows[0] else here)
    told = {
        "draft": draft,
        "form": form,
        "groups": grouped(found),
        "undoable": repair_text.undoable(text, rows),
        "next": after,
    }
    return render(request, "consultations/text/repair.html", told, status=422 if form.errors else 200)
