"""Ghi hoạt động tuyên truyền: one page of a telephone; putting right, calling off, striking out; pictures and papers."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.units.models import Unit
from vidan.outreach.activity_kinds import ActivityState
from vidan.outreach.forms.activity import ChangeForm, DescribeForm, FileForm, LogForm, ReasonForm, unit_of
from vidan.outreach.models import Activity, ActivityFile
from vidan.outreach.models.activity import LOG
from vidan.outreach.services.activity_files import add_file, describe_picture, drop_activity_file
from vidan.outreach.services.end_activity import NotPlanned, cancel_activity, void_activity
from vidan.outreach.services.log_activity import Overtaken, change_activity, log_activities
from vidan.outreach.views.activities import visible

ADDED = gettext_lazy("Đã thêm tệp.")


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Log an activity, with a picture; kind, topic and place are proposed as they were the last time."""
    actor = acting(request)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = LogForm(*sent, units=units_of(actor), initial=_last_values(actor))
    if sent and form.is_valid():
        try:
            activity = _log(form, actor)
        except NotTaken as refused:
            form.add_error("upload", str(refused.sentence))
        else:
            planned = activity.state == ActivityState.PLANNED
            messages.success(request, _("Đã ghi: sắp tổ chức.") if planned else _("Đã ghi hoạt động."))
            return redirect("outreach:activity", activity.code)
    return render(request, "outreach/activity_log.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, code: str) -> HttpResponse:
    """Put an activity right, or say how a planned one went."""
    actor = acting(request)
    activity = own(actor, code)
    form = ChangeForm(request.POST if request.method == "POST" else None, activity=activity)
    if request.method == "POST" and form.is_valid():
        try:
            change_activity(code=code, about=form.about(), actor=actor, version=form.cleaned_data["version"])
        except Overtaken as overtaken:
            form.add_error(None, str(overtaken.sentence))
        else:
            messages.success(request, _("Đã lưu."))
            return redirect("outreach:activity", code)
    told = {"form": form, "activity": activity}
    return render(request, "outreach/activity_log.html", told, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def cancel(request: HttpRequest, code: str) -> HttpResponse:
    """Call a planned activity off."""
    return _end(
        request, code, cancel_activity, gettext_lazy("Không tổ chức nữa"), gettext_lazy("Đã ghi là không tổ chức.")
    )


@require_http_methods(["GET", "POST"])
def void(request: HttpRequest, code: str) -> HttpResponse:
    """Strike out what was entered by mistake."""
    return _end(
        request,
        code,
        void_activity,
        gettext_lazy("Bỏ vì ghi nhầm"),
        gettext_lazy("Đã bỏ; hoạt động này thôi được đếm."),
    )


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, code: str) -> HttpResponse:
    """Add a picture or a paper."""
    actor = acting(request)
    activity = own(actor, code)
    form = FileForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if request.method == "POST" and form.is_valid():
        try:
            add_file(code=code, actor=actor, **form.cleaned_data)
        except NotTaken as refused:
            form.add_error("upload", str(refused.sentence))
        else:
            messages.success(request, str(ADDED))
            return redirect("outreach:activity", code)
    told = {"form": form, "activity": activity}
    return render(request, "outreach/activity_file.html", told, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def describe(request: HttpRequest, code: str, name: str) -> HttpResponse:
    """Say what a picture shows, so that it stands in public."""
    actor = acting(request)
    activity = own(actor, code)
    kept = activity.files.filter(file__name=name, is_picture=True).first()
    if kept is None:
        raise Http404
    form = DescribeForm(
        request.POST if request.method == "POST" else None, activity=activity, initial={"alt": kept.alt}
    )
    if request.method == "POST" and form.is_valid():
        try:
            describe_picture(code=code, name=name, actor=actor, **form.cleaned_data)
        except ActivityFile.DoesNotExist:
            raise Http404 from None
        except Overtaken as overtaken:
            form.add_error(None, str(overtaken.sentence))
        else:
            messages.success(request, _("Đã lưu."))
            return redirect("outreach:activity", code)
    told = {"form": form, "activity": activity, "name": name}
    return render(request, "outreach/activity_describe.html", told, status=422 if form.errors else 200)


@require_POST
def drop(request: HttpRequest, code: str, name: str) -> HttpResponse:
    """Take a file away."""
    actor = acting(request)
    own(actor, code)
    try:
        drop_activity_file(code=code, name=name, actor=actor)
    except ActivityFile.DoesNotExist:
        raise Http404 from None
    messages.success(request, _("Đã bỏ tệp."))
    return redirect("outreach:activity", code)


def own(actor: Actor, code: str) -> Activity:
    """The activity, if the actor's unit may change it; raises Http404."""
    activity = visible(actor, code)
    if activity.unit_id not in actor.units_with(LOG) or activity.state == ActivityState.VOID:
        raise Http404
    return activity


def units_of(actor: Actor) -> list[Unit]:
    """The units for which the actor logs."""
    rows = Unit.objects.filter(pk__in=actor.units_with(LOG)).select_related("parent__parent__parent", "area")
    return list(rows.order_by("level", "sort_key"))


def _log(form: LogForm, actor: Actor) -> Activity:
    """The activity with its picture, both or neither."""
    with transaction.atomic():
        (activity,) = log_activities(unit=unit_of(form), abouts=[form.about()], actor=actor)
        if upload := form.cleaned_data["upload"]:
            add_file(code=activity.code, upload=upload, alt=form.cleaned_data["alt"], actor=actor)
    return activity


def _last_values(actor: Actor) -> dict[str, Any]:
    last = Activity.objects.filter(recorded_by=actor.code).order_by("-pk").select_related("unit").first()
    if last is None:
        return {}
    return {"unit": last.unit.slug, "kind": last.kind, "topic": last.topic, "place": last.place}


def _end(request: HttpRequest, code: str, ends: Callable[..., Activity], label: Promise, done: Promise) -> HttpResponse:
    actor = acting(request)
    activity = own(actor, code)
    if ends is cancel_activity and activity.state != ActivityState.PLANNED:
        raise Http404
    form = ReasonForm(request.POST if request.method == "POST" else None, activity=activity)
    if request.method == "POST" and form.is_valid():
        try:
            ends(code=code, actor=actor, **form.cleaned_data)
        except NotPlanned:
            raise Http404 from None
        except Overtaken as overtaken:
            form.add_error(None, str(overtaken.sentence))
        else:
            messages.success(request, str(done))
            return redirect("outreach:activity", code)
    told = {"form": form, "activity": activity, "label": label}
    return render(request, "outreach/activity_end.html", told, status=422 if form.errors else 200)
