"""Programmes at the desk (/ban-lam-viec/chuong-trinh/): the list with their plans, one programme with its terms, writing one."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.rules import PROGRAMME, all_rules
from vidan.foundation.calendar.sentence import length_words
from vidan.foundation.units.models import Unit, UnitKind
from vidan.oversight.duty_selectors import front_of, runs, visible_programme
from vidan.oversight.forms.programme import ProgrammeForm
from vidan.oversight.models import Plan, Programme
from vidan.oversight.models.programme import RUN
from vidan.oversight.services.write_programme import change_programme, record_programme
from vidan.oversight.views.sending import sent, taken

MOST = 100


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """The plans and programmes that the actor may read, the newest first."""
    actor = acting(request)
    told = {
        "plans": list(Plan.objects.visible_to(actor).select_related("front", "programme")[:MOST]),
        "programmes": list(Programme.objects.visible_to(actor).select_related("front", "partner")[:MOST]),
        "runs": actor.may(RUN),
    }
    return render(request, "oversight/programmes.html", told)


@require_safe
def page(request: HttpRequest, code: str) -> HttpResponse:
    """One programme: what it says, its terms, its plans."""
    actor = acting(request)
    programme = visible_programme(actor, code)
    told = {
        "programme": programme,
        "plans": list(Plan.objects.visible_to(actor).filter(programme=programme)),
        "terms": [
            (one.id, one.title, one.trigger, length_words(one.length, one.unit) if one.length else "", one.before)
            for one in all_rules()
            if one.kind == PROGRAMME and one.holds_on(max(programme.signed_on, one.valid_from))
        ],
        "runs": runs(actor, programme.front_id),
    }
    return render(request, "oversight/programme.html", told)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Write a programme down."""
    actor = acting(request)
    front = front_of(actor)
    form = ProgrammeForm(*_sent(request), partners=_partners(front))
    made: list[Programme] = []

    def run() -> None:
        told = form.cleaned_data
        made.append(record_programme(front=front, signed=form.signed(), actor=actor, file=told["file"]))

    if request.method == "POST" and form.is_valid() and taken(form, run):
        messages.success(request, _("Đã ghi chương trình."))
        return redirect("oversight:programme", made[0].code)
    return render(request, "oversight/programme_write.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, code: str) -> HttpResponse:
    """Put a programme right."""
    actor = acting(request)
    programme = _own(actor, code)
    form = ProgrammeForm(*_sent(request), partners=_partners(programme.front), programme=programme)

    def run() -> None:
        told = form.cleaned_data
        change_programme(code=code, signed=form.signed(), actor=actor, file=told["file"], version=told["version"])

    if request.method == "POST" and form.is_valid() and taken(form, run):
        messages.success(request, _("Đã lưu."))
        return redirect("oversight:programme", code)
    told = {"form": form, "programme": programme}
    return render(request, "oversight/programme_write.html", told, status=422 if form.errors else 200)


@require_safe
def file(request: HttpRequest, code: str) -> HttpResponseBase:
    """The signed copy."""
    programme = visible_programme(acting(request), code)
    return sent(programme.file, code)


def _own(actor: Actor, code: str) -> Programme:
    programme = visible_programme(actor, code)
    if not runs(actor, programme.front_id):
        raise Http404
    return programme


def _partners(front: Unit) -> list[Unit]:
    """The People's Committee beside the Front."""
    rows = Unit.objects.filter(area_id=front.area_id, kind=UnitKind.PEOPLES_COMMITTEE)
    return list(rows.valid_on(clock.today()))


def _sent(request: HttpRequest) -> tuple[object, ...]:
    return (request.POST, request.FILES) if request.method == "POST" else ()
