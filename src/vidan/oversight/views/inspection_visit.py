"""The day of work on a telephone: the checklist as one form, one item at a time for the script, and the evidence."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vidan.domain.moves import Refusal, Why, decide
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.calendar import clock
from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.files.services import file_words, files_of
from vidan.oversight.forms.inspection_moves import EvidenceForm, LookForm, look_forms
from vidan.oversight.inspection_checklists import Checklist, checklist
from vidan.oversight.inspection_facts import Known, facts_of
from vidan.oversight.inspection_files import evidence_of
from vidan.oversight.inspection_moves import TABLE
from vidan.oversight.inspection_selectors import looked_at_by, reads
from vidan.oversight.models import Finding, Inspection
from vidan.oversight.services.inspection_step import NotNow, Refused
from vidan.oversight.services.visit import SomebodyElse, add_evidence, drop_evidence, look
from vidan.oversight.views.inspection_turn import refusal_words


@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, code: str) -> HttpResponse:
    """The checklist: without a script everything is sent at once, and what one item lacks keeps none of the others back."""
    actor = acting(request)
    one, listed = _listed(actor, code)
    refused = _refusal(one, actor)
    if refused is not None and not reads(
        actor, one
    ):  # who comes by the delegation alone has no page of the file to go to
        told = {"one": one, "checklist": listed, "refused": refusal_words(refused)}
        return render(request, "oversight/inspections/visit_closed.html", told)
    if refused is not None:
        messages.error(request, refusal_words(refused))
        return redirect("oversight:inspection", code)
    findings = {row.item: row for row in one.findings.all()}
    forms = look_forms(listed, findings, request.POST if request.method == "POST" else None)
    if request.method == "POST":
        for form in forms:
            if form.is_valid() and form.cleaned_data["seen"]:
                _look(code, form, actor)
        if not any(form.errors for form in forms):
            messages.success(request, _("Đã lưu những gì ông/bà ghi."))
            return redirect("oversight:visit", code)
    files = _files_by_item(one)
    told = {
        "one": one,
        "full": reads(actor, one),
        "checklist": listed,
        "forms": [
            (form, files.get(form.item.code, []), now_words(form.finding) if form.errors and form.finding else "")
            for form in forms
        ],
        "wrong": [form for form in forms if form.errors] if request.method == "POST" else [],
    }
    return render(request, "oversight/inspections/visit.html", told, status=422 if told["wrong"] else 200)


def _look(code: str, form: LookForm, actor: Actor) -> None:
    """Keep one item, or let its form say why not; shown again, it is about what stands now."""
    try:
        form.stand_at(look(code=code, told=form.look, actor=actor))
    except SomebodyElse as told:
        form.add_error("note", str(told.sentence))
        form.stand_at(told.now)
    except NotNow as told:
        form.add_error("note", str(told.sentence))


@require_POST
def item(request: HttpRequest, code: str, item: str) -> JsonResponse:
    """Keep one item for the script of the page; answers with the version that stands, or with what is wrong."""
    actor = acting(request)
    one, listed = _listed(actor, code)
    asked = listed.item(item)
    if asked is None:
        raise Http404
    form = LookForm(request.POST, item=asked, finding=one.findings.filter(item=item).first())
    if not form.is_valid():
        return JsonResponse(
            {"wrong": " ".join(str(one) for errors in form.errors.values() for one in errors)}, status=422
        )
    if not form.cleaned_data["seen"]:
        return JsonResponse({"version": form.cleaned_data["version"]})
    try:
        finding = look(code=code, told=form.look, actor=actor)
    except SomebodyElse as told:
        wrong = f"{told.sentence} {now_words(told.now)}"
        return JsonResponse({"wrong": wrong, "version": told.now.version}, status=409)
    except NotNow as told:
        return JsonResponse({"wrong": str(told.sentence)}, status=422)
    except Refused as refused:
        return JsonResponse({"wrong": refusal_words(refused.refusal)}, status=409)
    return JsonResponse({"version": finding.version})


@require_http_methods(["GET", "POST"])
def evidence(request: HttpRequest, code: str, item: str) -> HttpResponse:
    """The files of one item: add one, take one away."""
    actor = acting(request)
    one, listed = _listed(actor, code)
    asked = listed.item(item)
    refused = _refusal(one, actor)
    if asked is None or refused is not None:
        raise Http404
    dropped = request.POST.get("bo", "")
    form = EvidenceForm(*((request.POST, request.FILES) if request.method == "POST" and not dropped else ()))
    try:
        if dropped:
            drop_evidence(code=code, item=item, name=dropped, actor=actor)
            messages.success(request, _("Đã bỏ tệp."))
            return redirect("oversight:evidence", code, item)
        if request.method == "POST" and form.is_valid():
            add_evidence(code=code, item=item, upload=form.cleaned_data["file"], actor=actor)
            messages.success(request, _("Đã thêm tệp."))
            return redirect("oversight:evidence", code, item)
    except NotNow:
        raise Http404 from None
    except NotTaken as told:
        form.add_error("file", str(told.sentence))
    told_ = {"one": one, "full": reads(actor, one), "item": asked, "form": form, "files": _files(one, item)}
    return render(request, "oversight/inspections/evidence.html", told_, status=422 if form.errors else 200)


def now_words(finding: Finding) -> str:
    """What stands at an item, as one sentence."""
    return _("Đang ghi ở Mặt trận: %(seen)s. %(note)s") % {"seen": finding.get_seen_display(), "note": finding.note}


def _listed(actor: Actor, code: str) -> tuple[Inspection, Checklist]:
    one = looked_at_by(actor, code)
    listed = checklist(one.topic)
    if listed is None:
        raise Http404
    return one, listed


def _refusal(one: Inspection, actor: Actor) -> Refusal | None:
    answer = decide(TABLE, facts_of(Known(one, actor), only="look"), "look", clock.today())
    if isinstance(answer, Refusal) and answer.why is Why.NOT_ALLOWED:
        raise Http404
    return answer if isinstance(answer, Refusal) else None


def _files_by_item(one: Inspection) -> dict[str, list[tuple[StoredFile, str]]]:
    """The evidence of every item, by one query."""
    found: dict[str, list[tuple[StoredFile, str]]] = {}
    for file in StoredFile.objects.filter(subject__startswith=evidence_of(one.code, ""), is_destroyed=False):
        found.setdefault(file.subject.removeprefix(evidence_of(one.code, "")), []).append((file, file_words(file)))
    return found


def _files(one: Inspection, code: str) -> list[tuple[StoredFile, str]]:
    return [(file, file_words(file)) for file in files_of(evidence_of(one.code, code))]
