"""One page a move: what it needs beside what the officer must see, and taking it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vidan.cases.acts import ACTS, Act
from vidan.cases.facts import Known, facts_of
from vidan.cases.forms.moves import MoveForm, PrepareForm
from vidan.cases.forms.routing import SplitForm
from vidan.cases.models import CaseFile
from vidan.cases.moves import LABELS, NEEDS, OF_BODIES, TABLE
from vidan.cases.recipients import recipients_of
from vidan.cases.services.link import NotFound
from vidan.cases.services.merge import merged_into
from vidan.cases.services.prepare import save
from vidan.cases.services.read_original import NotYours, read_original
from vidan.cases.services.step import Overtaken, Refused
from vidan.cases.views.enter import receipt_page
from vidan.domain.moves import Refusal, Why, decide
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.sentence import sentence
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.intake import kept
from vidan.foundation.papers.services import drafts_of
from vidan.foundation.redaction.services.check import checked_copy
from vidan.foundation.redaction.services.prepare import newest_copy, note_of
from vidan.foundation.ui.words import time_words
from vidan.foundation.vault.services import open_text


@require_http_methods(["GET", "POST"])
def take(request: HttpRequest, code: str, move: str) -> HttpResponse:
    """Show a move's page, or take it."""
    actor: Actor = request.actor  # type: ignore[attr-defined] # set by the gate
    act = ACTS[move]
    case = _visible(actor, code)
    known = Known(case, actor, role=act.role)
    answer = decide(TABLE, facts_of(known, only=move), move, clock.today())
    if isinstance(answer, Refusal):
        if answer.why is Why.NOT_ALLOWED:
            raise Http404
        messages.error(request, refusal_words(answer))
        return redirect(page_of(case, move))
    try:
        beside = BESIDE[act.shows](known) if act.shows else {}
    except NotYours:
        messages.error(request, _("Hồ sơ giữ kín tên này đã có hai cán bộ chuẩn bị; chỉ hai người đó mở được bản gốc."))
        return redirect(page_of(case, move))
    place = _place(code, move)
    form = _form(request, act, case, place)
    if move == "prepare" and not form.initial.get("text"):
        form.initial["text"] = beside["original"].story.what  # what must go is taken out of the words themselves
    if request.method == "POST" and form.is_valid():
        if "save" in request.POST and isinstance(form, PrepareForm):
            save(code=code, text=form.cleaned_data["text"], files=form.going_along(), actor=actor)
            messages.success(request, _("Đã lưu bản đang viết."))
            return redirect(request.path)
        if _taken(act, form, actor):
            kept.drop(user_id=actor.user_id or 0, place=place)
            messages.success(request, str(act.said))
            if isinstance(form, SplitForm) and form.made:
                return receipt_page(request, form.made, form.receipt)
            return redirect(act.leads_to or page_of(case, move))
    told = {
        "case": case,
        "move": move,
        "act": act,
        "label": LABELS[move],
        "basis": answer.move.basis,
        "form": form,
        "back": page_of(case, move),
        "keep": reverse("cases:keep", args=[code, move]),
        **beside,
    }
    return render(request, "cases/desk/move.html", told, status=422 if form.errors else 200)


@require_POST
def keep(request: HttpRequest, code: str, move: str) -> HttpResponse:
    """Keep what is being written in a move's form; a script sends it while the person types and shows the answer."""
    actor: Actor = request.actor  # type: ignore[attr-defined] # set by the gate
    if move not in ACTS:
        raise Http404
    _visible(actor, code)
    fields = [name for name in ACTS[move].form.base_fields if name not in ("version", "scan", "chosen", "conduct")]
    kept.keep(user_id=actor.user_id or 0, place=_place(code, move), typed={n: request.POST.get(n, "") for n in fields})
    return HttpResponse(_("Đã giữ điều đang viết, %(at)s.") % {"at": time_words(clock.now())})


def page_of(case: CaseFile, move: str) -> str:
    """Where a move leads back to: the Front's page of the case, or the body's."""
    return reverse("cases:transferred" if move in OF_BODIES else "cases:case", args=[case.code])


def refusal_words(refusal: Refusal) -> str:
    """Why a move is not open, as a sentence."""
    if refusal.why is Why.NEEDS:
        return _("%(move)s: %(needs)s.") % {
            "move": LABELS[refusal.name],
            "needs": "; ".join(str(NEEDS[name]) for name in refusal.missing),
        }
    return _("%(move)s: lúc này hồ sơ không ở bước đó nữa.") % {"move": LABELS[refusal.name]}


def _visible(actor: Actor, code: str) -> CaseFile:
    rows = CaseFile.objects.visible_to(actor).select_related(
        "front__parent", "subject_unit__parent__parent", "official"
    )
    case = rows.filter(code=code).first()
    if case is None:
        raise Http404
    return case


def _place(code: str, move: str) -> str:
    return f"{code} {move}"


def _form(request: HttpRequest, act: Act, case: CaseFile, place: str) -> MoveForm:
    if request.method == "POST":
        return act.form(request.POST, request.FILES, case=case)
    form = act.form(case=case)
    if len(form.fields) > 1:
        actor: Actor = request.actor  # type: ignore[attr-defined] # set by the gate
        form.initial = dict(form.initial) | kept.kept(user_id=actor.user_id or 0, place=place)
    return form


def _taken(act: Act, form: MoveForm, actor: Actor) -> bool:
    try:
        act.run(form, actor)
    except Refused as refused:
        form.add_error(None, refusal_words(refused.refusal))
    except (Overtaken, NotTaken, NotFound) as told:
        form.add_error(None, str(told.sentence))
    else:
        return True
    return False


def _original(known: Known) -> dict[str, Any]:
    _case, original = read_original(code=known.case.code, actor=known.actor)
    copy = newest_copy(known.case.code)
    return {"original": original, "note": note_of(copy) if copy else ""}


def _both(known: Known) -> dict[str, Any]:
    return _original(known) | {"copy": newest_copy(known.case.code)}


def _letters(known: Known) -> dict[str, Any]:
    return {"letters": drafts_of(known.case.code)}


def _recipients(known: Known) -> dict[str, Any]:
    return {"goes_to": recipients_of(known.case), "copy": checked_copy(known.case.code)}


def _owing(known: Known) -> dict[str, Any]:
    return {"owing": [(t, sentence(t.clock)) for t in known.owing if t.clock]}


def _answers(known: Known) -> dict[str, Any]:
    answered = [t for t in known.transfers if t.answer is not None]
    return {"answers": [(t, open_text(t.answer)) for t in answered if t.answer], "owing": _owing(known)["owing"]} | {
        "along": len(merged_into(known.case))
    }


def _copy(known: Known) -> dict[str, Any]:
    return {"copy": checked_copy(known.case.code)}


BESIDE = {
    "original": _original,
    "both": _both,
    "letters": _letters,
    "recipients": _recipients,
    "owing": _owing,
    "answers": _answers,
    "copy": _copy,
}
"""What stands beside the form of a move."""
