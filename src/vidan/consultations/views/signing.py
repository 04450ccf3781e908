"""Gửi ý kiến của tổ chức: a member organisation or a Front below gives its signed opinion at the desk."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vidan.consultations.facts import Known
from vidan.consultations.forms.entering import SignForm
from vidan.consultations.giving import places_of
from vidan.consultations.models import Opinion
from vidan.consultations.moves import LABELS
from vidan.consultations.selectors import visible
from vidan.consultations.services.new_opinion import Said
from vidan.consultations.services.sign import sign
from vidan.consultations.services.step import NotNow, Overtaken, Refused
from vidan.consultations.shown_opinions import told
from vidan.consultations.views.moves import not_open, refusal_words
from vidan.foundation.accounts.actors import acting
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.units.models import Unit


@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, code: str) -> HttpResponse:
    """The form, and what the organisation has said already."""
    actor = acting(request)
    draft = visible(actor, code)
    if answer := not_open(request, Known(draft, actor), "opine"):
        return answer
    units = list(Unit.objects.filter(pk__in=actor.units_with("consultations.opine")).order_by("name"))
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    initial = {"piece": request.GET.get("o", "")[:12], "unit": str(units[0].pk)}
    form = SignForm(*sent, draft=draft, units=units, places=places_of(draft), initial=initial)
    if sent and form.is_valid():
        given = form.cleaned_data
        try:
            sign(
                code=code,
                unit_id=int(given["unit"]),
                said=said_in(given),
                upload=given["upload"],
                actor=actor,
                version=given["version"],
            )
        except Refused as refused:
            form.add_error(None, refusal_words(refused.refusal))
        except (Overtaken, NotNow, NotTaken) as no:
            form.add_error(None, str(no.sentence))
        else:
            messages.success(request, _("Đã gửi ý kiến. Mọi người đọc được cùng tên đơn vị."))
            return redirect("consultations:sign", code)
    own = (
        Opinion.objects.filter(draft=draft, unit__in=units).select_related("file", "hidden_words").order_by("-pk")[:20]
    )
    page = {"draft": draft, "form": form, "label": LABELS["opine"], "own": told(draft, own)}
    return render(request, "consultations/opinions/sign.html", page, status=422 if form.errors else 200)


def said_in(given: dict[str, Any]) -> Said:
    """What the form of an opinion said."""
    return Said(text=given["text"], stance=given["stance"], topics=tuple(given["topics"]), key=given["piece"])
