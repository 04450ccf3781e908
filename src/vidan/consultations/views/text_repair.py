"""Sửa lỗi nhận dạng trong lời dự thảo at the desk: place by place or all of a kind, a stretch of a long text at a time."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from vidan.consultations.forms.moves import DraftForm
from vidan.consultations.selectors import said_in
from vidan.consultations.services import repair_text
from vidan.consultations.views.text import done, text_of, workable
from vidan.foundation.accounts.actors import acting
from vidan.foundation.texts import repair_page
from vidan.foundation.texts.repairing import Offer, offers


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

    def mend(chosen: list[Offer]) -> None:
        repair_text.repair(code=code, chosen=chosen, actor=actor, version=form.cleaned_data["version"])

    def undo() -> None:
        repair_text.undo(code=code, actor=actor, version=form.cleaned_data["version"])

    if form.is_valid() and repair_page.done(
        request, form, found, mend=mend, undo=undo, taken=lambda run: done(request, form, run)
    ):
        here = reverse("consultations:text_repair", args=[code])
        return redirect(f"{here}?tu={some[0].key}" if some and some[0] != rows[0] else here)
    told = {"draft": draft, "next": after, **repair_page.shown(form, found, repair_text.undoable(text, rows))}
    return render(request, "consultations/text/repair.html", told, status=422 if form.errors else 200)
