"""The application on a kiosk or an interviewer's phone (/khao-sat/may/): its page, its keeper, its form, what it sends."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import override
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from vidan.foundation.calendar import clock
from vidan.surveys.device_files import addresses, version_of
from vidan.surveys.device_told import now_told, told_to
from vidan.surveys.device_words import in_both
from vidan.surveys.models import Device
from vidan.surveys.sent import MOST_BYTES, Misread, read_batch
from vidan.surveys.services.register_device import mark_of_secret
from vidan.surveys.services.take_sent import DeviceEnded, NoDevice, RoundOver, take_sent, takes_from_devices

SCHEME = "Device "


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The page, the same for everybody: what it asks, it has from the device. There is one address for both languages."""
    with override("vi"):
        home = reverse("surveys:device")
        if request.path != home:
            return redirect(home)
        return HttpResponse(_page(request))


@require_safe
def keeper(request: HttpRequest) -> HttpResponse:
    """The service worker. It stands here and not among the static files, so that it reaches no further than this address."""
    with override("vi"):
        version = version_of(_page(request).encode())
        told = {"page": reverse("surveys:device"), "version": version, "files": addresses()}
    lines = f"self.told = {json.dumps(told)};\nimportScripts({json.dumps(static('surveys/modules/worker.js'))});\n"
    answer = HttpResponse(lines, content_type="text/javascript; charset=utf-8")
    answer["Cache-Control"] = "no-cache"
    return answer


@require_safe
def form(request: HttpRequest) -> JsonResponse:
    """What the device asks, and what day it is."""
    try:
        device = _device(request)
    except NoDevice:
        return _refused("unknown", 401)
    if device.ended_on:
        return _refused("ended", 403)
    if not takes_from_devices(device.round, clock.today()):
        return _refused("over", 410)
    return _json(told_to(device))


# A device has no session and no cookie that a foreign page could borrow: it shows its secret in a header, which no form can
# send. So the protection of forms has nothing to protect here.
@csrf_exempt
@require_POST
def send(request: HttpRequest) -> JsonResponse:
    """Take what a device sends, each thing once; it is told which tokens it may forget."""
    try:
        device = _device(request)
        if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES:
            return _refused("too_large", 413)
        return _json({"taken": take_sent(device=device, batch=read_batch(request.body)), "now": now_told()})
    except NoDevice:
        return _refused("unknown", 401)
    except DeviceEnded:
        return _refused("ended", 403)
    except RoundOver:
        return _refused("over", 410)
    except Misread:
        return _refused("unreadable", 400)


def _page(request: HttpRequest) -> str:
    return render_to_string("surveys/devices/app.html", {"words": in_both()}, request)


def _device(request: HttpRequest) -> Device:
    """The device that shows its secret; raises NoDevice."""
    shown = request.headers.get("Authorization", "")
    if not shown.startswith(SCHEME):
        raise NoDevice
    rows = Device.objects.select_related("round__front", "round__questionnaire")
    found = rows.filter(mark=mark_of_secret(shown.removeprefix(SCHEME))).first()
    if found is None:
        raise NoDevice
    return found


def _refused(why: str, status: int) -> JsonResponse:
    return _json({"why": why, "now": now_told()}, status=status)


def _json(told: dict[str, Any], status: int = 200) -> JsonResponse:
    answer = JsonResponse(told, status=status)
    add_never_cache_headers(answer)
    return answer
