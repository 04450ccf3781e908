"""Sửa lỗi nhận dạng trong bản chuyển at the desk: place by place or all of a kind, beside nobody's name but what is written."""

from collections.abc import Callable

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from vidan.cases.models import CaseFile
from vidan.cases.services import repair_copy
from vidan.cases.services.prepare import being_prepared
from vidan.cases.services.read_original import let_in
from vidan.cases.services.step import Overtaken, Refused
from vidan.cases.views.moves import place_of
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.intake import kept
from vidan.foundation.journal.readers import NotYours
from vidan.foundation.texts import repair_page
from vidan.foundation.texts.repairing import Offer, offers

PREPARE = "prepare"


class RepairForm(forms.Form):
    """Which version of the copy the person was looking at."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**15 - 1)


@require_http_methods(["GET", "POST"])
def repair(request: HttpRequest, code: str) -> HttpResponse:
    """Show what is proposed for the copy that is being written; take what was accepted, or undo what was accepted last."""
    actor = acting(request)
    case, copy = _case(code, actor), repair_copy.unfinished(code)
    if copy is None:
        return redirect("cases:prepare", code)
    found = offers(repair_copy.read(copy))
    form = RepairForm(request.POST if request.method == "POST" else None, initial={"version": copy.version})

    def mend(chosen: list[Offer]) -> None:
        repair_copy.repair(code=code, chosen=chosen, version=form.cleaned_data["version"], actor=actor)

    def undo() -> None:
        repair_copy.undo(code=code, version=form.cleaned_data["version"], actor=actor)

    if form.is_valid() and repair_page.done(
        request, form, found, mend=mend, undo=undo, taken=lambda run: _taken(form, run)
    ):
        kept.drop(user_id=actor.user_id or 0, place=place_of(code, PREPARE))  # what was typed before is older now
        return redirect("cases:copy_repair", code)
    told = {"case": case, **repair_page.shown(form, found, repair_copy.undoable(copy)[1])}
    return render(request, "cases/desk/copy_repair.html", told, status=422 if form.errors else 200)


def _taken(form: RepairForm, run: Callable[[], object]) -> bool:
    """Whether it was done; else the form says why not."""
    try:
        run()
    except (Overtaken, repair_copy.NothingToUndo) as no:
        form.add_error(None, str(no.sentence))
    return not form.errors


def _case(code: str, actor: Actor) -> CaseFile:
    """The case whose copy the actor may write now, by who may read its original; raises Http404."""
    try:
        case = being_prepared(code, actor)
        let_in(code=code, actor=actor)
    except (CaseFile.DoesNotExist, Refused, NotYours) as no:
        raise Http404 from no
    return case
