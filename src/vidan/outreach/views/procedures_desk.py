"""Procedures at the desk: the list, writing one, its preview, publishing, ending and withdrawing it, its forms."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.calendar import clock
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.units.models import Unit
from vidan.outreach import named
from vidan.outreach.forms.procedure import EndForm, FormFileForm, ProcedureForm, places_of, typed_of
from vidan.outreach.models import FormFile, Procedure
from vidan.outreach.models.procedure import PUBLISH, WRITE, ProcedureState
from vidan.outreach.procedure_selectors import after, asked_in, holding, words_of
from vidan.outreach.procedure_shown import shown
from vidan.outreach.procedure_words import validity_words
from vidan.outreach.services.keep_forms import add_form, drop_form
from vidan.outreach.services.publish_procedure import end, publish, withdraw
from vidan.outreach.services.write_procedure import NotPossible, drop, write
from vidan.outreach.views.procedures import sent_form

PAGE = 50
FILTERS = {"question": "tim", "state": "tinh-trang", "field": "linh-vuc"}
DRAFT, PUBLISHED, WITHDRAWN = ProcedureState.DRAFT, ProcedureState.PUBLISHED, ProcedureState.WITHDRAWN

STATES: Mapping[str, tuple[str | Promise, Callable[[], Q]]] = {
    "soan": (DRAFT.label, lambda: Q(state=DRAFT)),
    "cong-bo": (PUBLISHED.label, lambda: Q(state=PUBLISHED) & ~Q(valid_to__lt=clock.today())),
    "het": (gettext_lazy("Đã hết hiệu lực"), lambda: Q(state=PUBLISHED, valid_to__lt=clock.today())),
    "rut": (WITHDRAWN.label, lambda: Q(state=WITHDRAWN)),
}
"""By what the list is filtered: the word in the address, its label, and which versions it means."""


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """The versions that the actor may know of, by name, filtered by the address, a page at a time."""
    actor = acting(request)
    told: dict[str, Any] = dict(asked_in(request, FILTERS))
    rows = after(chosen(actor, told), request.GET.get("sau", ""))
    found = list(rows.select_related("front").order_by("folded", "pk")[: PAGE + 1])
    mine = Procedure.objects.visible_to(actor)
    told |= {
        "rows": [(one, *state_words(one)) for one in found[:PAGE]],
        "after": found[PAGE - 1].pk if len(found) > PAGE else "",
        "more": urlencode({key: told[name] for name, key in FILTERS.items() if told[name]}),
        "states": [(slug, label) for slug, (label, _which) in STATES.items()],
        "fields": [(one, one) for one in mine.order_by("field").values_list("field", flat=True).distinct()],
        "is_filtered": any(told[name] for name in FILTERS),
        "writes": actor.may(WRITE),
    }
    return render(request, "outreach/procedures/desk_list.html", told)


def chosen(actor: Actor, told: Mapping[str, str]) -> QuerySet[Procedure]:
    """What the filters leave of what an actor may know of."""
    rows = holding(Procedure.objects.visible_to(actor), words_of(told["question"]))
    if told["state"] in STATES:
        rows = rows.filter(STATES[told["state"]][1]())
    return rows.filter(field=told["field"]) if told["field"] else rows


def state_words(procedure: Procedure) -> tuple[str, str]:
    """Where a version stands, with its tone."""
    if procedure.state == PUBLISHED:
        return validity_words(procedure)
    return str(ProcedureState(procedure.state).label), "soon" if procedure.state == DRAFT else "muted"


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Write a procedure that the catalogue does not have yet."""
    actor = acting(request)
    front = writes_for(actor)
    form = ProcedureForm(request.POST or None, places=places_of(front), initial={"valid_from": clock.today()})
    if request.method == "POST" and form.is_valid():
        if Procedure.objects.filter(code=form.cleaned_data["code"]).exists():
            form.add_error("code", _("Mã này đã có. Mở thủ tục ấy để sửa."))
        else:
            draft = write(front=front, code=form.cleaned_data["code"], content=form.cleaned_data, actor=actor)
            messages.success(request, _("Đã lưu bản đang soạn. Xem lại rồi công bố."))
            return redirect("outreach:procedure_desk", draft.pk)
    return render(request, "outreach/procedures/write.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """One version as everybody will read it, and what can be done with it."""
    return _page(request, _visible(acting(request), pk))


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a draft; of a published or withdrawn version, write the one that follows it."""
    actor = acting(request)
    found = _own(actor, pk, WRITE)
    initial = {**typed_of(found), **({} if found.state == DRAFT else {"valid_from": clock.today(), "valid_to": None})}
    form = ProcedureForm(request.POST or None, places=places_of(found.front), initial=initial)
    form.fields["code"].disabled = True
    if request.method == "POST" and form.is_valid():
        draft = write(front=found.front, code=found.code, content=form.cleaned_data, actor=actor)
        messages.success(request, _("Đã lưu bản đang soạn. Xem lại rồi công bố."))
        return redirect("outreach:procedure_desk", draft.pk)
    told = {"form": form, "procedure": found, "follows": found.state != DRAFT}
    return render(request, "outreach/procedures/write.html", told, status=422 if form.errors else 200)


@require_POST
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish a draft."""
    actor = acting(request)
    found = _own(actor, pk, PUBLISH, DRAFT)
    try:
        publish(pk=pk, actor=actor)
    except NotPossible as no:
        return _page(request, found, no.sentence)
    named.forget()
    messages.success(request, _("Đã công bố. Ai cũng tìm được thủ tục này."))
    return redirect("outreach:procedure_desk", pk)


@require_http_methods(["GET", "POST"])
def finish(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a procedure end with a day, and name what came in its place."""
    actor = acting(request)
    found = _own(actor, pk, PUBLISH, PUBLISHED)
    initial = {"valid_to": found.valid_to or clock.today(), "successor": found.successor}
    form = EndForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            end(pk=pk, last_day=told["valid_to"], successor=told["successor"], actor=actor)
        except NotPossible as no:
            form.add_error(None, no.sentence)
        else:
            messages.success(request, _("Đã ghi ngày hết hiệu lực."))
            return redirect("outreach:procedure_desk", pk)
    told = {"form": form, "procedure": found}
    return render(request, "outreach/procedures/end.html", told, status=422 if form.errors else 200)


@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw a published version from the public pages, or drop a draft."""
    actor = acting(request)
    found = _visible(actor, pk)
    if found.state == DRAFT:
        _own(actor, pk, WRITE)
        drop(pk=pk, actor=actor)
        messages.success(request, _("Đã bỏ bản đang soạn."))
        return redirect("outreach:procedures_desk")
    _own(actor, pk, PUBLISH, PUBLISHED)
    withdraw(pk=pk, actor=actor)
    named.forget()
    messages.success(request, _("Đã rút khỏi trang công khai."))
    return redirect("outreach:procedure_desk", pk)


@require_http_methods(["GET", "POST"])
def forms(request: HttpRequest, pk: int) -> HttpResponse:
    """The blank forms of a procedure: add one, take one away."""
    actor = acting(request)
    found = _own(actor, pk, WRITE)
    if request.method == "POST" and (number := request.POST.get("remove", "")):
        if not (number.isascii() and number.isdigit() and len(number) < 4):
            raise Http404
        try:
            drop_form(procedure=found, number=int(number), actor=actor)
        except FormFile.DoesNotExist:
            raise Http404 from None
        messages.success(request, _("Đã bỏ tệp mẫu."))
        return redirect("outreach:procedure_forms", pk)
    form = FormFileForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if request.method == "POST" and form.is_valid():
        try:
            add_form(procedure=found, actor=actor, **form.cleaned_data)
        except NotTaken as refused:
            form.add_error("file", str(refused.sentence))
        else:
            messages.success(request, _("Đã thêm tệp mẫu."))
            return redirect("outreach:procedure_forms", pk)
    kept = FormFile.objects.filter(code=found.code).select_related("file")
    told = {"form": form, "procedure": found, "files": list(kept)}
    return render(request, "outreach/procedures/forms.html", told, status=422 if form.errors else 200)


@require_safe
def form_file(request: HttpRequest, pk: int, number: int) -> HttpResponseBase:
    """A blank form of a version that is not public yet."""
    return sent_form(_visible(acting(request), pk).code, number)


def writes_for(actor: Actor) -> Unit:
    """The Front whose catalogue the actor writes; the gate has asked that there is one."""
    return Unit.objects.filter(pk__in=actor.units_with(WRITE)).select_related("area").order_by("sort_key")[0]


def _page(request: HttpRequest, found: Procedure, refused: str = "") -> HttpResponse:
    actor = acting(request)
    words, tone = state_words(found)
    told = shown(found) | {
        "refused": refused,
        "words": words,
        "tone": tone,
        "versions": Procedure.objects.visible_to(actor)
        .filter(code=found.code)
        .exclude(pk=found.pk)
        .order_by("-version"),
        "writes": found.front_id in actor.units_with(WRITE),
        "publishes": found.front_id in actor.units_with(PUBLISH),
        "desk": True,
    }
    return render(request, "outreach/procedures/desk_page.html", told, status=422 if refused else 200)


def _visible(actor: Actor, pk: int) -> Procedure:
    rows = Procedure.objects.visible_to(actor).select_related("front__area", "only_at")
    found = rows.filter(pk=pk).first() if pk < 2**63 else None
    if found is None:
        raise Http404
    return found


def _own(actor: Actor, pk: int, permission: str, state: ProcedureState | None = None) -> Procedure:
    """A version of the actor's own Front with which he may do what the permission lets him, in that state."""
    found = _visible(actor, pk)
    if found.front_id not in actor.units_with(permission) or (state and found.state != state):
        raise Http404
    return found
