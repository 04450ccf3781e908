"""One page a move: what it needs beside what the officer must see, and taking it."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from vidan.cases.acts import ACTS, Act
from vidan.cases.facts import Known, facts_of
from vidan.cases.forms.moves import MoveForm, PrepareForm
from vidan.cases.forms.routing import SplitForm
from vidan.cases.handling import WrongForms
from vidan.cases.look_alikes import look_alikes_of
from vidan.cases.models import CaseFile
from vidan.cases.moves import LABELS, NEEDS, OF_BODIES, TABLE
from vidan.cases.outlook_of_verification import explanation_of
from vidan.cases.recipients import recipients_of
from vidan.cases.services.link import NotFound
from vidan.cases.services.merge import merged_in
from vidan.cases.services.prepare import save
from vidan.cases.services.read_original import read_original
from vidan.cases.services.step import Overtaken, Refused
from vidan.cases.views.enter import receipt_page
from vidan.domain.moves import Refusal, Why, decide
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.sentence import sentence
from vidan.foundation.files.kinds import CAN_BE_BLACKENED, FileKind
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.files.services import file_words
from vidan.foundation.intake import kept
from vidan.foundation.journal.readers import NotYours
from vidan.foundation.papers.models import Paper
from vidan.foundation.papers.services import drafts_of
from vidan.foundation.papers.structure import Structure, from_json
from vidan.foundation.redaction.services.blacken import blackened_files
from vidan.foundation.redaction.services.check import checked_copy
from vidan.foundation.redaction.services.prepare import note_of
from vidan.foundation.ui.refusals import RefusalWords
from vidan.foundation.ui.words import time_words
from vidan.foundation.vault.services import open_text

refusal_words = RefusalWords(LABELS, NEEDS, pgettext_lazy("case", "hồ sơ"), says_what_hinders=True)
"""Why a move is not open, as a sentence."""

NOT_KEPT = ("version", "scan", "receipt", "chosen", "conduct", "bodies", "accepted")
"""What a form does not keep while it is being written: files, receipt codes, and several choices of one field."""


@require_http_methods(["GET", "POST"])
def take(request: HttpRequest, code: str, move: str) -> HttpResponse:
    """Show a move's page, or take it."""
    actor = acting(request)
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
    place = place_of(code, move)
    form = _form(request, act, case, place)
    if move == "prepare" and not form.initial.get("text"):
        form.initial["text"] = beside["original"].story.what  # what must go is taken out of the words themselves
    if request.method == "POST" and form.is_valid():
        if isinstance(form, PrepareForm) and (saved := _saved(request, form, case, actor)) is not None:
            return saved
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
    if isinstance(form, PrepareForm):
        drawable = [file for file in form.sources if FileKind(file.kind) in CAN_BE_BLACKENED]
        told["drawable"] = [(file, file_words(file)) for file in drawable]
    return render(request, "cases/desk/move.html", told, status=422 if form.errors else 200)


@require_POST
def keep(request: HttpRequest, code: str, move: str) -> HttpResponse:
    """Keep what is being written in a move's form; a script sends it while the person types and shows the answer."""
    actor = acting(request)
    if move not in ACTS:
        raise Http404
    _visible(actor, code)
    fields = [name for name in ACTS[move].form.base_fields if name not in NOT_KEPT]
    kept.keep(
        user_id=actor.user_id or 0, place=place_of(code, move), typed={n: request.POST.get(n, "") for n in fields}
    )
    return HttpResponse(_("Đã giữ điều đang viết, %(at)s.") % {"at": time_words(clock.now())})


def _saved(request: HttpRequest, form: PrepareForm, case: CaseFile, actor: Actor) -> HttpResponse | None:
    """Keep a copy that is not finished, when its buttons say so; None when it is to be handed on."""
    if {"save", "repair"}.isdisjoint(request.POST):
        return None
    save(code=case.code, text=form.cleaned_data["text"], files=form.going_along(), actor=actor)
    if "repair" in request.POST:
        return redirect("cases:copy_repair", case.code)
    messages.success(request, _("Đã lưu bản đang viết."))
    return redirect(request.path)


def page_of(case: CaseFile, move: str) -> str:
    """Where a move leads back to: the Front's page of the case, or the body's."""
    return reverse("cases:transferred" if move in OF_BODIES else "cases:case", args=[case.code])


def _visible(actor: Actor, code: str) -> CaseFile:
    rows = CaseFile.objects.visible_to(actor).select_related(
        "front__parent", "subject_unit__parent__parent", "official", "explanation__text", "explanation__paper__scan"
    )
    case = rows.filter(code=code).annotate(along=merged_in()).first()
    if case is None:
        raise Http404
    return case


def place_of(code: str, move: str) -> str:
    """Under which name what is being written in a move's form is kept."""
    return f"{code} {move}"


def _form(request: HttpRequest, act: Act, case: CaseFile, place: str) -> MoveForm:
    if request.method == "POST":
        return act.form(request.POST, request.FILES, case=case)
    form = act.form(case=case)
    if len(form.fields) > 1:
        actor = acting(request)
        form.initial = dict(form.initial) | kept.kept(user_id=actor.user_id or 0, place=place)
    return form


def _taken(act: Act, form: MoveForm, actor: Actor) -> bool:
    try:
        act.run(form, actor)
    except Refused as refused:
        form.add_error(None, refusal_words(refused.refusal))
    except (Overtaken, NotTaken, NotFound, WrongForms) as told:
        form.add_error(None, str(told.sentence))
    else:
        return True
    return False


def _original(known: Known) -> dict[str, Any]:
    _case, original = read_original(code=known.case.code, actor=known.actor)
    return {"original": original, "note": note_of(known.copy) if known.copy else ""}


def _incoming(known: Known) -> dict[str, Any]:
    return _original(known) | {"look_for_alikes": True, "look_alikes": look_alikes_of(known.case, known.actor)}


def _both(known: Known) -> dict[str, Any]:
    going = [line.file for line in known.copy.files.select_related("file")] if known.copy else []
    made = {one.file_id: one.source for one in blackened_files(known.case.code)} if going else {}
    told = [(file, file_words(made.get(file.pk, file)), file.pk in made) for file in going]
    return _original(known) | {"copy": known.copy, "going": told}


def _letters(known: Known) -> dict[str, Any]:
    return {"letters": drafts_of(known.case.code)}


def _recipients(known: Known) -> dict[str, Any]:
    return {"goes_to": recipients_of(known.case), "copy": checked_copy(known.case.code)}


def _owing(known: Known) -> dict[str, Any]:
    return {"owing": [(t, sentence(t.clock)) for t in known.owing if t.clock]}


def _answers(known: Known) -> dict[str, Any]:
    answered = [t for t in known.transfers if t.answer is not None]
    return {"answers": [(t, open_text(t.answer)) for t in answered if t.answer], "owing": _owing(known)["owing"]} | {
        "along": getattr(known.case, "along", None)
    }


def _heard(known: Known) -> dict[str, Any]:
    return {"explanation": explanation_of(known.case), "verifications": known.verifications}


def _plan(known: Known) -> dict[str, Any]:
    return {"letters": _drafts(one.plan for one in known.verifications if one.signed_on is None)}


def _proposal(known: Known) -> dict[str, Any]:
    """The proposal that waits for the head, or for the authority, which reads it at its own desk too."""
    papers = [one.paper for one in known.proposals if not one.verdict]
    at_home = known.case.front_id in known.actor.units_with("cases.read")
    return {"letters": _drafts(papers), "at_home": at_home}


def _drafts(papers: Iterable[Paper]) -> list[tuple[Paper, Structure]]:
    return [(paper, from_json(paper.structure)) for paper in papers]


def _copy(known: Known) -> dict[str, Any]:
    return {"copy": checked_copy(known.case.code)}


BESIDE = {
    "original": _original,
    "incoming": _incoming,
    "both": _both,
    "letters": _letters,
    "recipients": _recipients,
    "owing": _owing,
    "answers": _answers,
    "copy": _copy,
    "heard": _heard,
    "plan": _plan,
    "proposal": _proposal,
}
"""What stands beside the form of a move."""
