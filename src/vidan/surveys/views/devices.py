"""Devices of a round at the desk (/ban-lam-viec/khao-sat/<round>/may/): the list, preparing this one, ending one."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vidan.foundation.accounts.actors import Actor, acting
from vidan.surveys.device_told import told_to
from vidan.surveys.forms.devices import DeviceForm
from vidan.surveys.kinds import RoundState, Way
from vidan.surveys.models import Device, SurveyRound
from vidan.surveys.selectors import strata_of, visible_round
from vidan.surveys.services.register_device import (
    DEVICE_WAYS,
    NotRegistered,
    end_device,
    register_device,
    resume_device,
)
from vidan.surveys.services.take_sent import LATE_DAYS


@require_safe
def listed(request: HttpRequest, code: str) -> HttpResponse:
    """The devices of a round that the actor may know of."""
    actor = acting(request)
    round_ = visible_round(actor, code)
    told = {
        "round": round_,
        "devices": list(_devices(actor, round_)),
        "prepares": round_.state == RoundState.OPEN and bool(_ways(actor, round_)),
        "late_days": LATE_DAYS,
    }
    return render(request, "surveys/devices/list.html", told)


@require_http_methods(["GET", "POST"])
def prepare(request: HttpRequest, code: str) -> HttpResponse:
    """Prepare the device on which this page is open. Whoever did it is signed out: the device passes into other hands."""
    actor = acting(request)
    round_ = visible_round(actor, code)
    ways = _ways(actor, round_)
    if not ways:
        raise Http404
    form = DeviceForm(request.POST if request.method == "POST" else None, ways=ways, strata=strata_of(round_))
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            device, secret = register_device(round_=round_, actor=actor, **told | {"way": Way(told["way"])})
        except NotRegistered as refused:
            form.add_error(None, str(refused.sentence))
        else:
            logout(request)
            return render(request, "surveys/devices/ready.html", {"new": {"secret": secret, "told": told_to(device)}})
    shown: dict[str, Any] = {"round": round_, "form": form}
    return render(request, "surveys/devices/prepare.html", shown, status=422 if form.errors else 200)


@require_POST
def end(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """End a device, or let it send again."""
    actor = acting(request)
    round_ = visible_round(actor, code)
    device = _devices(actor, round_).filter(pk=pk).first() if pk < 2**63 else None
    if device is None:
        raise Http404
    if device.ended_on:
        resume_device(device=device, actor=actor)
        messages.success(request, _("Máy “%(label)s” gửi phiếu được trở lại.") % {"label": device.label})
    else:
        end_device(device=device, actor=actor)
        messages.success(
            request, _("Đã thôi dùng máy “%(label)s”. Hệ thống không nhận gì từ máy này nữa.") % {"label": device.label}
        )
    return redirect("surveys:devices", code)


def _devices(actor: Actor, round_: SurveyRound) -> Any:
    return (
        Device.objects.visible_to(actor)
        .filter(round=round_)
        .select_related("stratum__unit", "stratum__counter", "round")
    )


def _ways(actor: Actor, round_: SurveyRound) -> list[Way]:
    """What the actor may prepare in a round: an interviewer his telephone, who runs it a kiosk too."""
    may = {Way.INTERVIEWER: "surveys.interview", Way.KIOSK: "surveys.run"}
    return [way for way in DEVICE_WAYS if way in round_.ways and round_.front_id in actor.units_with(may[way])]
